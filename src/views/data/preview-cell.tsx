import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './reading-panel.module.css'

export type PreviewCellProps = { readonly text: string; readonly isRejected: boolean }

/** A cell that is no number in a column of numbers carries a sign. */
export function PreviewCell({ text, isRejected }: PreviewCellProps) {
  if (!isRejected) return text
  return (
    <span className={classes.rejected} title="No number: left empty">
      <IconAlertTriangle size={12} stroke={1.5} aria-label="Left empty" /> {text}
    </span>
  )
}
