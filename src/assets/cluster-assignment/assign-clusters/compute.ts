import { nearestCenters } from '../../../math/nearest-centers'
import { type Matrix, rowOf } from '../../../math/matrix'
import { distanceBetween } from '../../../math/squared-distances'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import { countFilledColumns } from './count-filled-columns'
import { silhouettesOf } from './silhouettes-of'
import type { AssignedClusters } from './spec'

export type Inputs = {
  readonly model: ClusteringModel
  readonly reduced: DimensionalityReducedFeatures
  readonly imputed: ImputedFeatures
}

/**
 * The cluster of every store, found by store id: fitted stores keep the label of the fit, every
 * other store (outlier, no data) gets the nearest centre. Distances are Euclidean in the model's space.
 */
export function compute({ model, reduced, imputed }: Inputs): AssignedClusters {
  const { storeIds, componentNames, hasData, isOutlier } = reduced
  const { nClusters } = model
  const matrix = { X: reduced.X, nSamples: storeIds.length, nFeatures: componentNames.length }
  const placed = placeStores(matrix, storeIds, model)
  const withCluster = new Set(storeIds)
  return {
    storeIds,
    clusters: placed.labels.map((label) => label + 1),
    nClusters,
    distance: placed.distances,
    runnerUp: placed.runnerUp.map((label) => label + 1),
    runnerUpDistance: placed.runnerUpDistances,
    margin: marginsOf(placed.distances, placed.runnerUpDistances),
    silhouette: silhouettesOf(matrix, placed.labels, { isFitted: reduced.isFitted, nClusters }),
    isOutlier,
    noData: hasData.map((flag) => 1 - flag),
    filledCells: countFilledColumns(imputed, storeIds),
    excluded: imputed.excluded.filter(({ storeId }) => !withCluster.has(storeId)),
  }
}

type Placed = ReturnType<typeof nearestCenters>

/**
 * A fitted store on the border of two clusters is as near to both centres; it stays where the fit
 * put it, so that sizes agree with the model.
 */
function placeStores(matrix: Matrix, storeIds: readonly string[], model: ClusteringModel): Placed {
  const nearest = nearestCenters(matrix, model.clusterCenters, model.nClusters)
  const centers = { ...matrix, X: model.clusterCenters, nSamples: model.nClusters }
  const fittedLabels = new Map(model.storeIds.map((id, row) => [id, model.labels[row]]))
  const placed = {
    labels: nearest.labels.slice(),
    distances: nearest.distances.slice(),
    runnerUp: nearest.runnerUp.slice(),
    runnerUpDistances: nearest.runnerUpDistances.slice(),
  }
  storeIds.forEach((id, row) => {
    const label = fittedLabels.get(id) ?? -1
    if (label === -1 || label === nearest.labels[row]) return
    placed.labels[row] = label
    placed.distances[row] = distanceBetween(rowOf(matrix, row), rowOf(centers, label))
    placed.runnerUp[row] = nearest.labels[row]
    placed.runnerUpDistances[row] = nearest.distances[row]
  })
  return placed
}

/** (d2 - d1) / d2: 0 on the border (and where both are 0), NaN without a runner-up. */
function marginsOf(distances: Float64Array, runnerUpDistances: Float64Array): Float64Array {
  return distances.map((d1, row) => {
    const d2 = runnerUpDistances[row]
    return d2 === 0 ? 0 : (d2 - d1) / d2
  })
}
