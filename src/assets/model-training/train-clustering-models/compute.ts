import { selectRows } from '../../../math/matrix'
import { orderBySize, type SizeOrder } from '../../../math/order-by-size'
import type { StageSpecs } from '../../branch'
import type { DimensionalityReducedFeatures } from '../../feature-engineering/dimensionality-reduced-features/spec'
import { rowReductionOf } from '../../feature-engineering/dimensionality-reduced-features/reduce-rows'
import type { ImputedFeatures } from '../../feature-engineering/imputed-features/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { rowsWhere } from '../../rows-where'
import { wholeFile } from '../../preprocessing/partition-names'
import type { Branch, ComputeContext, ParamsOf } from '../../spec'
import { fitK } from '../fit-k'
import type { OptimalClusterCounts } from '../optimal-cluster-counts/spec'
import { identifyClusters } from './identify-clusters'
import { placingOf } from './placing-of'
import { type BranchTable, readingOf } from './reading-of'
import { renumberShape } from './renumber-shape'
import { seedAgreement } from './seed-agreement'
import type { ClusteringModel } from './spec'

export type Inputs = {
  readonly table: BranchTable
  readonly counts: OptimalClusterCounts
  readonly reduced: DimensionalityReducedFeatures
  readonly imputed: ImputedFeatures
  readonly normalized: NormalizedData
}
type TrainParams = ParamsOf<StageSpecs['model']>
type TrainContext = Pick<ComputeContext<ClusteringModel>, 'baseline' | 'log' | 'partition'>

/**
 * The algorithm with the chosen k on the fitted stores, as plain data with all that a new row needs.
 * Clusters are in the order of their ids: carried on from the baseline, or else by size over the
 * fitted stores, the largest first, ties to the lexicographically smaller centre.
 */
export function makeCompute(branch: Branch) {
  return (inputs: Inputs, params: TrainParams, context: TrainContext): ClusteringModel => ({
    branch,
    category: context.partition ?? wholeFile,
    ...train(inputs, params, context),
    reading: readingOf(
      inputs.table,
      branch,
      inputs.imputed.columns.map(({ name }) => name),
    ),
  })
}

function train(
  inputs: Inputs,
  params: TrainParams,
  context: TrainContext,
): Omit<ClusteringModel, 'branch' | 'category' | 'reading'> {
  const { storeIds, componentNames, X, isFitted } = inputs.reduced
  const { k } = inputs.counts
  const rows = rowsWhere(isFitted)
  const matrix = { X, nSamples: storeIds.length, nFeatures: componentNames.length }
  const fittedRows = selectRows(matrix, rows)
  const flagged = selectRows(matrix, rowsWhere(inputs.reduced.isOutlier))
  const model = fitK(fittedRows, k, params)
  const { nClusters } = model
  const bySize = orderBySize(model.labels, model.clusterCenters, nClusters)
  const fitted = { storeIds: Array.from(rows, (row) => storeIds[row]), labels: bySize.labels }
  const { clusterIds, ...history } = identifyClusters({ ...fitted, nClusters }, context)
  const { labels, ...clusters } = orderById(bySize, clusterIds)
  const shape = renumberShape(model.shape, { from: model.labels, to: labels, nClusters })
  return {
    algorithm: params.algorithm,
    nClusters,
    componentNames,
    ...clusters,
    ...history,
    inertia: model.inertia,
    seedAgreement: seedAgreement(model),
    nIter: model.nIter,
    labels: spread(labels, rows, storeIds.length),
    storeIds,
    shape,
    ...placingOf(fittedRows, { ...clusters, shape, labels, nClusters }, flagged),
    isFitted,
    outlierPolicy: inputs.reduced.outlierPolicy,
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
    imputer: imputed.imputer,
    featureNames: normalized.featureNames,
    transforms: normalized.transforms,
    scaler: normalized.scaler,
    weights: normalized.weights,
    pca: pca && rowReductionOf(pca),
  }
}
