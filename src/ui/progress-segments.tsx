import classes from './progress-segments.module.css'

export type ProgressSegment = {
  readonly state: 'cached' | 'done' | 'running' | 'failed' | 'queued'
  /** Part done of a running one, 0 to 1. */
  readonly share?: number
}

export type ProgressSegmentsProps = {
  readonly label: string
  /** The same in words: `20 of 30 assets`. */
  readonly text: string
  readonly segments: readonly ProgressSegment[]
}

const fills = {
  cached: 'var(--accent-line)',
  done: 'var(--accent)',
  running: 'var(--accent)',
  failed: 'var(--fail-mark)',
  queued: 'var(--line)',
} as const

/** One segment per asset, 4 px high. */
export function ProgressSegments({ label, text, segments }: ProgressSegmentsProps) {
  const settled = segments.filter(({ state }) => state !== 'running' && state !== 'queued').length
  return (
    <div
      className={classes.progress}
      role="progressbar"
      aria-label={label}
      aria-valuetext={text}
      aria-valuemin={0}
      aria-valuemax={segments.length}
      aria-valuenow={settled}
    >
      {segments.map((segment, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a segment is its place
        <span key={index} className={classes.segment}>
          <span
            className={classes.fill}
            style={{ background: fills[segment.state], transform: `scaleX(${partOf(segment)})` }}
          />
        </span>
      ))}
    </div>
  )
}

function partOf({ state, share = 0 }: ProgressSegment): number {
  return state === 'running' ? Math.min(1, Math.max(0, share)) : 1
}
