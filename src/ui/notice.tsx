import type { ReactNode } from 'react'
import { StatusGlyph } from './status-glyph'
import { IconAlertTriangle } from '@tabler/icons-react'
import css from './notice.module.css'

export type NoticeProps =
  | { readonly tone: 'stale' | 'warn'; readonly children: ReactNode; readonly action?: ReactNode }
  | {
      readonly tone: 'fail'
      /** What happened. */
      readonly title: string
      /** Why, and what still worked. */
      readonly children?: ReactNode
      /** Where: file, rows, column, store. */
      readonly where?: string
      /** Two ways on. */
      readonly action?: ReactNode
    }

/** A line above a result (stale, warn) or the block in its place (fail). */
export function Notice(props: NoticeProps) {
  if (props.tone === 'fail') return <FailNotice {...props} />
  return (
    <div className={css['line']}>
      {props.tone === 'stale' ? (
        <StatusGlyph status="stale" />
      ) : (
        <IconAlertTriangle size={16} stroke={1.5} color="var(--warn)" aria-hidden />
      )}
      <p className={css['text']}>{props.children}</p>
      {props.action}
    </div>
  )
}

function FailNotice({ title, children, where, action }: Extract<NoticeProps, { tone: 'fail' }>) {
  return (
    <div className={css['fail']} role="alert">
      <div className={css['block']}>
        <p className={css['title']}>
          <StatusGlyph status="failed" />
          {title}
        </p>
        {children !== undefined && <div>{children}</div>}
        {where !== undefined && where !== '' && <code className={css['where']}>{where}</code>}
      </div>
      {action !== undefined && <div className={css['actions']}>{action}</div>}
    </div>
  )
}
