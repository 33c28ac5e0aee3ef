import { selectRows } from '../../../math/matrix'
import { orderBySize } from '../../../math/order-by-size'
import type { StageSpecs } from '../../branch'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { rowsWhere } from '../../rows-where'
import type { ParamsOf } from '../../spec'
import { fitK } from '../fit-k'
import type { OptimalClusterCounts } from '../optimal-cluster-counts/spec'
import type { ClusteringModel } from './spec'

export type Inputs = {
  readonly counts: OptimalClusterCounts
  readonly reduced: DimensionalityReducedFeatures
  readonly imputed: ImputedFeatures
  readonly normalized: NormalizedData
}
type TrainParams = ParamsOf<StageSpecs['model']>

/**
 * K-means with the chosen k on the fitted stores, as plain data with all that a new row needs.
 * Cluster 1 is the largest over the fitted stores, ties go to the lexicographically smaller centre.
 */
export function compute(inputs: Inputs, params: TrainParams): ClusteringModel {
  const { storeIds, componentNames, X, isFitted } = inputs.reduced
  const { k } = inputs.counts
  const rows = rowsWhere(isFitted)
  const matrix = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
  const model = fitK(selectRows(matrix, rows), k, params)
  const ordered = orderBySize(model.labels, model.clusterCenters, k)
  const labels = new Int32Array(storeIds.length).fill(-1)
  rows.forEach((row, i) => {
    labels[row] = ordered.labels[i]
  })
  return {
    algorithm: params.algorithm,
    nClusters: k,
    componentNames,
    clusterCenters: ordered.clusterCenters,
    sizes: ordered.sizes,
    inertia: model.inertia,
    nIter: model.nIter,
    labels,
    storeIds,
    isFitted,
    preprocessing: preprocessingOf(inputs),
  }
}

function preprocessingOf({
  imputed,
  normalized,
  reduced,
}: Inputs): ClusteringModel['preprocessing'] {
  const { pca } = reduced
  return {
    columns: imputed.columns,
    featureNames: normalized.featureNames,
    transforms: normalized.transforms,
    scaler: normalized.scaler,
    weights: normalized.weights,
    pca: pca && { mean: pca.mean, components: pca.components, nComponents: pca.nComponents },
  }
}
