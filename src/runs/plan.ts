import type { AssetGraph, PartitionSets } from '../assets/graph'
import type { ActiveOverride } from '../assets/override'
import type { AnySpec } from '../assets/spec'
import { addressOf, assetId } from './address'
import { type AssetPair, pairsOf } from './asset-pairs'
import type { Cause, EarlierRecord } from './cause'
import { causesOf, upstreamOf } from './causes-of'
import type { AssetRecord, Source } from './contract'
import { sortedSourcesFor } from './sources-for'
import { dataVersionOf, type Hash, type Ingredients, madeFromOf, sourceVersionOf } from './version'

export type PlannedAsset = AssetPair & {
  readonly dataVersion: string
  readonly ingredients: Ingredients
  /** `fresh`: the value is here. `stale`: an older one is. `missing`: none is. */
  readonly status: 'fresh' | 'stale' | 'missing'
  /** Why it differs from its previous record; empty where it does not, or where there is none. */
  readonly causes: readonly Cause[]
}

export type PlanRequest = {
  readonly graph: AssetGraph
  readonly partitionSets: PartitionSets
  readonly paramsOf: (spec: AnySpec) => Readonly<Record<string, unknown>>
  readonly sources: readonly Source[]
  /** Data version of a pair in the baseline run. */
  readonly baselineOf?: (pair: AssetPair) => string | null
  readonly overridesOf?: (pair: AssetPair) => readonly ActiveOverride[]
  /** Addresses of the values that are here. */
  readonly knownVersions: ReadonlySet<string>
  readonly hash: Hash
  /** The newest successful record of each asset; `stale` and its causes are relative to it. */
  readonly previous?: readonly EarlierRecord[]
  readonly baselineSeq?: number | null
}

/**
 * What every (asset, partition) would be made of, and whether that value is here. Computed from
 * data alone, upstream first; nothing is ever marked stale.
 */
export function planOf(request: PlanRequest): readonly PlannedAsset[] {
  const { hash } = request
  const versions = new Map<string, string>()
  const changed = new Set<string>()
  const sourceVersions = new Map(
    request.sources.map((source) => [source, sourceVersionOf(source, hash)]),
  )
  const params = new Map(request.graph.nodes.map(({ spec }) => [spec, request.paramsOf(spec)]))
  const previous = new Map(request.previous?.map((earlier) => [assetId(earlier.record), earlier]))
  return pairsOf(request.graph, request.partitionSets).flatMap((pair) => {
    const sources = sortedSourcesFor(pair.spec, request.sources)
    const ingredients = ingredientsOf(pair, {
      params: params.get(pair.spec) ?? {},
      sources: sources.map((source) => sourceVersions.get(source) ?? ''),
      baseline: request.baselineOf?.(pair) ?? null,
      overrides: request.overridesOf?.(pair) ?? [],
      versionOf: (id) => versions.get(id),
    })
    if (ingredients === null) return []
    const dataVersion = dataVersionOf(ingredients, hash)
    versions.set(pair.id, dataVersion)
    const isFresh = request.knownVersions.has(addressOf(pair, dataVersion))
    const earlier = previous.get(pair.id)
    const older = earlier && isOlder(earlier.record, dataVersion) ? earlier : null
    if (earlier?.record.dataVersion !== dataVersion) changed.add(pair.id)
    const causes =
      older === null
        ? []
        : causesOf(pair, older, {
            params: ingredients.params,
            sources,
            nOverrides: ingredients.overrides.length,
            baselineSeq: request.baselineSeq ?? null,
            madeFrom: madeFromOf(ingredients, hash),
            changedUpstream: upstreamOf(pair).filter((id) => changed.has(id)),
          })
    const status = isFresh ? 'fresh' : older === null ? 'missing' : 'stale'
    return [{ ...pair, dataVersion, ingredients, status, causes }]
  })
}

/** The same version that is not here was removed: that is missing, not stale. */
function isOlder(earlier: AssetRecord, dataVersion: string): boolean {
  return earlier.dataVersion !== null && earlier.dataVersion !== dataVersion
}

export type Known = {
  readonly params: Readonly<Record<string, unknown>>
  readonly sources: readonly string[]
  readonly baseline: string | null
  readonly overrides: readonly ActiveOverride[]
  readonly versionOf: (id: string) => string | undefined
}

/**
 * What a pair is made of. Of a fan-in, the partitions that have a version in every fan-in of the
 * pair, so that they line up; `null` when an input has none at all.
 */
export function ingredientsOf(pair: AssetPair, known: Known): Ingredients | null {
  const usable = usableInputs(pair, (id) => known.versionOf(id) !== undefined)
  if (usable === null) return null
  const deps = usable.map(({ name, refs }) => [
    name,
    refs.map((ref) => [ref.partition, known.versionOf(assetId(ref))]),
  ])
  return {
    key: pair.key,
    partition: pair.partition,
    codeVersion: pair.spec.codeVersion,
    params: known.params,
    sources: known.sources,
    deps: Object.fromEntries(deps),
    baseline: known.baseline,
    overrides: known.overrides,
  }
}

/** The inputs that can be read; `null` when one that is needed, or every partition of one, cannot. */
export function usableInputs(
  pair: AssetPair,
  isUsable: (id: string) => boolean,
): AssetPair['inputs'] | null {
  const fanIns = pair.inputs.filter(({ fanIn }) => fanIn)
  const isInAll = (partition: string | null) =>
    fanIns.every(({ refs }) =>
      refs.some((ref) => ref.partition === partition && isUsable(assetId(ref))),
    )
  const inputs = pair.inputs.map((input) =>
    input.fanIn
      ? { ...input, refs: input.refs.filter(({ partition }) => isInAll(partition)) }
      : input,
  )
  const isReadable = inputs.every(
    ({ refs }) => refs.length > 0 && refs.every((ref) => isUsable(assetId(ref))),
  )
  return isReadable ? inputs : null
}
