import { StatusGlyph } from '../../ui/status-glyph'
import classes from './bar.module.css'
import type { StatusLine } from './shell.model'

export type RunStatusProps = {
  readonly status: StatusLine
  /** What keeps a run from starting, or from doing more: `Add market data to cross both views`. */
  readonly hint: string
}

export function RunStatus({ status, hint }: RunStatusProps) {
  return (
    <>
      {hint !== '' && hint !== status.detail && status.tone !== 'running' && (
        <span className={`${classes.status} ${classes.hint}`}>{hint}</span>
      )}
      <div className={classes.status} role="status" data-tone={status.tone}>
        <Glyph tone={status.tone} />
        {status.text !== '' && <b>{status.text}</b>}
        {status.detail !== '' && <span title={status.detail}>{status.detail}</span>}
      </div>
    </>
  )
}

function Glyph({ tone }: { readonly tone: StatusLine['tone'] }) {
  if (tone === 'plain') return null
  if (tone !== 'running') return <StatusGlyph status={tone} />
  return (
    <span className={classes.spin}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--accent-line)" strokeWidth="1.75" />
        <path
          d="M8 1.75a6.25 6.25 0 1 1-6.1 4.9"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
    </span>
  )
}
