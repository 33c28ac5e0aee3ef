import { useState } from 'react'
import { useApp } from '../../state/hooks'
import { TextInput } from '../../ui/controls'
import classes from './decide-form.module.css'

export type Said = { readonly author: string; readonly reason: string }

type WhoAndWhyState = ReturnType<typeof useWhoAndWhy>

/** Author and reason of a decision; the author is the one who decided last in this browser. */
export function useWhoAndWhy(reasonAtFirst: string) {
  const known = useApp(({ author }) => author)
  const [author, setAuthor] = useState(known)
  const [reason, setReason] = useState(reasonAtFirst)
  const [isAsked, setAsked] = useState(false)
  return {
    author,
    setAuthor,
    reason,
    setReason,
    /** Both are needed, and were missing when it was confirmed. */
    isAsked,
    /** Nobody has decided in this browser yet. */
    isUnknown: known === '',
    /** What was said; null where something is missing, which the fields then say. */
    read: (): Said | null => {
      const said = { author: author.trim(), reason: reason.trim() }
      const isWhole = said.author !== '' && said.reason !== ''
      setAsked(!isWhole)
      return isWhole ? said : null
    },
  }
}

export function WhoAndWhy({ said }: { readonly said: WhoAndWhyState }) {
  const { author, setAuthor, reason, setReason, isAsked } = said
  const missing = (text: string, words: string) => isAsked && text.trim() === '' && words
  return (
    <>
      <TextInput
        className={classes.reason ?? ''}
        label="Reason"
        required
        withAsterisk={false}
        value={reason}
        error={missing(reason, 'Say why')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <TextInput
        className={classes.author ?? ''}
        label="Author"
        required
        withAsterisk={false}
        value={author}
        error={missing(author, 'Say who')}
        autoComplete="name"
        onChange={({ currentTarget }) => setAuthor(currentTarget.value)}
      />
    </>
  )
}
