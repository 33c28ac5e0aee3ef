import { type KeyboardEvent, useState } from 'react'
import { IconPencil } from '@tabler/icons-react'
import type { RunRecord } from '../../runs/contract'
import { useActions } from '../../state/hooks'
import { TextInput } from '../../ui/controls'
import { showUndo } from '../../ui/undo'
import classes from './runs-view.module.css'

export type RunTextProps = {
  readonly run: RunRecord
  readonly part: 'name' | 'note'
  readonly text: string
}

const add: Readonly<Record<RunTextProps['part'], string>> = {
  name: 'Name it',
  note: 'Add a note',
}

/** Name or note of a run, changed where it stands: Enter keeps it, Escape does not. */
export function RunText({ run, part, text }: RunTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  /** It was left by key: the focus is where it was before. */
  const [isBack, setBack] = useState(false)
  const { markRun } = useActions()
  const label = `${part === 'name' ? 'Name' : 'Note'} of run ${run.seq}`
  const keep = () => {
    setDraft(null)
    const next = draft?.trim() ?? text
    if (next === text) return
    void markRun(run.id, { [part]: next }).then((isDone) => {
      if (isDone && text !== '')
        showUndo(`${label} changed`, () => void markRun(run.id, { [part]: text }))
    })
  }
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (key !== 'Enter' && key !== 'Escape') return
    // The button that comes back has the focus before the key is over: it must not press it.
    event.preventDefault()
    setBack(true)
    if (key === 'Enter') keep()
    else setDraft(null)
  }
  if (draft !== null)
    return (
      <TextInput
        className={classes.edit ?? ''}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={press}
      />
    )
  return (
    <button
      type="button"
      className={classes.text}
      data-part={part}
      data-empty={text === '' || undefined}
      aria-label={text === '' ? `${add[part]}: run ${run.seq}` : `${label}: ${text}`}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the field was left by key
      autoFocus={isBack}
      onClick={() => {
        setBack(false)
        setDraft(text)
      }}
    >
      {text === '' ? add[part] : text}
      <IconPencil size={12} stroke={1.5} aria-hidden />
    </button>
  )
}
