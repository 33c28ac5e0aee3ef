import { IconAlertTriangle } from '@tabler/icons-react'
import type { CatalogueLine } from './catalogue.model'
import classes from './catalogue-table.module.css'

export type CatalogueNoteProps = { readonly line: CatalogueLine }

export function CatalogueNote({ line: { note, warns, row } }: CatalogueNoteProps) {
  return (
    <span
      className={classes.note}
      data-warns={warns || undefined}
      title={warns ? note : row.reason}
    >
      {warns && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
      <span>{note}</span>
    </span>
  )
}
