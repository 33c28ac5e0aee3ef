import type { ReactNode } from 'react'
import { classNames } from './class-names'
import classes from './region.module.css'

export type RegionProps = {
  /** What to see, computed from the numbers. */
  readonly title: ReactNode
  /** What is drawn. */
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
  /** Stands at the right, 352 wide, behind a vertical hairline. */
  readonly side?: boolean
  /** A hairline above: regions in one column are divided by it. */
  readonly divided?: boolean
  /** Accessible name where the title is not a text. */
  readonly label?: string
}

/** A titled part of a screen. No box: hairlines divide. */
export function Region(props: RegionProps) {
  const { title, subtitle, actions, children, side = false, divided = false } = props
  const label = props.label ?? (typeof title === 'string' ? title : undefined)
  return (
    <section
      className={classNames(classes.region, side && classes.side, divided && classes.divided)}
      aria-label={label}
    >
      <div className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>{title}</h2>
          {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
