import type { Picture } from '../../state/hooks'
import { Button } from '../../ui/controls'
import { formatPercent } from '../../ui/number-format'
import classes from './umap-note.module.css'

export type UmapNoteProps = {
  readonly picture: Picture | null
  readonly onDraw: () => void
  readonly onCancel: () => void
}

/** How far the UMAP picture is, or what it does not say. */
export function UmapNote({ picture, onDraw, onCancel }: UmapNoteProps) {
  if (picture === null) return null
  if (picture.step === 'drawn')
    return (
      <p className={classes.note}>
        Near stores are alike. Axes and the distances between groups mean nothing, and no cluster
        depends on this picture.
      </p>
    )
  if (picture.step === 'failed')
    return (
      <p className={classes.note} role="alert">
        {picture.failure.message} {picture.failure.hint}{' '}
        <Button size="xs" onClick={onDraw}>
          Try again
        </Button>
      </p>
    )
  return (
    <p className={classes.note}>
      <progress className={classes.bar} max={1} value={picture.share} aria-label="UMAP picture" />
      <span>Drawing the UMAP picture, {formatPercent(picture.share)} done.</span>
      <Button size="xs" onClick={onCancel}>
        Cancel
      </Button>
    </p>
  )
}
