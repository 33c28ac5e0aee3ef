import type { MergedClusterAssignments } from '../../assets/merging/merged-cluster-assignments/spec'
import { cellAt } from './cell-at'
import type { Cell, TableFile } from './output-file'

const columns = [
  'store_nbr',
  'category',
  'internal_cluster',
  'external_cluster',
  'merged_cluster',
  'rebalanced_cluster',
  'moved_from',
  'distance',
  'runner_up',
  'runner_up_distance',
  'internal_outlier',
  'external_outlier',
]

/** `merged_cluster_assignments.csv`: one row per store and category, by store, then category. */
export function mergedAssignments(value: MergedClusterAssignments): TableFile {
  return {
    kind: 'table',
    name: 'merged_cluster_assignments.csv',
    columns,
    rows: mergedAssignmentRows(value),
  }
}

export function mergedAssignmentRows(value: MergedClusterAssignments): readonly Cell[][] {
  return value.storeIds.map((storeId, i) => [
    storeId,
    cellAt(value.categories, i),
    cellAt(value.internal, i),
    cellAt(value.external, i),
    cellAt(value.merged, i),
    cellAt(value.rebalanced, i),
    value.movedFrom[i] || null,
    cellAt(value.distance, i),
    cellAt(value.runnerUp, i),
    cellAt(value.runnerUpDistance, i),
    value.internalOutlier[i] === 1,
    value.externalOutlier[i] === 1,
  ])
}
