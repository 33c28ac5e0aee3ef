import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import { outlierLabel } from '../../assets/model-training/outlier-policy'
import type { Branch } from '../../assets/spec'
import { compareText } from '../../table/compare-text'
import { cellAt } from './cell-at'
import type { Made } from '../values-made'
import { categoryOf } from './category-of'
import type { Cell, TableFile } from './output-file'

const columns = [
  'store_nbr',
  'category',
  'cluster',
  'distance',
  'runner_up',
  'runner_up_distance',
  'margin',
  'silhouette',
  'is_outlier',
  'no_data',
  'filled_cells',
]

/** `internal_` or `external_cluster_assignments.csv`: by store, then category. */
export function branchAssignments(
  branch: Branch,
  made: readonly Made<AssignedClusters>[],
): TableFile {
  return {
    kind: 'table',
    name: `${branch}_cluster_assignments.csv`,
    columns,
    rows: branchAssignmentRows(made),
  }
}

export function branchAssignmentRows(
  made: readonly Made<AssignedClusters>[],
): readonly (readonly Cell[])[] {
  const rows = made.flatMap(({ partition, value }) => rowsOf(categoryOf(partition), value))
  return rows
    .toSorted((a, b) => compareText(a.storeId, b.storeId) || compareText(a.category, b.category))
    .map(({ cells }) => cells)
}

function rowsOf(category: string, value: AssignedClusters) {
  return [...clusteredRows(category, value), ...separateRows(category, value)]
}

function clusteredRows(category: string, value: AssignedClusters) {
  return value.storeIds.map((storeId, i) => ({
    storeId,
    category,
    cells: [
      storeId,
      category,
      cellAt(value.clusters, i),
      cellAt(value.distance, i),
      value.runnerUp[i] === 0 ? null : cellAt(value.runnerUp, i),
      cellAt(value.runnerUpDistance, i),
      cellAt(value.margin, i),
      cellAt(value.silhouette, i),
      value.isOutlier[i] === 1,
      value.noData[i] === 1,
      cellAt(value.filledCells, i),
    ],
  }))
}

/** A store without a cluster: what would be next is the nearest one. */
function separateRows(category: string, value: AssignedClusters) {
  return value.separate.map(({ storeId, filledCells, nearest, nearestDistance }) => ({
    storeId,
    category,
    cells: [
      storeId,
      category,
      outlierLabel,
      null,
      nearest,
      nearestDistance,
      null,
      null,
      true,
      false,
      filledCells,
    ],
  }))
}
