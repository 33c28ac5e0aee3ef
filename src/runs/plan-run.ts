import { makeGraph, type AssetGraph } from '../assets/graph'
import type { AssetFailure } from '../assets/failure'
import type { Role } from '../assets/source'
import type { AnySpec } from '../assets/spec'
import { specs as everySpec } from '../assets/specs'
import type { Configuration } from '../config/configuration'
import { findContradictions } from '../config/contradictions'
import { graphParamsOf, paramsFor } from '../config/params-for'
import { activeOverrides } from '../assets/override'
import { wholeFile } from '../assets/preprocessing/partition-names'
import { assetId } from './address'
import type { AssetPair } from './asset-pairs'
import type { EarlierRecord } from './cause'
import type { Baseline, RunRecord, Source } from './contract'
import { roleWords } from './missing-roles'
import { partitionFailureOf, partitionSetsOf } from './partitions'
import { type PlannedAsset, planOf } from './plan'
import { selectPairs } from './selection'
import type { Hash } from './version'

/** What decides a run, before anything is computed. */
export type RunSettings = {
  readonly selection: string
  readonly sources: readonly Source[]
  readonly configuration: Configuration
  readonly baseline?: Baseline | null
}

export type Knowledge = {
  readonly knownVersions: ReadonlySet<string>
  readonly hash: Hash
  readonly previous?: readonly EarlierRecord[]
  /** Every asset there is; others than the product's own only in tests. */
  readonly specs?: readonly AnySpec[] | undefined
}

export type Refused = { readonly ok: false; readonly failure: AssetFailure }

/** Every asset of these files and settings, planned; what a selection is then taken from. */
export type WholePlan =
  | { readonly ok: true; readonly graph: AssetGraph; readonly all: readonly PlannedAsset[] }
  | Refused

export type RunPlan =
  | {
      readonly ok: true
      /** What the run is about: the selection, and what is missing or stale above it. */
      readonly inRun: readonly PlannedAsset[]
      /** Every asset of these files and settings. */
      readonly all: readonly PlannedAsset[]
      /** Of `inRun`, how many are not fresh. */
      readonly nToRun: number
    }
  | Refused

/** The plan behind the Run button, the pipeline screen and the run itself: one answer for all. */
export function planRun(settings: RunSettings, knowledge: Knowledge): RunPlan {
  return selectFromPlan(planAll(settings, knowledge), settings.selection)
}

export function planAll(settings: Omit<RunSettings, 'selection'>, knowledge: Knowledge): WholePlan {
  const { sources, configuration } = settings
  const failure =
    findContradictions(configuration)[0] ??
    crowdedRoleOf(sources) ??
    partitionFailureOf(sources, configuration)
  if (failure !== null) return { ok: false, failure }
  const graph = graphOf(settings, knowledge.specs)
  const partitionSets = partitionSetsOf(sources, configuration)
  const paramsOf = (spec: AnySpec) => paramsFor(spec, configuration)
  const memory = {
    baselineOf: baselineOf(settings.baseline),
    overridesOf: overridesOf(configuration),
    baselineSeq: settings.baseline?.seq ?? null,
  }
  const all = planOf({ graph, partitionSets, paramsOf, sources, ...memory, ...knowledge })
  return { ok: true, graph, all }
}

function baselineOf(baseline: Baseline | null | undefined) {
  const versions = new Map(baseline?.assets.map((asset) => [assetId(asset), asset.dataVersion]))
  return ({ id, spec }: AssetPair) => (spec.carries === true ? (versions.get(id) ?? null) : null)
}

function overridesOf({ overrides }: Configuration) {
  return ({ spec, partition }: AssetPair) =>
    spec.overrides === undefined
      ? []
      : activeOverrides(overrides, spec.overrides, partition ?? wholeFile)
}

export function selectFromPlan(plan: WholePlan, selection: string): RunPlan {
  if (!plan.ok) return plan
  const { graph, all } = plan
  const selected = selectPairs(selection, { graph, pairs: all })
  if (!selected.ok) return selected
  const inRun = withWorkAbove(selected.ids, all)
  const nToRun = inRun.filter(({ status }) => status !== 'fresh').length
  return { ok: true, inRun, all, nToRun }
}

/** The assets that these files and settings can make. */
export function graphOf(
  { sources, configuration }: Pick<RunSettings, 'sources' | 'configuration'>,
  specs: readonly AnySpec[] = everySpec,
): AssetGraph {
  const roles = new Set<Role>(sources.map(({ role }) => role))
  return makeGraph(specs, roles, graphParamsOf(configuration))
}

/** The newest successful record of each asset, newest run first. */
export function lastRecordsOf(runs: readonly RunRecord[]): readonly EarlierRecord[] {
  const newest = new Map<string, EarlierRecord>()
  for (const run of runs)
    for (const record of run.assets)
      if (record.status === 'success' && !newest.has(assetId(record)))
        newest.set(assetId(record), { record, run })
  return [...newest.values()]
}

function withWorkAbove(
  selected: ReadonlySet<string>,
  all: readonly PlannedAsset[],
): readonly PlannedAsset[] {
  const ids = new Set(selected)
  for (const planned of all.toReversed())
    if (ids.has(planned.id) && planned.status !== 'fresh')
      for (const id of upstreamIds(planned)) if (!selected.has(id)) ids.add(id)
  return all.filter(({ id, status }) => selected.has(id) || (ids.has(id) && status !== 'fresh'))
}

/** Ids of what an asset reads directly. */
export function upstreamIds(pair: Pick<PlannedAsset, 'inputs'>): readonly string[] {
  return pair.inputs.flatMap(({ refs }) => refs.map(assetId))
}

/** Only market data may come in several files. */
function crowdedRoleOf(sources: readonly Source[]): AssetFailure | null {
  const roles = sources.map(({ role }) => role)
  const crowded = roles.find((role, i) => role !== 'external' && roles.indexOf(role) !== i)
  if (crowded === undefined) return null
  const names = sources.flatMap(({ role, name }) => (role === crowded ? [name] : []))
  return {
    code: 'two_files_one_role',
    message: `${names.join(' and ')} both claim to be ${roleWords[crowded]}.`,
    path: crowded,
    hint: 'Remove one of them, or give it another role.',
  }
}
