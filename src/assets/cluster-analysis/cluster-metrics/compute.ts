import { calinskiHarabaszScore } from '../../../math/calinski-harabasz-score'
import { daviesBouldinScore } from '../../../math/davies-bouldin-score'
import { selectRows } from '../../../math/matrix'
import { mean } from '../../../math/mean'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import { finiteOrNull } from '../../finite-or-null'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import { rowsWhere } from '../../rows-where'
import type { ClusterMetrics } from './spec'

export type Inputs = {
  readonly assigned: AssignedClusters
  readonly model: ClusteringModel
  readonly reduced: DimensionalityReducedFeatures
}

/**
 * Scores of the clustering over the fitted stores, as in the search for k; sizes count every placed
 * store.
 */
export function compute({ assigned, model, reduced }: Inputs): ClusterMetrics {
  const { nClusters } = assigned
  const nStores = assigned.storeIds.length
  const rows = rowsWhere(reduced.isFitted)
  return {
    nStores,
    nClusters,
    nOutliers: rowsWhere(assigned.isOutlier).length,
    nNoData: rowsWhere(assigned.noData).length,
    inertia: model.inertia,
    silhouette: nClusters > 1 ? finiteOrNull(meanAt(assigned.silhouette, rows)) : null,
    ...separationOf(assigned, reduced, rows),
    clusters: Array.from({ length: nClusters }, (_, c) =>
      describeCluster(c + 1, assigned, reduced.isFitted),
    ),
  }
}

function separationOf(
  { clusters, nClusters }: AssignedClusters,
  { X, storeIds, componentNames }: DimensionalityReducedFeatures,
  rows: Int32Array,
) {
  if (nClusters < 2) return { calinskiHarabasz: null, daviesBouldin: null }
  const matrix = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
  const fitted = selectRows(matrix, rows)
  const labels = rows.map((row) => clusters[row] - 1)
  return {
    calinskiHarabasz: finiteOrNull(calinskiHarabaszScore(fitted, labels)),
    daviesBouldin: finiteOrNull(daviesBouldinScore(fitted, labels)),
  }
}

/** Means are over the fitted members, of which every cluster has one. */
function describeCluster(cluster: number, assigned: AssignedClusters, isFitted: Uint8Array) {
  const isMember = assigned.clusters.map((label) => (label === cluster ? 1 : 0))
  const members = rowsWhere(Uint8Array.from(isMember))
  const fitted = members.filter((row) => isFitted[row] === 1)
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

function meanAt(values: Float64Array, rows: Int32Array): number {
  return mean(Float64Array.from(rows, (row) => values[row]))
}
