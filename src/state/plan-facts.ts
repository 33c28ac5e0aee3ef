import { wholeFile } from '../assets/preprocessing/partition-names'
import type { PlannedAsset } from '../runs/plan'
import { selectFromPlan, type WholePlan } from '../runs/plan-run'
import type { AppState } from './app-state'
import { selectWholePlan } from './plan-selectors'
import { remember } from './remember'
import { selectShownRuns } from './selectors'
import { recordsOf, type ShownRecord } from './shown-records'

/** The category that a partition is; `null` where it is the whole chain. */
export function categoryOf(partition: string | null): string | null {
  return partition === wholeFile ? null : partition
}

const nothing: readonly PlannedAsset[] = []

/** Every asset of these files and settings, upstream first; none where no plan can be made. */
export function selectEveryPlanned(state: AppState): readonly PlannedAsset[] {
  const plan = selectWholePlan(state)
  return plan.ok ? plan.all : nothing
}

const byId = remember(
  (all: readonly PlannedAsset[]): ReadonlyMap<string, PlannedAsset> =>
    new Map(all.map((planned) => [planned.id, planned])),
)

/** The same by `key[partition]`. */
export function selectPlanById(state: AppState): ReadonlyMap<string, PlannedAsset> {
  return byId(selectEveryPlanned(state))
}

/** What the shown run and those before it say of each asset, by `key[partition]`. */
export function selectRecords(state: AppState): ReadonlyMap<string, ShownRecord> {
  return recordsOf(selectShownRuns(state))
}

const toMake = remember((plan: WholePlan, selection: string | null): ReadonlySet<string> => {
  const run = selection === null ? null : selectFromPlan(plan, selection)
  if (run === null || !run.ok) return new Set()
  return new Set(run.inRun.flatMap(({ id, status }) => (status === 'fresh' ? [] : [id])))
})

/** Ids that the run under way has to make, done ones included; none while no run goes on. */
export function selectToMake(state: AppState): ReadonlySet<string> {
  return toMake(selectWholePlan(state), state.live?.selection ?? null)
}
