import type { Matrix } from '../../../math/matrix'
import type { NearestCenters } from '../../../math/nearest-centers'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import { marginsOf } from '../../model-training/margins-of'
import { measureTo, type Placed, placeRows } from '../../model-training/place-rows'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import { excludedByOverride } from '../../overrides/excluded-by-override'
import { logOutcomes } from '../../overrides/log-outcomes'
import type { Branch, ComputeContext } from '../../spec'
import { countFilledColumns } from './count-filled-columns'
import { droppedStores, type Outsiders, outsidersOf, separateStores } from './outsiders'
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
 * other store (outlier, noise, no data) goes where the model places it; the overrides of the branch
 * come last. Distances are Euclidean in the model's space. By `outlier_policy` an outlier, and noise,
 * gets a cluster and a flag, is kept separate, or is dropped, unless a person locks it to a cluster.
 */
export function makeCompute(branch: Branch) {
  const asset = `${branch}_assign_clusters`
  return (inputs: Inputs, _params: object, { overrides, log }: Context): AssignedClusters => {
    const { model, reduced, imputed } = inputs
    const { storeIds } = reduced
    const matrix = matrixOf(reduced)
    const inFit = placeStores(matrix, storeIds, model)
    const outsiders = outsidersOf(reduced, inFit.isNoise)
    const isKept = reduced.outlierPolicy === 'assign'
    const isApart = Uint8Array.from(outsiders, (why) => (why === null || isKept ? 0 : 1))
    const placed = overridePlaces(inFit, { matrix, storeIds, model, overrides, isApart })
    logOutcomes(placed.outcomes, log)
    const taken = new Set(placed.labels)
    const clusterIds = model.clusterIds.filter((_, label) => taken.has(label))
    const reached = new Set(storeIds)
    return {
      ...rowsOfPlaced(inputs, placed, outsiders),
      nClusters: clusterIds.length,
      clusterIds,
      overrides: placed.outcomes,
      locked: placed.locked,
      separate:
        reduced.outlierPolicy === 'separate' ? separateStores(inputs, placed, outsiders) : [],
      excluded: [
        ...imputed.excluded.filter(({ storeId }) => !reached.has(storeId)),
        ...placed.excluded.map((storeId) => ({ storeId, asset, reason: excludedByOverride })),
        ...(reduced.outlierPolicy === 'drop'
          ? droppedStores(branch, storeIds, { placed, outsiders })
          : []),
      ],
    }
  }
}

/** The columns of the stores that are placed. */
function rowsOfPlaced(
  { model, reduced, imputed }: Inputs,
  placed: NearestCenters,
  outsiders: Outsiders,
) {
  const { nClusters, clusterIds } = model
  const { hasData } = reduced
  const isNoise = Uint8Array.from(outsiders, (why) => (why === 'noise' ? 1 : 0))
  const isOutlier = Uint8Array.from(outsiders, (why) => (why === null ? 0 : 1))
  const isFitted = reduced.isFitted.map((flag, row) => flag & (1 - isNoise[row]))
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
    isNoise: flags(isNoise),
    noData: flags(hasData.map((flag) => 1 - flag)),
    filledCells: countFilledColumns(imputed, storeIds),
  }
}

function matrixOf({ X, storeIds, componentNames }: DimensionalityReducedFeatures): Matrix {
  return { X, nSamples: storeIds.length, nFeatures: componentNames.length }
}

/**
 * A fitted store stays where the fit put it, also where another centre is as near or nearer; every
 * other one, and noise, goes where the model places it.
 */
function placeStores(matrix: Matrix, storeIds: readonly string[], model: ClusteringModel): Placed {
  const placed = placeRows(matrix, model)
  const fitted = new Map(
    model.storeIds.map((id, row) => [id, model.isFitted[row] === 1 ? model.labels[row] : null]),
  )
  const ofFit = storeIds.map((id) => fitted.get(id) ?? null)
  const labels = placed.labels.map((label, row) => {
    const own = ofFit[row]
    return own === null || own === -1 ? label : own
  })
  const isNoise = placed.isNoise.map((noise, row) => {
    const own = ofFit[row]
    return own === null ? noise : own === -1 ? 1 : 0
  })
  return { ...measureTo(matrix, labels, model), isNoise }
}
