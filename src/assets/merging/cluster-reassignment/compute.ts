import { distanceBetween } from '../../../math/squared-distances'
import type { ParamsOf } from '../../spec'
import type { MergedClusters } from '../merged-clusters/spec'
import { type Group, groupsOf, pointOf } from './merged-groups'
import { nearestGroup } from './nearest-group'
import { qualityOf } from './quality'
import type { ClusterReassignment, clusterReassignment } from './spec'

export type Inputs = { readonly merged: MergedClusters }
type ReassignParams = ParamsOf<ReturnType<typeof clusterReassignment>>

/** Where a store is in the end, and how far it is from there and from the next cluster to go to. */
type Place = {
  readonly from: Group
  readonly to: Group
  readonly distance: number
  readonly runnerUp: string
  readonly runnerUpDistance: number
}

/**
 * Empties the merged clusters with fewer than `min_cluster_size` stores (pipeline section 7, steps
 * 3, 5 and 6): each store, or each small cluster as a whole, goes to the nearest centre of a large
 * one. Centres are those of the original members, computed once; stores of large clusters stay.
 * Nothing moves when no cluster is large; every store is then measured among all of them.
 */
export function compute({ merged }: Inputs, params: ReassignParams): ClusterReassignment {
  const groups = groupsOf(merged)
  const large = groups.filter(({ rows }) => rows.length >= params.min_cluster_size)
  const places = placeStores(merged, { groups, large, reassign: params.reassign })
  const rebalanced = places.map(({ to }) => to.name)
  const [before, after] = qualityOf(merged.space, [merged.merged, rebalanced])
  return {
    storeIds: merged.storeIds,
    rebalanced,
    movedFrom: places.map(({ from, to }) => (from === to ? '' : from.name)),
    distance: Float64Array.from(places, ({ distance }) => distance),
    runnerUp: places.map(({ runnerUp }) => runnerUp),
    runnerUpDistance: Float64Array.from(places, ({ runnerUpDistance }) => runnerUpDistance),
    moves: movesOf(merged, places),
    sizesBefore: groups.map(({ name, rows }) => ({ cluster: name, size: rows.length })),
    sizesAfter: sizesOf(groups, rebalanced),
    withinBefore: before.within,
    withinAfter: after.within,
    silhouetteBefore: before.silhouette,
    silhouetteAfter: after.silhouette,
    minClusterSize: params.min_cluster_size,
    workableMinClusterSize: groups.reduce((most, { rows }) => Math.max(most, rows.length), 0),
  }
}

type Situation = {
  readonly groups: readonly Group[]
  readonly large: readonly Group[]
  readonly reassign: ReassignParams['reassign']
}

function placeStores(merged: MergedClusters, { groups, large, reassign }: Situation) {
  const places: Place[] = []
  const targets = large.length === 0 ? groups : large
  for (const from of groups) {
    const isSmall = !large.includes(from)
    const whole = isSmall && reassign === 'cluster' ? nearestGroup(from.center, large) : null
    for (const row of from.rows) {
      const point = pointOf(merged.space, row)
      const nearest = isSmall ? (whole ?? nearestGroup(point, large)) : null
      places[row] = placeOf(point, { from, to: nearest?.group ?? from, targets })
    }
  }
  return places
}

function placeOf(
  point: Float64Array,
  {
    from,
    to,
    targets,
  }: { readonly from: Group; readonly to: Group; readonly targets: readonly Group[] },
): Place {
  const runnerUp = nearestGroup(
    point,
    targets.filter((group) => group !== to),
  )
  return {
    from,
    to,
    distance: distanceBetween(point, to.center),
    runnerUp: runnerUp?.group.name ?? '',
    runnerUpDistance: runnerUp?.distance ?? NaN,
  }
}

function movesOf(merged: MergedClusters, places: readonly Place[]): ClusterReassignment['moves'] {
  return places.flatMap(({ from, to, distance, runnerUp, runnerUpDistance }, row) => {
    if (from === to) return []
    const dFrom = distanceBetween(pointOf(merged.space, row), from.center)
    const storeId = merged.storeIds[row]
    return [
      { storeId, from: from.name, to: to.name, dFrom, dTo: distance, runnerUp, runnerUpDistance },
    ]
  })
}

/** Clusters that still have stores, in the order of `groups`. */
function sizesOf(groups: readonly Group[], labels: readonly string[]) {
  const sizes = new Map(groups.map(({ name }) => [name, 0]))
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return [...sizes].filter(([, size]) => size > 0).map(([cluster, size]) => ({ cluster, size }))
}
