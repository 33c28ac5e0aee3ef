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

/**
 * Where a model places stores, a row each: the columns of `*_cluster_assignments.csv`, which the README
 * of this folder describes. Distances are Euclidean whatever chose the cluster, so that `margin` is
 * below 0 for a store that a mixture or a density puts in another cluster than that of the nearest
 * centre.
 */
export function scoreTable(
  storeIds: readonly string[],
  predicted: Predicted,
  { outlierPolicy }: Pick<ClusteringModel, 'outlierPolicy'>,
): TableFile {
  const rows = storeIds.map((storeId, row): readonly Cell[] => {
    const isOutlier = predicted.isOutlier[row] === 1
    const place = placeOf(predicted, row)
    return [
      storeId,
      ...(isOutlier && outlierPolicy !== 'assign' ? asOutsider(place, outlierPolicy) : place),
      isOutlier,
      predicted.isUnlikeAny[row] === 1,
      predicted.noData[row] === 1,
      cellAt(predicted.filledCells, row),
    ]
  })
  return { kind: 'table', name: 'scores.csv', columns, rows }
}

/** Cluster and distance, the next cluster and its distance, margin. */
type Place = readonly [Cell, Cell, Cell, Cell, Cell]

function placeOf(predicted: Predicted, row: number): Place {
  const idOrNull = (ids: Int32Array) => (ids[row] === 0 ? null : cellAt(ids, row))
  return [
    idOrNull(predicted.clusters),
    cellAt(predicted.distances, row),
    idOrNull(predicted.runnerUp),
    cellAt(predicted.runnerUpDistances, row),
    cellAt(predicted.margins, row),
  ]
}

/** A store that is in no cluster: the nearest centre is only the next one to it. */
function asOutsider(
  [cluster, distance, other, otherDistance]: Place,
  policy: 'separate' | 'drop',
): Place {
  const isOther = otherDistance !== null && distance !== null && otherDistance < distance
  const nearest = isOther ? [other, otherDistance] : [cluster, distance]
  return [
    policy === 'separate' ? outlierLabel : null,
    null,
    nearest[0] ?? null,
    nearest[1] ?? null,
    null,
  ]
}
