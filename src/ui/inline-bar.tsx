import classes from './inline-bar.module.css'

export type InlineBarProps = {
  /** Length as a share of the track, 0 to 1. */
  readonly share: number
  readonly color?: string
  readonly width?: number
  /** A faint track behind, for shares of a whole. */
  readonly track?: boolean
}

/** A bar of 4 px beside a number: the number says it, the bar lets the eye compare. */
export function InlineBar({ share, color = 'var(--ink-3)', width, track = false }: InlineBarProps) {
  const length = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
  return (
    <span
      className={classes.bar}
      aria-hidden="true"
      data-track={track || undefined}
      style={width === undefined ? {} : { width, flex: 'none' }}
    >
      <span className={classes.fill} style={{ width: `${length * 100}%`, background: color }} />
    </span>
  )
}
