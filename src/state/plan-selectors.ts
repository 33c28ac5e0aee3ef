import type { AssetFailure } from '../assets/failure'
import { assetId } from '../runs/address'
import type { Cause } from '../runs/cause'
import type { AssetRecord, Baseline, RunRecord, Source } from '../runs/contract'
import type { Configuration } from '../config/configuration'
import type { History } from '../runs/history'
import type { PlannedAsset } from '../runs/plan'
import { createPlanMemo } from '../runs/plan-memo'
import {
  type Knowledge,
  planAll,
  type RunPlan,
  type RunSettings,
  selectFromPlan,
  type WholePlan,
} from '../runs/plan-run'
import type { Hash } from '../runs/version'
import type { AppState } from './app-state'
import { selectBaseline } from './baseline'
import { selectEffectiveConfiguration } from './effective-configuration'
import { withoutFailedParts } from './partial-assets'
import { remember } from './remember'
import { recordsOf, shownHistory } from './shown-records'
import { readySources, selectionFor, selectReadiness, selectShownRuns } from './selectors'

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

/** What a run of any other selection would do. */
export function planFor(state: AppState, selection: string): RunPlan {
  return selectFromPlan(selectWholePlan(state), selection)
}

function indexById(planned: readonly PlannedAsset[]): ReadonlyMap<string, PlannedAsset> {
  return new Map(planned.map((asset) => [asset.id, asset]))
}

const byId = remember(indexById)

const nothing: readonly PlannedAsset[] = []

/** The plan of one asset; null when these files and settings have no such asset. */
export function selectPlanned(state: AppState, key: string, partition: string | null) {
  const plan = selectWholePlan(state)
  return byId(plan.ok ? plan.all : nothing).get(assetId({ key, partition })) ?? null
}

const staleOf = remember((planned: readonly PlannedAsset[]): readonly PlannedAsset[] =>
  planned.filter(({ causes }) => causes.length > 0),
)

/** Assets whose shown result is not what these files and settings would give. */
export function selectStale(state: AppState): readonly PlannedAsset[] {
  const plan = selectWholePlan(state)
  return staleOf(plan.ok ? plan.all : nothing)
}

export type Activity = 'idle' | 'queued' | 'running'

/** All that is known of one asset but its value. Status x activity: an old result stays while a new one is made. */
export type AssetState = {
  /** Of the last attempt in the shown run, else in an earlier one. */
  readonly status: 'missing' | 'success' | 'failure'
  readonly activity: Activity
  /** The last attempt. */
  readonly record: AssetRecord | null
  /** The last attempt that made a value: the one to show. */
  readonly made: AssetRecord | null
  /** These files and settings have such an asset. */
  readonly isPlanned: boolean
  readonly stale: boolean
  readonly causes: readonly Cause[]
  readonly failure: AssetFailure | null
}

const noCauses: readonly Cause[] = []

export function selectAssetState(
  state: AppState,
  key: string,
  partition: string | null,
): AssetState {
  const id = assetId({ key, partition })
  const records = recordsOf(selectShownRuns(state))
  const { record, made } = records.get(id) ?? { record: null, made: null }
  const planned = selectPlanned(state, key, partition)
  const isOther = made !== null && planned !== null && planned.dataVersion !== made.dataVersion
  return {
    status: statusOf(record),
    activity: activityOf(state, id),
    record,
    made,
    isPlanned: planned !== null,
    stale: isOther,
    causes: isOther ? planned.causes : noCauses,
    failure: record?.failure ?? null,
  }
}

function statusOf(record: AssetRecord | null): AssetState['status'] {
  if (record === null) return 'missing'
  return record.status === 'success' ? 'success' : 'failure'
}

function activityOf(state: AppState, id: string): Activity {
  const { live } = state
  if (live === null) return 'idle'
  const asset = live.assets.get(id)
  if (asset !== undefined) return asset.activity === 'running' ? 'running' : 'idle'
  const planned = liveById(liveInRun(selectWholePlan(state), live.selection)).get(id)
  return planned !== undefined && planned.status !== 'fresh' ? 'queued' : 'idle'
}

const liveInRun = remember((plan: WholePlan, selection: string) => {
  const run = selectFromPlan(plan, selection)
  return run.ok ? run.inRun : nothing
})

const liveById = remember(indexById)
