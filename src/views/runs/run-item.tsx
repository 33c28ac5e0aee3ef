import type { Standing } from '../../runs/run-mark'
import { InlineBar } from '../../ui/inline-bar'
import { NativeSelect } from '../../ui/controls'
import { StatusGlyph } from '../../ui/status-glyph'
import { runStatusWords } from '../run-words'
import { useStanding } from '../use-standing'
import { RunActions } from './run-actions'
import { RunText } from './run-text'
import type { RunLine } from './runs.model'
import classes from './runs-view.module.css'

const standings: readonly { readonly value: Standing; readonly label: string }[] = [
  { value: 'draft', label: 'Draft' },
  { value: 'candidate', label: 'Candidate' },
  { value: 'baseline', label: 'Baseline' },
]

export type RunItemProps = {
  readonly line: RunLine
  /** Its results are what the other screens show. */
  readonly isShown: boolean
  /** It was deleted, and the button for that with it: the focus has to go somewhere. */
  readonly onGone: () => void
}

/** One run on the line of time: what it was, what a person says of it, and what can be done. */
export function RunItem({ line, isShown, onGone }: RunItemProps) {
  const { run, mark, glyph, when, startedAt, duration, share, about, changed, hash } = line
  const setStanding = useStanding()
  const name = `Run ${run.seq}`
  return (
    <li className={classes.run} data-shown={isShown || undefined}>
      <span className={classes.time} aria-hidden>
        <span className={classes.dot}>
          <StatusGlyph status={glyph} />
        </span>
      </span>
      <div className={classes.what}>
        <p className={classes.title}>
          <b>{name}</b>
          <span className="visually-hidden">, {runStatusWords[run.status]}</span>
          <RunText run={run} part="name" text={mark.name} />
          {isShown && <span className={classes.shown}>shown</span>}
        </p>
        <p className={classes.about}>{about}</p>
        <RunText run={run} part="note" text={mark.note} />
      </div>
      <p className={classes.changed} title={changed}>
        <span>Changed</span>
        {changed}
      </p>
      <div className={classes.took}>
        <time dateTime={startedAt} title={startedAt}>
          {when}
        </time>
        <span className={classes.duration}>
          {duration}
          <InlineBar share={share} width={48} track />
        </span>
      </div>
      <code className={classes.hash} title={run.resultHash ?? ''}>
        {hash === '' ? 'no result' : hash}
      </code>
      <NativeSelect
        className={classes.standing ?? ''}
        aria-label={`Standing of run ${run.seq}`}
        data={[...standings]}
        value={mark.standing}
        data-standing={mark.standing}
        onChange={(event) => {
          const standing = standings.find(({ value }) => value === event.currentTarget.value)
          if (standing !== undefined) setStanding(run, standing.value)
        }}
      />
      <RunActions run={run} isShown={isShown} onGone={onGone} />
    </li>
  )
}
