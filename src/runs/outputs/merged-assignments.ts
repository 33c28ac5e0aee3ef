import type { MergedClusterAssignments } from '../../assets/merging/merged-cluster-assignments/spec'
import { outlierLabel } from '../../assets/model-training/outlier-policy'
import { compareText } from '../../table/compare-text'
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
  const separate = value.separate
  const clustered = clusteredRows(value)
  if (separate.length === 0) return clustered
  return [...clustered, ...separate.map(separateRow)].sort(
    ([storeA, categoryA], [storeB, categoryB]) =>
      compareText(String(storeA), String(storeB)) ||
      compareText(String(categoryA), String(categoryB)),
  )
}

function clusteredRows(value: MergedClusterAssignments): Cell[][] {
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

/** It never moves, so that it is in the end what it was crossed to. */
function separateRow(store: MergedClusterAssignments['separate'][number]): Cell[] {
  const { storeId, category, internal, external, internalOutlier, externalOutlier } = store
  return [
    storeId,
    category,
    internal ?? outlierLabel,
    external ?? outlierLabel,
    outlierLabel,
    outlierLabel,
    null,
    null,
    null,
    null,
    internalOutlier,
    externalOutlier,
  ]
}
