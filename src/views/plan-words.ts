import type { SelectionPlan } from '../state/plan/selections'
import { formatAmount, formatCount } from '../ui/number-format'

/** What a selection comes to, before it is pressed: `makes 3 of 30 assets`. */
export function planText(plan: SelectionPlan): string {
  if (!plan.ok) return plan.failure.message
  const { toMake, nInRun } = plan
  if (toMake.length === 0) return 'nothing to make'
  return `makes ${formatCount(toMake.length)} of ${formatAmount(nInRun, 'asset')}`
}

/** The same beside a name in a menu: `3 of 30`. */
export function planFigure(plan: SelectionPlan): string {
  if (!plan.ok) return 'cannot run'
  return plan.toMake.length === 0 ? 'none' : `${plan.toMake.length} of ${plan.nInRun}`
}

const jobWords: ReadonlyMap<string, string> = new Map([
  ['full_pipeline_job', 'Full pipeline'],
  ['internal_preprocessing_job', 'Internal preprocessing'],
  ['internal_ml_job', 'Internal clustering'],
  ['external_preprocessing_job', 'External preprocessing'],
  ['external_ml_job', 'External clustering'],
  ['merging_job', 'Merging'],
])

/** A job in words; its key where there are none. */
export function jobText(name: string): string {
  return jobWords.get(name) ?? name
}
