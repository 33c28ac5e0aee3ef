import type { ReactNode } from 'react'
import type { FilterCount } from './filters.model'
import classes from './filters.module.css'

export type FilterLineProps = {
  readonly title: string
  readonly help: string
  readonly isOn: boolean
  readonly counts: readonly FilterCount[]
  /** Said where nothing is counted yet. */
  readonly uncounted: string
  readonly children: ReactNode
}

/** One filter: what it does, its control, and what it leaves, before and after. */
export function FilterLine(props: FilterLineProps) {
  const { title, help, isOn, counts, uncounted, children } = props
  return (
    <section className={classes.line} aria-label={title} data-on={isOn || undefined}>
      <div>
        <h3>{title}</h3>
        <p>{help}</p>
      </div>
      <div>{children}</div>
      <div className={classes.counts}>
        {counts.length === 0 && <p>{uncounted}</p>}
        {counts.map(({ key, text, source, stale }) => (
          <p key={`${key} ${source}`} data-stale={stale || undefined}>
            <b>{text}</b> {source}
          </p>
        ))}
      </div>
    </section>
  )
}
