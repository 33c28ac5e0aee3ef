/** Two kinds of points: filled is what sells, hollow is what surrounds. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <g fill="var(--accent)">
        <circle cx="5.2" cy="5.4" r="2.6" />
        <circle cx="10.4" cy="3.9" r="1.7" />
        <circle cx="8.6" cy="8.4" r="1.7" />
      </g>
      <g fill="none" stroke="var(--ink-2)" strokeWidth="1.4">
        <circle cx="13.9" cy="14.2" r="2.7" />
        <circle cx="8" cy="15.4" r="1.6" />
        <circle cx="15.6" cy="8.6" r="1.6" />
      </g>
    </svg>
  )
}
