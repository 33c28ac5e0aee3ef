import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './source-notes.module.css'

export type SourceNotesProps = { readonly notes: readonly string[] }

/** What was repaired or left out while the file was read, with counts and line numbers. */
export function SourceNotes({ notes }: SourceNotesProps) {
  if (notes.length === 0) return null
  return (
    <ul className={classes.notes} aria-label="Notes on reading">
      {notes.map((note) => (
        <li key={note}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {note}
        </li>
      ))}
    </ul>
  )
}
