import type { RunPlan } from '../runs/plan-run'
import type { Readiness } from '../state/selectors'
import type { ChangedFile } from '../state/watch/watch-state'
import { formatAmount, formatCount } from '../ui/number-format'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })

/** `14:02`, in the user's locale. */
export function timeOf(at: number): string {
  return clock.format(at)
}

/** `need_states.csv changed at 14:02`, `3 files changed, the last at 14:02` */
export function changedText(changed: readonly ChangedFile[]): string {
  const last = changed.at(-1)
  if (last === undefined) return ''
  const names = changed.map(({ name }) => name)
  if (names.length > 2)
    return `${formatAmount(names.length, 'file')} changed, the last at ${timeOf(last.at)}`
  return `${names.join(' and ')} changed at ${timeOf(last.at)}`
}

export type OfferFacts = {
  readonly plan: RunPlan
  readonly readiness: Readiness
  readonly isRunning: boolean
  /** A run for it will start without being asked. */
  readonly isWaiting: boolean
}

/** What follows from a file that changed: what a run would do, or why there is none yet. */
export function offerText({ plan, readiness, isRunning, isWaiting }: OfferFacts): string {
  if (isWaiting) return isRunning ? 'A run follows this one.' : 'A run starts in a moment.'
  if (readiness.can === 'none') return `${readiness.sentence}.`
  if (!plan.ok) return plan.failure.message
  if (plan.nToRun === 0) return 'All its assets are kept from an earlier run.'
  return `Run ${formatCount(plan.nToRun)} of ${formatAmount(plan.inRun.length, 'asset')}.`
}
