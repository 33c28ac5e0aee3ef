import type { ReactNode } from 'react'
import css from './answer.module.css'

export type AnswerProps = {
  /** The one sentence a manager would repeat, computed from the result. */
  readonly title: ReactNode
  /** The two or three figures that carry it. */
  readonly detail?: ReactNode
  readonly actions?: ReactNode
}

export function Answer({ title, detail, actions }: AnswerProps) {
  return (
    <header className={css['answer']}>
      <div className={css['words']}>
        <h1 className={css['title']}>{title}</h1>
        {detail !== undefined && <p className={css['detail']}>{detail}</p>}
      </div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </header>
  )
}
