import type { AssetGraph } from '../assets/graph'
import type { ActiveOverride } from '../assets/override'
import type { AnySpec } from '../assets/spec'
import type { AssetPair } from './asset-pairs'
import { canonicalJson } from './canonical-json'
import type { Source } from './contract'
import { ingredientsOf, type Known } from './ingredients'
import { isSameList, type PlanMemo, type Versioned } from './plan-memo'
import { sortedSourcesFor } from './sources-for'
import { dataVersionOf, type Hash, sourceVersionOf } from './version'

export type VersionRequest = {
  readonly graph: AssetGraph
  readonly paramsOf: (spec: AnySpec) => Readonly<Record<string, unknown>>
  readonly sources: readonly Source[]
  /** Data version of a pair in the baseline run. */
  readonly baselineOf?: (pair: AssetPair) => string | null
  readonly overridesOf?: (pair: AssetPair) => readonly ActiveOverride[]
  readonly hash: Hash
}

/** What all partitions of a spec read alike. */
type Reading = {
  readonly params: Readonly<Record<string, unknown>>
  /** The parameters in canonical JSON. */
  readonly text: string
  readonly sources: readonly Source[]
  /** Versions of the sources, in the same order. */
  readonly versions: readonly string[]
}

export type VersionedPair = {
  readonly pair: AssetPair
  readonly made: Versioned
  /** The files that it reads itself. */
  readonly sources: readonly Source[]
}

/** The version of every pair that can be made, upstream first, as the pairs come. */
export function versionsOf(
  pairs: readonly AssetPair[],
  request: VersionRequest,
  memo: Pick<PlanMemo, 'find' | 'keep'>,
): readonly VersionedPair[] {
  const readings = readingsOf(request)
  const versions = new Map<string, string>()
  const versionOf = (id: string) => versions.get(id)
  const made: VersionedPair[] = []
  for (const pair of pairs) {
    const reading = readings.get(pair.spec)
    if (reading === undefined) continue
    const baseline = request.baselineOf?.(pair) ?? null
    const overrides = request.overridesOf?.(pair) ?? []
    const { params, versions: sources } = reading
    const known = { params, sources, baseline, overrides, versionOf }
    const before = memo.find(
      pair,
      (made) => made.params === reading.text && isMadeOf(pair, made.ingredients, known),
    )
    const now = before ?? workOut(pair, known, { ...reading, hash: request.hash })
    if (now === null) continue
    if (now !== before) memo.keep(pair, now)
    versions.set(pair.id, now.dataVersion)
    made.push({ pair, made: now, sources: reading.sources })
  }
  return made
}

function readingsOf({
  graph,
  paramsOf,
  ...request
}: VersionRequest): ReadonlyMap<AnySpec, Reading> {
  const versions = new Map(
    request.sources.map((source) => [source, sourceVersionOf(source, request.hash)]),
  )
  return new Map(
    graph.nodes.map(({ spec }) => {
      const params = paramsOf(spec)
      const sources = sortedSourcesFor(spec, request.sources)
      const ofSources = sources.map((source) => versions.get(source) ?? '')
      return [spec, { params, text: canonicalJson(params), sources, versions: ofSources }]
    }),
  )
}

function workOut(
  pair: AssetPair,
  known: Known,
  { text, hash }: { readonly text: string; readonly hash: Hash },
): Versioned | null {
  const ingredients = ingredientsOf(pair, known)
  if (ingredients === null) return null
  return { ingredients, params: text, dataVersion: dataVersionOf(ingredients, hash, text) }
}

/** Whether a pair is made of the same as before, parameters apart: then it has the same version. */
function isMadeOf(
  { inputs }: AssetPair,
  { sources, deps, baseline, overrides }: Versioned['ingredients'],
  now: Known,
): boolean {
  const hasSameOverrides =
    overrides.length === now.overrides.length &&
    (overrides.length === 0 || canonicalJson(overrides) === canonicalJson(now.overrides))
  return (
    baseline === now.baseline &&
    hasSameOverrides &&
    isSameList(sources, now.sources) &&
    inputs.every(({ name, refs }) => {
      const before = deps[name] ?? []
      return (
        before.length === refs.length &&
        refs.every(({ id }, i) => now.versionOf(id) === before[i]?.[1])
      )
    })
  )
}
