export type AssetGlyphStatus = 'fresh' | 'stale' | 'missing' | 'failed'

export type StatusGlyphProps = {
  readonly status: AssetGlyphStatus
  /** A ring around the unchanged glyph: activity never hides the status. */
  readonly running?: boolean
  readonly size?: number
}

/** Status inside, activity around; the word beside it is the accessible text. */
export function StatusGlyph({ status, running = false, size = 16 }: StatusGlyphProps) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {running && (
        <path
          d="M8 1a7 7 0 1 1-6.6 4.7"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      )}
      <g transform={running ? 'translate(8 8) scale(0.58) translate(-8 -8)' : undefined}>
        {glyphs[status]}
      </g>
    </svg>
  )
}

const glyphs = {
  fresh: (
    <g
      fill="none"
      stroke="var(--ink-3)"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5.2 8.2l2 2 3.6-4.2" />
    </g>
  ),
  stale: (
    <g>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--warn-mark)" strokeWidth="1.5" />
      <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="var(--warn-mark)" />
    </g>
  ),
  missing: (
    <circle
      cx="8"
      cy="8"
      r="6.25"
      fill="none"
      stroke="var(--edge)"
      strokeWidth="1.5"
      strokeDasharray="2.2 2.2"
    />
  ),
  failed: (
    <g>
      <circle cx="8" cy="8" r="7" fill="var(--fail-mark)" />
      <path
        d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"
        stroke="#fff"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </g>
  ),
} as const
