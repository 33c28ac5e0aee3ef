import { type Matrix, rowOf } from '../../../math/matrix'
import { type NearestCenters, nearestCenters } from '../../../math/nearest-centers'
import { distanceBetween } from '../../../math/squared-distances'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import { excludedByOverride } from '../../overrides/excluded-by-override'
import { logOutcomes } from '../../overrides/log-outcomes'
import type { Branch, ComputeContext } from '../../spec'
import { countFilledColumns } from './count-filled-columns'
import { overridePlaces } from './override-places'
import { silhouettesOf } from './silhouettes-of'
import type { AssignedClusters } from './spec'

export type Inputs = {
  readonly model: ClusteringModel
  readonly reduced: DimensionalityReducedFeatures
  readonly imputed: ImputedFeatures
}

type Context = Pick<ComputeContext, 'overrides' | 'log'>

/**
 * The cluster of every store, found by store id: fitted stores keep the label of the fit, every
 * other store (outlier, no data) gets the nearest centre; the overrides of the branch come last.
 * Distances are Euclidean in the model's space.
 */
export function makeCompute(branch: Branch) {
  const asset = `${branch}_assign_clusters`
  return (inputs: Inputs, _params: object, { overrides, log }: Context): AssignedClusters => {
    const { model, reduced, imputed } = inputs
    const { storeIds } = reduced
    const matrix = matrixOf(reduced)
    const inFit = placeStores(matrix, storeIds, model)
    const placed = overridePlaces(inFit, { matrix, storeIds, model, overrides })
    logOutcomes(placed.outcomes, log)
    const taken = new Set(placed.labels)
    const clusterIds = model.clusterIds.filter((_, label) => taken.has(label))
    const reached = new Set(storeIds)
    return {
      ...rowsOfPlaced(inputs, placed),
      nClusters: clusterIds.length,
      clusterIds,
      overrides: placed.outcomes,
      locked: placed.locked,
      excluded: [
        ...imputed.excluded.filter(({ storeId }) => !reached.has(storeId)),
        ...placed.excluded.map((storeId) => ({ storeId, asset, reason: excludedByOverride })),
      ],
    }
  }
}

/** The columns of the stores that are placed. */
function rowsOfPlaced({ model, reduced, imputed }: Inputs, placed: NearestCenters) {
  const { nClusters, clusterIds } = model
  const { isFitted, hasData, isOutlier } = reduced
  const rows = Int32Array.from(placed.labels.keys()).filter((row) => placed.labels[row] !== -1)
  const reals = (values: Float64Array) => Float64Array.from(rows, (row) => values[row])
  const flags = (values: Uint8Array) => Uint8Array.from(rows, (row) => values[row])
  /** Ids of rows of centres; 0 where there is none. */
  const idsOf = (labels: Int32Array) => rows.map((row) => clusterIds[labels[row]] ?? 0)
  const storeIds = Array.from(rows, (row) => reduced.storeIds[row])
  return {
    storeIds,
    clusters: idsOf(placed.labels),
    distance: reals(placed.distances),
    runnerUp: idsOf(placed.runnerUp),
    runnerUpDistance: reals(placed.runnerUpDistances),
    margin: reals(marginsOf(placed.distances, placed.runnerUpDistances)),
    silhouette: reals(silhouettesOf(matrixOf(reduced), placed.labels, { isFitted, nClusters })),
    isOutlier: flags(isOutlier),
    noData: flags(hasData.map((flag) => 1 - flag)),
    filledCells: countFilledColumns(imputed, storeIds),
  }
}

function matrixOf({ X, storeIds, componentNames }: DimensionalityReducedFeatures): Matrix {
  return { X, nSamples: storeIds.length, nFeatures: componentNames.length }
}

/**
 * A fitted store on the border of two clusters is as near to both centres; it stays where the fit
 * put it, so that sizes agree with the model.
 */
function placeStores(
  matrix: Matrix,
  storeIds: readonly string[],
  model: ClusteringModel,
): NearestCenters {
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

/**
 * (d2 - d1) / d2: 0 on the border (and where both are 0), NaN without a runner-up; below 0 where an
 * override keeps a store from its nearest cluster.
 */
function marginsOf(distances: Float64Array, runnerUpDistances: Float64Array): Float64Array {
  return distances.map((d1, row) => {
    const d2 = runnerUpDistances[row]
    return d2 === 0 ? 0 : (d2 - d1) / d2
  })
}
