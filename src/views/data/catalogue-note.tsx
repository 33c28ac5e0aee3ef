import { IconAlertTriangle } from '@tabler/icons-react'
import type { CatalogueLine } from './catalogue.model'
import classes from './catalogue-table.module.css'

export type CatalogueNoteProps = {
  readonly line: CatalogueLine
  /** Leads to the cells that could not be read. */
  readonly onRejected: () => void
}

/** What stands out of a column; its unreadable cells are a click away. */
export function CatalogueNote({ line, onRejected }: CatalogueNoteProps) {
  const { note, warns, why, row } = line
  const shown = (
    <>
      {warns && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
      <span>{note}</span>
    </>
  )
  if (row.column.nRejected > 0)
    return (
      <button
        type="button"
        className={classes.note}
        data-warns
        title={`${why} Show them.`}
        onClick={onRejected}
      >
        {shown}
      </button>
    )
  return (
    <span className={classes.note} data-warns={warns || undefined} title={why}>
      {shown}
    </span>
  )
}
