import { featureSelection } from './feature-engineering/filtered-features/selection/params'
import { categories, externalScope } from './preprocessing/params'
import type { Role } from './source'
import type { AnySpec, Dep } from './spec'

/**
 * Parameters that decide which partitions there are instead of what one holds: to leave a category
 * out makes nothing of the others anew. And what one asset reads of another only with them.
 */
export const graphParams = {
  external_scope: externalScope,
  categories,
  feature_selection: featureSelection,
} as const

/** An upstream asset under the name that compute knows it by. */
export type Upstream = { readonly name: string; readonly spec: AnySpec }

export type AssetNode = {
  readonly spec: AnySpec
  readonly upstream: readonly Upstream[]
}

/** The assets that can exist for these files, upstream first; what is drawn is what runs. */
export type AssetGraph = {
  readonly nodes: readonly AssetNode[]
  readonly byKey: ReadonlyMap<string, AssetNode>
  readonly downstream: ReadonlyMap<string, readonly string[]>
  /** Assets left out because a file role is absent. */
  readonly absent: readonly AbsentAsset[]
}

export type AbsentAsset = {
  readonly spec: AnySpec
  /** The roles that have no file. */
  readonly missing: readonly Role[]
  /** The parameter without whose value nothing would be missing; null where there is none. */
  readonly because: Condition | null
}

type Condition = Extract<Dep, { readonly when: unknown }>['when']

/**
 * Derives the graph from the specs: alternatives resolved by the roles that have files,
 * conditional deps by the parameters.
 */
export function makeGraph(
  specs: readonly AnySpec[],
  roles: ReadonlySet<Role>,
  params: Record<string, unknown>,
): AssetGraph {
  const byKey = new Map<string, AssetNode>()
  const absent = new Map<string, AbsentAsset>()
  const isPresent = (spec: AnySpec) => byKey.has(spec.key)

  for (const spec of specs) {
    const upstream: Upstream[] = []
    const own = spec.sources.filter((role) => !roles.has(role))
    const missing = new Set<Role>(own)
    const causes: (Condition | null)[] = own.map(() => null)
    for (const [name, dep] of Object.entries<Dep>(spec.deps)) {
      const resolved = resolveDep(dep, params, isPresent)
      if (resolved === null) continue
      const lacking = absent.get(resolved.key)
      if (lacking === undefined) upstream.push({ name, spec: resolved })
      else {
        for (const role of lacking.missing) missing.add(role)
        causes.push('when' in dep ? dep.when : lacking.because)
      }
    }
    if (missing.size === 0) byKey.set(spec.key, { spec, upstream })
    else absent.set(spec.key, { spec, missing: [...missing], because: onlyCause(causes) })
  }
  const nodes = [...byKey.values()]
  return { nodes, byKey, downstream: downstreamOf(nodes), absent: [...absent.values()] }
}

/** The first parameter, unless something is missing whatever the parameters are. */
function onlyCause(causes: readonly (Condition | null)[]): Condition | null {
  return causes.includes(null) ? null : (causes[0] ?? null)
}

function resolveDep(
  dep: Dep,
  params: Record<string, unknown>,
  isPresent: (spec: AnySpec) => boolean,
): AnySpec | null {
  if ('oneOf' in dep) return dep.oneOf.find(isPresent) ?? dep.oneOf[0] ?? null
  if ('ifPresent' in dep) return isPresent(dep.ifPresent) ? dep.ifPresent : null
  if ('when' in dep) return params[dep.when.param] === dep.when.is ? dep.spec : null
  return dep
}

function downstreamOf(nodes: readonly AssetNode[]): ReadonlyMap<string, readonly string[]> {
  const downstream = new Map<string, string[]>(nodes.map((node) => [node.spec.key, []]))
  for (const node of nodes)
    for (const { spec } of node.upstream) downstream.get(spec.key)?.push(node.spec.key)
  return downstream
}

/** Partition names per kind of partitioning, both sorted by code units. */
export type PartitionSets = {
  readonly internal: readonly string[]
  readonly external: readonly string[]
}

/** The partitions of an asset; `null` is the only one of an asset that has none. */
export function partitionsOf(spec: AnySpec, sets: PartitionSets): readonly (string | null)[] {
  return spec.partitions === 'none' ? [null] : sets[spec.partitions]
}

/**
 * Which partitions of an upstream asset one partition of its downstream reads. The same partition
 * where both have it, all of them (a fan-in) where what is of the whole chain reads what is by
 * category, else the only one that there is.
 */
export function upstreamPartitions(
  upstream: AnySpec,
  partition: string | null,
  sets: PartitionSets,
): { readonly partitions: readonly (string | null)[]; readonly fanIn: boolean } {
  const all = partitionsOf(upstream, sets)
  if (upstream.partitions === 'none') return { partitions: all, fanIn: false }
  if (partition === null) return { partitions: all, fanIn: true }
  if (all.includes(partition)) return { partitions: [partition], fanIn: false }
  return { partitions: all, fanIn: upstream.partitions === 'internal' }
}
