import { useRef } from 'react'
import { selectIsBusy } from '../../state/at-work'
import { useActions, useApp } from '../../state/hooks'
import { Button } from '../../ui/controls'
import { Notice } from '../../ui/notice'
import { ProgressSegments } from '../../ui/progress-segments'
import { thingName, trialWords, untestedLines } from './reasons.model'
import type { WhyState } from './use-why'
import classes from './moves-region.module.css'

export type WhyPanelProps = { readonly why: WhyState }

/**
 * What it takes to say why, how far that is, and what could not be tested. Its buttons come and go:
 * the focus of the one that was pressed stays with the panel.
 */
export function WhyPanel({ why: state }: WhyPanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const { cancelWhy } = useActions()
  const holding = (press: () => void) => () => {
    panel.current?.focus({ preventScroll: true })
    press()
  }
  return (
    <div
      ref={panel}
      className={classes.panel}
      tabIndex={-1}
      role="group"
      aria-label="Why stores moved"
    >
      <Step {...state} ask={holding(state.ask)} onCancel={holding(cancelWhy)} />
    </div>
  )
}

type StepProps = WhyState & { readonly onCancel: () => void }

function Step(state: StepProps) {
  const { why } = state
  if (why === null) return <Asking {...state} />
  if (why.step === 'testing') return <Testing {...state} why={why} />
  if (why.step === 'failed')
    return (
      <div className={classes.why}>
        <Notice
          tone="fail"
          title={why.failure.message}
          where={why.failure.path}
          action={
            <Button size="xs" onClick={state.ask}>
              Try again
            </Button>
          }
        >
          {why.failure.hint}
        </Notice>
      </div>
    )
  return untestedLines(why.explanation).map((line) => (
    <p key={line} className={classes.untested}>
      {line}
    </p>
  ))
}

function Asking({ plan, ask }: WhyState) {
  const runs = useApp((state) => state.runs)
  const isBusy = useApp(selectIsBusy)
  if (plan.nTrials === 0)
    return (
      <p className={classes.untested}>
        Nothing that the two runs were made of differs, so there is nothing to test.
      </p>
    )
  return (
    <div className={classes.why}>
      <p>
        <b>{trialWords(plan, runs)}.</b> Each puts one thing back as it was and sees who goes back
        with it. No record of them is kept.
      </p>
      <Button size="xs" variant="default" disabled={isBusy} onClick={ask}>
        Find out why
      </Button>
    </div>
  )
}

type TestingProps = StepProps & {
  readonly why: Extract<NonNullable<WhyState['why']>, { readonly step: 'testing' }>
}

function Testing({ plan, why: { nDone, nTrials }, onCancel }: TestingProps) {
  const tests = plan.tests.filter(({ how }) => how === 'trial')
  const now = tests[nDone]
  const text = `${nDone} of ${nTrials} trial runs`
  return (
    <div className={classes.testing}>
      <div className={classes.why}>
        <p role="status">
          <b>{text} done.</b> {now === undefined ? '' : `Putting back ${thingName(now.thing)}.`}
        </p>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <ProgressSegments
        label="Trial runs"
        text={text}
        segments={tests.map((_, i) => ({
          state: i < nDone ? 'done' : i === nDone ? 'running' : 'queued',
          share: 0.5,
        }))}
      />
    </div>
  )
}
