import type { Column } from '../../../table/table'
import { isMeasure } from '../../preprocessing/internal-store-metrics/reading'
import type { StoreMetrics } from '../../preprocessing/internal-store-metrics/spec'
import type { SalesByCategory } from '../../preprocessing/internal-sales-by-category/spec'
import type { Branch } from '../../spec'
import type { StoreTable } from '../../value'
import type { ClusteringModel } from './spec'

/** The table of a branch: shares of sales, store metrics, or market data. */
export type BranchTable = Pick<StoreTable, 'columns' | 'labels'> &
  Partial<Pick<StoreMetrics, 'zeros' | 'asShares'>> &
  Partial<Pick<SalesByCategory, 'reconciliation'>>

/**
 * How the rows of a file became the rows that the model was trained on; `used` are the columns that
 * became features.
 */
export function readingOf(
  table: BranchTable,
  branch: Branch,
  used: readonly string[],
): ClusteringModel['reading'] {
  const { columns, labels, zeros, asShares, reconciliation } = table
  const measures = columns
    .filter((column) => isMeasure(column) && hasCell(column) && !labels.includes(column.name))
    .map(({ name }) => name)
  const isShared = asShares === true
  // Cells of a total matter also where their own column is no feature.
  const isRead = (name: string) => (isShared && measures.includes(name)) || used.includes(name)
  return {
    zeros: (reconciliation === undefined ? (zeros ?? []) : measures).filter(isRead),
    absent: branch === 'internal' ? 'zero' : 'unknown',
    shares: isShared ? measures : null,
  }
}

/** A column without any was no part of a total: see the shares of the store metrics. */
function hasCell(column: Column): boolean {
  return column.type === 'number' && column.values.some((value) => !Number.isNaN(value))
}
