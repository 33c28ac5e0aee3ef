import { useCallback, useEffect, useState } from 'react'
import type { TextFacts } from '../../config/text-facts'
import { configurationText, noFacts, readTextFacts } from '../../state/config/configuration-text'
import { useActions, useApp } from '../../state/hooks'

/** A pause this long in the typing, in milliseconds, and the text is read. */
const pause = 400

/** The text of the draft and what is typed over it, which is read at each pause and on leaving. */
export function useDraftText() {
  const { editText } = useActions()
  const kept = useKeptText()
  const [typed, setTyped] = useState<string | null>(null)
  const known = typed ?? kept
  const text = known ?? ''
  const read = useCallback(
    async (wanted: string) => {
      await editText(wanted)
      setTyped((now) => (now === wanted ? null : now))
    },
    [editText],
  )
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => void read(typed), pause)
    return () => clearTimeout(timer)
  }, [typed, read])
  return {
    text,
    /** False until the text is made: what was typed earlier would be mixed with it. */
    isMade: known !== null,
    facts: useFacts(text),
    type: setTyped,
    commit: () => {
      if (typed !== null) void read(typed)
    },
  }
}

/** What cannot be read, else the text of the settings. */
function useKeptText(): string | null {
  const configuration = useApp((state) => state.configuration)
  const written = useApp((state) => state.written)
  const unread = useApp((state) => state.unread)
  const [made, setMade] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void configurationText({ configuration, written }).then((text) => {
      if (isCurrent) setMade(text)
    })
    return () => {
      isCurrent = false
    }
  }, [configuration, written])
  if (unread !== null) return unread.text
  return written?.configuration === configuration ? written.text : made
}

function useFacts(text: string): TextFacts {
  const [facts, setFacts] = useState(noFacts)
  useEffect(() => {
    let isCurrent = true
    void readTextFacts(text).then((found) => {
      if (isCurrent) setFacts(found)
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  return facts
}
