import type { AssetFailure } from '../../assets/failure'
import { jobs } from '../../runs/jobs'
import type { PlannedAsset } from '../../runs/plan'
import { selectFromPlan, type WholePlan } from '../../runs/plan-run'

// Views know runs as types only; what they ask of them is given here.
export { failedSelection } from '../../runs/failed-selection'

/** The jobs that a run can be named by, the whole pipeline first. */
export const jobNames: readonly string[] = [...jobs.keys()]

/** What a run of a selection would make, before anything is pressed. */
export type SelectionPlan =
  | {
      readonly ok: true
      /** Those that are not fresh, upstream first. */
      readonly toMake: readonly PlannedAsset[]
      readonly nInRun: number
    }
  | { readonly ok: false; readonly failure: AssetFailure }

/** The plan of any selection; the run itself asks the same question. */
export function planOfSelection(plan: WholePlan, selection: string): SelectionPlan {
  const run = selectFromPlan(plan, selection)
  if (!run.ok) return run
  const toMake = run.inRun.filter(({ status }) => status !== 'fresh')
  return { ok: true, toMake, nInRun: run.inRun.length }
}
