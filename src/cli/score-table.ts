import { outlierLabel } from '../assets/model-training/outlier-policy'
import type { Predicted } from '../assets/model-training/predict'
import type { ClusteringModel } from '../assets/model-training/train-clustering-models/spec'
import { cellAt } from '../runs/outputs/cell-at'
import type { Cell, TableFile } from '../runs/outputs/output-file'

const columns = [
  'store_nbr',
  'cluster',
  'distance',
  'runner_up',
  'runner_up_distance',
  'margin',
  'is_outlier',
  'unlike_any',
  'no_data',
  'filled_cells',
]

/** Where a model places stores, a row each: the columns of `*_cluster_assignments.csv`. */
export function scoreTable(
  storeIds: readonly string[],
  predicted: Predicted,
  { outlierPolicy }: Pick<ClusteringModel, 'outlierPolicy'>,
): TableFile {
  const rows = storeIds.map((storeId, row): readonly Cell[] => {
    const cluster = predicted.clusters[row] === 0 ? null : cellAt(predicted.clusters, row)
    const isOutlier = predicted.isOutlier[row] === 1
    return [
      storeId,
      isOutlier ? outsideCell(outlierPolicy, cluster) : cluster,
      cellAt(predicted.distances, row),
      predicted.runnerUp[row] === 0 ? null : cellAt(predicted.runnerUp, row),
      cellAt(predicted.runnerUpDistances, row),
      cellAt(predicted.margins, row),
      isOutlier,
      predicted.isUnlikeAny[row] === 1,
      predicted.noData[row] === 1,
      cellAt(predicted.filledCells, row),
    ]
  })
  return { kind: 'table', name: 'scores.csv', columns, rows }
}

/** What stands in place of the nearest cluster. */
function outsideCell(policy: ClusteringModel['outlierPolicy'], cluster: Cell): Cell {
  if (policy === 'assign') return cluster
  return policy === 'separate' ? outlierLabel : null
}
