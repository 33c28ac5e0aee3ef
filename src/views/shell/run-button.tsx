import { IconPlayerPlay } from '@tabler/icons-react'
import { selectIsBusy } from '../../state/at-work'
import { useActions, useApp } from '../../state/hooks'
import { selectionFor } from '../../state/selectors'
import { Button } from '../../ui/controls'
import { formatAmount, formatCount } from '../../ui/number-format'
import classes from './bar.module.css'
import { blockedBy, type ShellFacts } from './shell.model'

const planId = 'run-plan'

/** Runs what is not fresh; what that is stands beside it, from the plan itself. */
export function RunFullPipeline({
  facts,
}: {
  readonly facts: Pick<ShellFacts, 'plan' | 'progress' | 'readiness' | 'testing' | 'elsewhere'>
}) {
  const { plan, progress, readiness } = facts
  const isBusy = useApp(selectIsBusy)
  const { startRun } = useActions()
  const isRunning = progress !== null
  const blocked = blockedBy(facts)
  const canRun = readiness.can !== 'none' && !isBusy
  const isPart = canRun && plan !== null && plan.nToRun > 0 && plan.nToRun < plan.nTotal
  return (
    <>
      {blocked !== null && (
        <span id={planId} className={`${classes.status} ${classes.hint}`}>
          {blocked}
        </span>
      )}
      {isPart && (
        <span id={planId} className={`${classes.status} ${classes.hint}`}>
          Run {formatCount(plan.nToRun)} of {formatAmount(plan.nTotal, 'asset')}
        </span>
      )}
      <Button
        className={classes.run ?? ''}
        data-running={isRunning || undefined}
        variant={canRun && plan?.nToRun !== 0 ? 'filled' : 'default'}
        disabled={!canRun}
        aria-describedby={isPart || blocked !== null ? planId : undefined}
        leftSection={<IconPlayerPlay size={16} stroke={1.5} aria-hidden />}
        onClick={() => void startRun(selectionFor(readiness))}
      >
        Run full pipeline
      </Button>
    </>
  )
}
