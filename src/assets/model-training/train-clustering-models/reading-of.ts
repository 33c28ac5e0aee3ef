import { isMeasure } from '../../preprocessing/internal-store-metrics/reading'
import type { StoreMetrics } from '../../preprocessing/internal-store-metrics/spec'
import type { SalesByCategory } from '../../preprocessing/internal-sales-by-category/spec'
import type { StoreTable } from '../../value'
import type { ClusteringModel } from './spec'

/** The table of a branch: shares of sales, store metrics, or market data. */
export type BranchTable = Pick<StoreTable, 'columns' | 'labels'> &
  Partial<Pick<StoreMetrics, 'missingMeans' | 'asShares'>> &
  Partial<Pick<SalesByCategory, 'reconciliation'>>

/** How the rows of a file became the rows that the model was trained on. */
export function readingOf(table: BranchTable): ClusteringModel['reading'] {
  const { columns, labels, missingMeans, asShares, reconciliation } = table
  const measures = columns.filter((column) => isMeasure(column) && !labels.includes(column.name))
  const names = measures.map(({ name }) => name)
  return {
    zeros: missingMeans === 'zero' || reconciliation !== undefined ? names : [],
    shares: asShares === true ? names : null,
  }
}
