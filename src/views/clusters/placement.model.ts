import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import { outlierLabel } from '../../state/outlier-label'

/** The cluster of every store in one of the three views; arrays are aligned with `storeIds`. */
export type Placement = {
  readonly storeIds: readonly string[]
  /** Key of the cluster: `2`, or `2_1` of a merged one; `outlier` of a store in none. */
  readonly clusters: readonly string[]
  /** The next nearest cluster; empty where there is none. */
  readonly runnerUp: readonly string[]
  /** (d2 - d1) / d2: 0 on the border, 1 at the centre; NaN with one cluster. */
  readonly margin: Float64Array
  /** NaN where it is not known: merged clusters have no silhouette per store. */
  readonly silhouette: Float64Array
  readonly isOutlier: Uint8Array
  readonly noData: Uint8Array
  readonly filledCells: Int32Array
  /** The small cluster a store was moved out of; empty where it was not moved. */
  readonly movedFrom: readonly string[]
  /** It is where it is because a person locked it there. */
  readonly isLocked: Uint8Array
  readonly nExcluded: number
}

export function placementOf(assigned: AssignedClusters): Placement {
  const { storeIds, margin, silhouette, isOutlier, noData, filledCells, excluded } = assigned
  const clustered = {
    storeIds,
    clusters: Array.from(assigned.clusters, String),
    runnerUp: Array.from(assigned.runnerUp, (cluster) => (cluster === 0 ? '' : String(cluster))),
    margin,
    silhouette,
    isOutlier,
    noData,
    filledCells,
    movedFrom: storeIds.map(() => ''),
    isLocked: flagsOf(storeIds, assigned.locked),
    nExcluded: excluded.length,
  }
  return withSeparate(
    clustered,
    assigned.separate.map((store) => ({ ...store, next: String(store.nearest) })),
  )
}

type Separate = {
  readonly storeId: string
  readonly filledCells?: number
  readonly next: string
}

/** Stores in no cluster come last; the nearest cluster is what would be next. */
function withSeparate(placement: Placement, separate: readonly Separate[]): Placement {
  const n = separate.length
  if (n === 0) return placement
  const { storeIds, clusters, runnerUp, margin, silhouette, filledCells } = placement
  const unknown = separate.map(() => NaN)
  const flags = (of: Uint8Array, flag: 0 | 1) =>
    Uint8Array.from([...of, ...new Uint8Array(n).fill(flag)])
  return {
    storeIds: [...storeIds, ...separate.map(({ storeId }) => storeId)],
    clusters: [...clusters, ...separate.map(() => outlierLabel)],
    runnerUp: [...runnerUp, ...separate.map(({ next }) => next)],
    margin: Float64Array.from([...margin, ...unknown]),
    silhouette: Float64Array.from([...silhouette, ...unknown]),
    isOutlier: flags(placement.isOutlier, 1),
    noData: flags(placement.noData, 0),
    filledCells: Int32Array.from([
      ...filledCells,
      ...separate.map((store) => store.filledCells ?? 0),
    ]),
    movedFrom: [...placement.movedFrom, ...separate.map(() => '')],
    isLocked: flags(placement.isLocked, 0),
    nExcluded: placement.nExcluded,
  }
}

/** The final merged clusters: after the small ones were emptied. */
export function mergedPlacement(after: ClusterReassignment, crossed: MergedClusters): Placement {
  const { storeIds, distance, runnerUpDistance } = after
  const crossedRow = new Map(crossed.storeIds.map((id, row) => [id, row]))
  const isOutlier = Uint8Array.from(storeIds, (id) => {
    const row = crossedRow.get(id) ?? -1
    return crossed.internalOutlier[row] === 1 || crossed.externalOutlier[row] === 1 ? 1 : 0
  })
  const clustered = {
    storeIds,
    clusters: after.rebalanced,
    runnerUp: after.runnerUp,
    margin: distance.map((own, i) => marginOf(own, runnerUpDistance[i] ?? NaN)),
    silhouette: new Float64Array(storeIds.length).fill(NaN),
    isOutlier,
    noData: new Uint8Array(storeIds.length),
    filledCells: new Int32Array(storeIds.length),
    movedFrom: after.movedFrom,
    isLocked: flagsOf(storeIds, after.locked),
    nExcluded: crossed.onlyInternal.length + crossed.onlyExternal.length,
  }
  return withSeparate(
    clustered,
    crossed.separate.map(({ storeId }) => ({ storeId, next: '' })),
  )
}

function flagsOf(storeIds: readonly string[], chosen: readonly string[]): Uint8Array {
  const set = new Set(chosen)
  return Uint8Array.from(storeIds, (id) => (set.has(id) ? 1 : 0))
}

function marginOf(own: number, next: number): number {
  return next > 0 ? (next - own) / next : NaN
}

/** Which half of a merged label is the internal cluster, read from labels whose halves differ. */
export function orderOf({ merged, internal, external }: MergedClusters) {
  const turned = merged.some(
    (label, i) => internal[i] !== external[i] && label === `${external[i]}_${internal[i]}`,
  )
  return turned ? 'external_internal' : 'internal_external'
}
