import type { ReactNode } from 'react'
import { StatusGlyph } from './status-glyph'
import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './notice.module.css'

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
    <div className={classes.line}>
      {props.tone === 'stale' ? (
        <StatusGlyph status="stale" />
      ) : (
        <IconAlertTriangle size={16} stroke={1.5} color="var(--warn)" aria-hidden />
      )}
      <p className={classes.text}>{props.children}</p>
      {props.action}
    </div>
  )
}

function FailNotice({ title, children, where, action }: Extract<NoticeProps, { tone: 'fail' }>) {
  return (
    <div role="alert">
      <div className={classes.block}>
        <p className={classes.title}>
          <StatusGlyph status="failed" />
          <span>{title}</span>
        </p>
        {children !== undefined && <div>{children}</div>}
        {where !== undefined && where !== '' && <code className={classes.where}>{where}</code>}
      </div>
      {action !== undefined && <div className={classes.actions}>{action}</div>}
    </div>
  )
}
