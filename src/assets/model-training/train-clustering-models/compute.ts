import { selectRows } from '../../../math/matrix'
import { orderBySize, type SizeOrder } from '../../../math/order-by-size'
import type { StageSpecs } from '../../branch'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { rowsWhere } from '../../rows-where'
import type { ComputeContext, ParamsOf } from '../../spec'
import { fitK } from '../fit-k'
import type { OptimalClusterCounts } from '../optimal-cluster-counts/spec'
import { identifyClusters } from './identify-clusters'
import { seedAgreement } from './seed-agreement'
import type { ClusteringModel } from './spec'

export type Inputs = {
  readonly counts: OptimalClusterCounts
  readonly reduced: DimensionalityReducedFeatures
  readonly imputed: ImputedFeatures
  readonly normalized: NormalizedData
}
type TrainParams = ParamsOf<StageSpecs['model']>
type TrainContext = Pick<ComputeContext<ClusteringModel>, 'baseline' | 'log'>

/**
 * K-means with the chosen k on the fitted stores, as plain data with all that a new row needs.
 * Clusters are in the order of their ids: carried on from the baseline, or else by size over the
 * fitted stores, the largest first, ties to the lexicographically smaller centre.
 */
export function compute(
  inputs: Inputs,
  params: TrainParams,
  context: TrainContext,
): ClusteringModel {
  const { storeIds, componentNames, X, isFitted } = inputs.reduced
  const { k } = inputs.counts
  const rows = rowsWhere(isFitted)
  const matrix = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
  const model = fitK(selectRows(matrix, rows), k, params)
  const bySize = orderBySize(model.labels, model.clusterCenters, k)
  const fitted = { storeIds: Array.from(rows, (row) => storeIds[row]), labels: bySize.labels }
  const { clusterIds, ...history } = identifyClusters({ ...fitted, nClusters: k }, context)
  const { labels, ...clusters } = orderById(bySize, clusterIds)
  return {
    algorithm: params.algorithm,
    nClusters: k,
    componentNames,
    ...clusters,
    ...history,
    inertia: model.inertia,
    seedAgreement: seedAgreement(model),
    nIter: model.nIter,
    labels: spread(labels, rows, storeIds.length),
    storeIds,
    isFitted,
    preprocessing: preprocessingOf(inputs),
  }
}

/** Centres, sizes and labels in ascending order of the ids. */
function orderById({ labels, clusterCenters, sizes }: SizeOrder, ids: Int32Array) {
  const order = Int32Array.from(ids.keys()).sort((a, b) => ids[a] - ids[b])
  const centers = {
    X: clusterCenters,
    nSamples: ids.length,
    nFeatures: clusterCenters.length / ids.length,
  }
  return {
    labels: labels.map((label) => order.indexOf(label)),
    clusterCenters: selectRows(centers, order).X,
    clusterIds: order.map((c) => ids[c]),
    sizes: order.map((c) => sizes[c]),
  }
}

/** The labels of some rows among all; -1 elsewhere. */
function spread(labels: Int32Array, rows: Int32Array, nRows: number): Int32Array {
  const all = new Int32Array(nRows).fill(-1)
  rows.forEach((row, i) => {
    all[row] = labels[i]
  })
  return all
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
