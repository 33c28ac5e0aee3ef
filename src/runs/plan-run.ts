import { makeGraph, type AssetGraph } from '../assets/graph'
import type { AssetFailure } from '../assets/failure'
import type { Role } from '../assets/source'
import type { AnySpec } from '../assets/spec'
import { specs as everySpec } from '../assets/specs'
import type { Configuration } from '../config/configuration'
import { findContradictions } from '../config/contradictions'
import { graphParamsOf, paramsFor } from '../config/params-for'
import { assetId } from './address'
import { type AssetPair, upstreamIds } from './asset-pairs'
import type { Baseline, Source } from './contract'
import type { History } from './history'
import { roleWords } from './missing-roles'
import { overridesFor } from './overrides-for'
import { partitionFailureOf, partitionSetsOf } from './partitions'
import { type PlannedAsset, planOf } from './plan'
import type { PlanMemo } from './plan-memo'
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
  readonly history?: History
  /** What the last plan with this hash worked out, where there was one. */
  readonly memo?: PlanMemo | undefined
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
    findContradictions(configuration, rolesOf(sources))[0] ??
    crowdedRoleOf(sources) ??
    partitionFailureOf(sources, configuration)
  if (failure !== null) return { ok: false, failure }
  const graph = graphOf(settings, knowledge.specs)
  const partitionSets = partitionSetsOf(sources, configuration)
  const paramsOf = (spec: AnySpec) => paramsFor(spec, configuration)
  const memory = {
    baselineOf: baselineOf(settings.baseline),
    overridesOf: (pair: AssetPair) => overridesFor(pair, configuration),
    baselineSeq: settings.baseline?.seq ?? null,
  }
  const all = planOf({ graph, partitionSets, paramsOf, sources, ...memory, ...knowledge })
  return { ok: true, graph, all }
}

function baselineOf(baseline: Baseline | null | undefined) {
  const versions = new Map(baseline?.assets.map((asset) => [assetId(asset), asset.dataVersion]))
  return ({ id, spec }: AssetPair) => (spec.carries === true ? (versions.get(id) ?? null) : null)
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
  return makeGraph(specs, rolesOf(sources), graphParamsOf(configuration))
}

function rolesOf(sources: readonly Source[]): ReadonlySet<Role> {
  return new Set(sources.map(({ role }) => role))
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
