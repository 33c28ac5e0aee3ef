import type { Baseline, RunRecord, Source } from '../../runs/contract'
import type { Configuration } from '../../config/configuration'
import type { History } from '../../runs/history'
import type { PlannedAsset } from '../../runs/plan'
import { createPlanMemo } from '../../runs/plan-memo'
import {
  type Knowledge,
  planAll,
  type RunPlan,
  type RunSettings,
  selectFromPlan,
  type WholePlan,
} from '../../runs/plan-run'
import type { Hash } from '../../runs/version'
import type { AppState } from '../app-state'
import { selectBaseline } from '../runs/baseline'
import { selectEffectiveConfiguration } from '../config/effective-configuration'
import { withoutFailedParts } from './partial-assets'
import { remember } from '../remember'
import { recordsOf, shownHistory } from './shown-records'
import { readySources, selectionFor, selectReadiness, selectShownRuns } from '../selectors'

/** What the last plans worked out, for the next one; versions of one hash only. */
export const memoOf = remember((_hash: Hash) => createPlanMemo())

const knowledgeOf = remember(
  (knownVersions: ReadonlySet<string>, history: History, hash: Hash): Knowledge => ({
    knownVersions,
    history,
    hash,
    memo: memoOf(hash),
  }),
)

type PlanSettings = Omit<RunSettings, 'selection'>

const settingsOf = remember(
  (
    sources: readonly Source[],
    configuration: Configuration,
    baseline: Baseline | null,
  ): PlanSettings => ({ sources, configuration, baseline }),
)

const wholePlan = remember(
  (settings: PlanSettings, knowledge: Knowledge, runs: readonly RunRecord[]): WholePlan => {
    const plan = planAll(settings, knowledge)
    return plan.ok ? { ...plan, all: withoutFailedParts(plan.all, recordsOf(runs)) } : plan
  },
)

/** Every asset of these files and settings, planned, whatever a selection takes of it. */
export function selectWholePlan(state: AppState): WholePlan {
  const { knownVersions, hash } = state
  const configuration = selectEffectiveConfiguration(state)
  const knowledge = knowledgeOf(knownVersions, shownHistory(selectShownRuns(state)), hash)
  const settings = settingsOf(readySources(state), configuration, selectBaseline(state))
  return wholePlan(settings, knowledge, selectShownRuns(state))
}

const runPlan = remember(selectFromPlan)

/** What the Run button would do: `nToRun` of `inRun.length` assets, or why it cannot. */
export function selectPlan(state: AppState): RunPlan {
  return runPlan(selectWholePlan(state), selectionFor(selectReadiness(state)))
}

/** Everything that these files and settings give is there: a run would compute nothing. */
export function selectIsDone(state: AppState): boolean {
  const plan = selectPlan(state)
  return plan.ok && plan.inRun.length > 0 && plan.nToRun === 0
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

const staleOf = remember((planned: readonly PlannedAsset[]): readonly PlannedAsset[] =>
  planned.filter(({ causes }) => causes.length > 0),
)

/** Assets whose shown result is not what these files and settings would give. */
export function selectStale(state: AppState): readonly PlannedAsset[] {
  return staleOf(selectEveryPlanned(state))
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
