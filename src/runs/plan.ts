import type { AssetGraph, PartitionSets } from '../assets/graph'
import type { AnySpec } from '../assets/spec'
import { addressOf, assetId } from './address'
import { type AssetPair, pairsOf } from './asset-pairs'
import type { AssetRecord, Source } from './contract'
import { sortedSourcesFor } from './sources-for'
import { dataVersionOf, type Hash, type Ingredients, madeFromOf, sourceVersionOf } from './version'

/** Why an asset differs from its last materialization. */
export type Cause = 'code' | 'params' | 'data' | 'dependencies'

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
  /** Addresses of the values that are here. */
  readonly knownVersions: ReadonlySet<string>
  readonly hash: Hash
  /** The newest successful record of each asset; `stale` and its causes are relative to it. */
  readonly previous?: readonly AssetRecord[]
}

/**
 * What every (asset, partition) would be made of, and whether that value is here. Computed from
 * data alone, upstream first; nothing is ever marked stale.
 */
export function planOf(request: PlanRequest): readonly PlannedAsset[] {
  const { hash } = request
  const versions = new Map<string, string>()
  const sourceVersions = new Map(
    request.sources.map((source) => [source, sourceVersionOf(source, hash)]),
  )
  const params = new Map(request.graph.nodes.map(({ spec }) => [spec, request.paramsOf(spec)]))
  const previous = new Map(request.previous?.map((record) => [assetId(record), record]))
  return pairsOf(request.graph, request.partitionSets).flatMap((pair) => {
    const ingredients = ingredientsOf(pair, {
      params: params.get(pair.spec) ?? {},
      sources: sortedSourcesFor(pair.spec, request.sources).map(
        (source) => sourceVersions.get(source) ?? '',
      ),
      versionOf: (id) => versions.get(id),
    })
    if (ingredients === null) return []
    const dataVersion = dataVersionOf(ingredients, hash)
    versions.set(pair.id, dataVersion)
    const isFresh = request.knownVersions.has(addressOf(pair, dataVersion))
    const earlier = previous.get(pair.id)
    const older = earlier && isOlder(earlier, dataVersion) ? earlier : null
    const causes = older === null ? [] : causesOf(older, ingredients, hash)
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

function causesOf(earlier: AssetRecord, now: Ingredients, hash: Hash): readonly Cause[] {
  const before = earlier.madeFrom
  const after = madeFromOf(now, hash)
  const causes: Cause[] = []
  if (earlier.codeVersion !== now.codeVersion) causes.push('code')
  if (before === undefined) return causes
  if (before.params !== after.params) causes.push('params')
  if (before.sources !== after.sources) causes.push('data')
  if (before.deps !== after.deps) causes.push('dependencies')
  return causes
}
