import { calinskiHarabaszScore } from '../../../math/calinski-harabasz-score'
import { daviesBouldinScore } from '../../../math/davies-bouldin-score'
import { selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import { finiteOrNull } from '../../finite-or-null'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import { rowsOfStores } from '../../rows-of-stores'
import { rowsWhere } from '../../rows-where'
import type { ClusterMetrics } from './spec'

export type Inputs = {
  readonly assigned: AssignedClusters
  readonly model: ClusteringModel
  readonly reduced: DimensionalityReducedFeatures
}

/**
 * Scores of the clustering over the fitted stores, noise left out, as in the search for k; sizes count
 * every placed store.
 */
export function compute({ assigned, model, reduced }: Inputs): ClusterMetrics {
  const { nClusters } = assigned
  const nStores = assigned.storeIds.length
  const places = rowsOfStores(assigned.storeIds, reduced.storeIds, 'place')
  // What the fit calls noise took part in it, and is in no cluster of its own.
  const isFitted = Uint8Array.from(
    places,
    (row, at) => reduced.isFitted[row] & (1 - assigned.isOutlier[at]),
  )
  const rows = rowsWhere(isFitted)
  return {
    nStores,
    nClusters,
    nOutliers: rowsWhere(assigned.isOutlier).length,
    nSeparate: assigned.separate.length,
    nNoData: rowsWhere(assigned.noData).length,
    inertia: assigned.overrides.length === 0 ? model.inertia : inertiaOf(assigned, rows),
    silhouette: nClusters > 1 ? finiteOrNull(meanAt(assigned.silhouette, rows)) : null,
    ...separationOf(assigned, reduced, { rows, places }),
    clusters: Array.from(assigned.clusterIds, (cluster) =>
      describeCluster(cluster, assigned, isFitted),
    ),
  }
}

function separationOf(
  { clusters, clusterIds, nClusters }: AssignedClusters,
  { X, storeIds, componentNames }: DimensionalityReducedFeatures,
  { rows, places }: { readonly rows: Int32Array; readonly places: Int32Array },
) {
  if (nClusters < 2) return { calinskiHarabasz: null, daviesBouldin: null }
  const matrix = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
  const fitted = selectRows(
    matrix,
    rows.map((row) => places[row]),
  )
  const labels = rows.map((row) => clusterIds.indexOf(clusters[row]))
  return {
    calinskiHarabasz: finiteOrNull(calinskiHarabaszScore(fitted, labels)),
    daviesBouldin: finiteOrNull(daviesBouldinScore(fitted, labels)),
  }
}

/** Means are over the fitted members; over all of them where overrides moved those away. */
function describeCluster(cluster: number, assigned: AssignedClusters, isFitted: Uint8Array) {
  const isMember = assigned.clusters.map((label) => (label === cluster ? 1 : 0))
  const members = rowsWhere(Uint8Array.from(isMember))
  const inFit = members.filter((row) => isFitted[row] === 1)
  const fitted = inFit.length > 0 ? inFit : members
  return {
    cluster,
    size: members.length,
    share: members.length / assigned.storeIds.length,
    outliers: members.filter((row) => assigned.isOutlier[row] === 1).length,
    silhouette: finiteOrNull(meanAt(assigned.silhouette, fitted)),
    meanDistance: meanAt(assigned.distance, fitted),
    meanMargin: finiteOrNull(meanAt(assigned.margin, fitted)),
  }
}

/** After overrides: the fit knows nothing of them. */
function inertiaOf({ distance }: AssignedClusters, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + distance[row] ** 2, 0)
}

function meanAt(values: Float64Array, rows: Int32Array): number {
  return mean(Float64Array.from(rows, (row) => values[row]))
}
