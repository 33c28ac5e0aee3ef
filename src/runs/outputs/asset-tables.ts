import type { OutlierRemovedFeatures } from '../../assets/feature-engineering/outlier-removed-features/spec'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import type { RawSales } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import type { SalesByCategory } from '../../assets/preprocessing/internal-sales-by-category/spec'
import { outlierLabel } from '../../assets/model-training/outlier-policy'
import { compareText } from '../../table/compare-text'
import type { Column } from '../../table/table'
import { cellAt, tableCell } from './cell-at'
import type { Cell } from './output-file'

/** Header and rows; the first column is the store. */
export type TableCells = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export function storeTableOf(value: {
  readonly storeIds: readonly string[]
  readonly columns: readonly Column[]
}): TableCells {
  return {
    columns: ['store_nbr', ...value.columns.map(({ name }) => name)],
    rows: value.storeIds.map((id, i) => [
      id,
      ...value.columns.map((column) => tableCell(column, i)),
    ]),
  }
}

/** The shares alone: the total of a store is a label, no need state. */
export function sharesTable({ columns, labels, ...value }: SalesByCategory): TableCells {
  return storeTableOf({ ...value, columns: columns.filter(({ name }) => !labels.includes(name)) })
}

/** `X` is row-major, storeIds.length x names.length. */
export function matrixTable(value: {
  readonly storeIds: readonly string[]
  readonly names: readonly string[]
  readonly X: Float64Array
}): TableCells {
  const { storeIds, names, X } = value
  const width = names.length
  return {
    columns: ['store_nbr', ...names],
    rows: storeIds.map((id, i) => [id, ...X.subarray(i * width, (i + 1) * width)]),
  }
}

/** The matrix with the flag and the score of each store. */
export function outlierTable(value: OutlierRemovedFeatures): TableCells {
  const { columns, rows } = matrixTable({ ...value, names: value.featureNames })
  return {
    columns: [...columns, 'is_outlier', 'score'],
    rows: rows.map((row, i) => [...row, value.isOutlier[i] === 1, cellAt(value.score, i)]),
  }
}

/** A row for each sum that is not zero; without a need state what the product map does not know. */
export function salesTable(value: RawSales): TableCells {
  const rows: Cell[][] = []
  const unit = 10 ** value.decimals
  for (const { name, stores, groups, units, unmatched } of value.categories)
    stores.forEach((code, s) => {
      const store = value.storeIds[code] ?? null
      groups.forEach((group, g) => {
        const sum = units[s * groups.length + g] ?? Number.NaN
        const needState = value.needStates[group] ?? null
        if (sum !== 0) rows.push([store, name, needState, sum / value.multiple / unit])
      })
      const rest = unmatched[s] ?? Number.NaN
      if (rest !== 0) rows.push([store, name, null, rest / unit])
    })
  return { columns: ['store_nbr', 'category', 'need_state', 'value'], rows }
}

export function crossedTable(value: MergedClusters): TableCells {
  const clustered = value.storeIds.map((id, i) => [
    id,
    cellAt(value.internal, i),
    cellAt(value.external, i),
    cellAt(value.merged, i),
  ])
  const separate = value.separate.map(({ storeId, internal, external }) => [
    storeId,
    internal ?? outlierLabel,
    external ?? outlierLabel,
    outlierLabel,
  ])
  return {
    columns: ['store_nbr', 'internal_cluster', 'external_cluster', 'merged_cluster'],
    rows: [...clustered, ...separate].sort(([a], [b]) => compareText(String(a), String(b))),
  }
}

export function reassignedTable(value: ClusterReassignment): TableCells {
  const columns = [
    'rebalanced_cluster',
    'moved_from',
    'distance',
    'runner_up',
    'runner_up_distance',
  ]
  return {
    columns: ['store_nbr', ...columns],
    rows: value.storeIds.map((id, i) => [
      id,
      cellAt(value.rebalanced, i),
      value.movedFrom[i] || null,
      cellAt(value.distance, i),
      cellAt(value.runnerUp, i),
      cellAt(value.runnerUpDistance, i),
    ]),
  }
}
