export type HistogramProps = {
  readonly counts: readonly number[]
  readonly width?: number
  readonly height?: number
  /** What the shape is of; the numbers beside it carry the facts. */
  readonly label: string
}

/** Spark bars: the shape of a column at a glance, a non-empty bin never under one pixel. */
export function Histogram({ counts, width = 80, height = 18, label }: HistogramProps) {
  const max = counts.reduce((largest, count) => (count > largest ? count : largest), 0)
  if (max === 0) return null
  const step = width / counts.length
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {counts.map((count, bin) => {
        const bar = count === 0 ? 0 : Math.max(1, (count / max) * height)
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bin is its place
            key={bin}
            x={bin * step}
            y={height - bar}
            width={Math.max(1, step - 1)}
            height={bar}
            fill="var(--ink-3)"
            opacity="0.75"
          />
        )
      })}
    </svg>
  )
}
