import { distanceBetween } from '../../../math/squared-distances'
import { applyOverrides, type Overridden } from '../../overrides/apply-overrides'
import { excludedByOverride } from '../../overrides/excluded-by-override'
import { logOutcomes } from '../../overrides/log-outcomes'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { MergedClusters } from '../merged-clusters/spec'
import { type Group, groupsOf, pointOf } from './merged-groups'
import { nearestGroup } from './nearest-group'
import { qualityBeforeAndAfter } from './quality'
import type { ClusterReassignment, clusterReassignment } from './spec'

export type Inputs = { readonly merged: MergedClusters }
type ReassignParams = ParamsOf<ReturnType<typeof clusterReassignment>>

/** Where a store is in the end, and how far it is from there and from the next cluster to go to. */
type Place = {
  readonly storeId: string
  readonly externalStoreId: string
  readonly from: Group
  readonly to: Group
  /** Where it would be without overrides. */
  readonly bySize: Group
  readonly point: Float64Array
  readonly distance: number
  readonly runnerUp: string
  readonly runnerUpDistance: number
}

/**
 * Empties the merged clusters with fewer than `min_cluster_size` stores: each store, or each small
 * cluster as a whole, goes to the nearest centre of a large one. Centres are those of the original
 * members, computed once; stores of large clusters stay. Nothing moves when no cluster is large;
 * every store is then measured among all of them. Overrides come last; a store may be locked to any
 * merged cluster, also to a small one.
 */
export function compute(
  { merged }: Inputs,
  params: ReassignParams,
  { overrides, log }: Pick<ComputeContext, 'overrides' | 'log'>,
): ClusterReassignment {
  const groups = groupsOf(merged)
  const large = groups.filter(({ rows }) => rows.length >= params.min_cluster_size)
  const bySize = placeBySize(merged, { groups, large, reassign: params.reassign })
  const decided = applyOverrides({
    storeIds: merged.storeIds,
    clusters: bySize.map(({ name }) => name),
    space: {
      X: merged.space.X,
      nSamples: merged.storeIds.length,
      nFeatures: merged.space.featureNames.length,
    },
    centers: new Map(groups.map(({ name, center }) => [name, center])),
    overrides,
  })
  logOutcomes(decided.outcomes, log)
  const places = placesOf(merged, decided, { groups, large, bySize })
  const rebalanced = places.map(({ to }) => to.name)
  const storeIds = places.map(({ storeId }) => storeId)
  return {
    storeIds,
    externalStoreIds: places.map(({ externalStoreId }) => externalStoreId),
    rebalanced,
    movedFrom: places.map(({ from, to }) => (from === to ? '' : from.name)),
    distance: Float64Array.from(places, ({ distance }) => distance),
    runnerUp: places.map(({ runnerUp }) => runnerUp),
    runnerUpDistance: Float64Array.from(places, ({ runnerUpDistance }) => runnerUpDistance),
    moves: places.filter(({ from, to }) => from !== to).map(moveOf),
    overrides: decided.outcomes,
    locked: decided.locked,
    excluded: decided.excluded.map((storeId) => ({
      storeId,
      asset: 'cluster_reassignment',
      reason: excludedByOverride,
    })),
    sizesBefore: groups.map(({ name, rows }) => ({ cluster: name, size: rows.length })),
    sizesAfter: sizesOf(groups, rebalanced),
    ...qualityBeforeAndAfter(merged, { storeIds, rebalanced }),
    minClusterSize: params.min_cluster_size,
    workableMinClusterSize: groups.reduce((most, { rows }) => Math.max(most, rows.length), 0),
  }
}

type Situation = {
  readonly groups: readonly Group[]
  readonly large: readonly Group[]
  readonly reassign: ReassignParams['reassign']
}

/** The cluster of each store after the small ones were emptied, aligned with the stores. */
function placeBySize(merged: MergedClusters, { groups, large, reassign }: Situation) {
  const places: Group[] = []
  for (const from of groups) {
    const isSmall = !large.includes(from)
    const whole = isSmall && reassign === 'cluster' ? nearestGroup(from.center, large) : null
    for (const row of from.rows) {
      const point = pointOf(merged.space, row)
      const nearest = isSmall ? (whole ?? nearestGroup(point, large)) : null
      places[row] = nearest?.group ?? from
    }
  }
  return places
}

type Decided = Pick<Situation, 'groups' | 'large'> & { readonly bySize: readonly Group[] }

/** Every store that is not left out, measured to its final cluster and to the next large one. */
function placesOf(
  merged: MergedClusters,
  { clusters, excluded }: Overridden,
  { groups, large, bySize }: Decided,
): readonly Place[] {
  const byName = new Map(groups.map((group) => [group.name, group]))
  const leftOut = new Set(excluded)
  const targets = large.length === 0 ? groups : large
  return merged.storeIds.flatMap((storeId, row) => {
    const [from, to] = [byName.get(merged.merged[row]), byName.get(clusters[row])]
    if (from === undefined || to === undefined || leftOut.has(storeId)) return []
    const point = pointOf(merged.space, row)
    const next = nearestGroup(
      point,
      targets.filter((group) => group !== to),
    )
    const distance = distanceBetween(point, to.center)
    const runnerUp = next?.group.name ?? ''
    const runnerUpDistance = next?.distance ?? NaN
    const ids = { storeId, externalStoreId: merged.externalStoreIds[row] }
    const measured = { point, distance, runnerUp, runnerUpDistance }
    return [{ ...ids, from, to, bySize: bySize[row], ...measured }]
  })
}

function moveOf(place: Place): ClusterReassignment['moves'][number] {
  const { storeId, from, to, bySize, point, distance, runnerUp, runnerUpDistance } = place
  return {
    storeId,
    from: from.name,
    to: to.name,
    dFrom: distanceBetween(point, from.center),
    dTo: distance,
    runnerUp,
    runnerUpDistance,
    by: to === bySize ? 'size' : 'override',
  }
}

/** Clusters that still have stores, in the order of `groups`. */
function sizesOf(groups: readonly Group[], labels: readonly string[]) {
  const sizes = new Map(groups.map(({ name }) => [name, 0]))
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return [...sizes].filter(([, size]) => size > 0).map(([cluster, size]) => ({ cluster, size }))
}
