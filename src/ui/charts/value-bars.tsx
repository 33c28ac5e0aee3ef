import classes from './value-bars.module.css'

export type ValueBarsProps = {
  /** What to see: stands above and names the picture. */
  readonly title: string
  readonly bars: readonly { readonly label: string; readonly value: number }[]
  readonly format: (value: number) => string
}

/** A few bars with their largest value and both ends named; each bar tells its own on hover. */
export function ValueBars({ title, bars, format }: ValueBarsProps) {
  const values = bars.map(({ value }) => value)
  const top = values.reduce((largest, value) => Math.max(largest, value), 0)
  const bottom = values.reduce((smallest, value) => Math.min(smallest, value), 0)
  const span = top - bottom || 1
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      <ul className={classes.bars} aria-label={title}>
        {bars.map(({ label, value }) => (
          <li key={label} className={classes.bar} title={`${label}: ${format(value)}`}>
            <span
              className={classes.fill}
              style={{
                height: `${(100 * Math.abs(value)) / span}%`,
                bottom: `${(100 * (Math.min(0, value) - bottom)) / span}%`,
              }}
            />
            <span className="visually-hidden">
              {label}: {format(value)}
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.ends} aria-hidden>
        <span>{bars[0]?.label}</span>
        <span>highest {format(values.reduce((most, value) => Math.max(most, value), bottom))}</span>
        <span>{bars.length > 1 ? bars.at(-1)?.label : ''}</span>
      </p>
    </figure>
  )
}
