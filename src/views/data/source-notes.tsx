import { IconAlertTriangle } from '@tabler/icons-react'
import { formatAmount } from '../../ui/number-format'
import { asksForLook } from './files.model'
import classes from './source-notes.module.css'

export type SourceNotesProps = { readonly notes: readonly string[] }

const mostAtOnce = 3

/** What was repaired or left out while the file was read, what asks for a look first. */
export function SourceNotes({ notes }: SourceNotesProps) {
  if (notes.length === 0) return null
  const inOrder = notes.toSorted((a, b) => Number(asksForLook(b)) - Number(asksForLook(a)))
  const more = inOrder.slice(mostAtOnce)
  return (
    <>
      <NoteList label="Notes on reading" notes={inOrder.slice(0, mostAtOnce)} />
      {more.length > 0 && (
        <details className={classes.more}>
          <summary>{formatAmount(more.length, 'more note')}</summary>
          <NoteList label="More notes on reading" notes={more} />
        </details>
      )}
    </>
  )
}

type NoteListProps = SourceNotesProps & { readonly label: string }

function NoteList({ label, notes }: NoteListProps) {
  return (
    <ul className={classes.notes} aria-label={label}>
      {notes.map((note) => (
        <li key={note} data-warn={asksForLook(note) || undefined}>
          {asksForLook(note) && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
          {note}
        </li>
      ))}
    </ul>
  )
}
