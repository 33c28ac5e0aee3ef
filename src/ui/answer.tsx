import type { ReactNode } from 'react'
import classes from './answer.module.css'

export type AnswerProps = {
  /** The one sentence a manager would repeat, computed from the result. */
  readonly title: ReactNode
  /** The two or three figures that carry it. */
  readonly detail?: ReactNode
  readonly actions?: ReactNode
}

export function Answer({ title, detail, actions }: AnswerProps) {
  return (
    <header className={classes.answer}>
      <div className={classes.words}>
        <h1 className={classes.title}>{title}</h1>
        {detail !== undefined && <p className={classes.detail}>{detail}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
