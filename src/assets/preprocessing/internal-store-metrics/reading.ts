import type { Column } from '../../../table/table'
import { type Use, useOfColumn } from '../../column-use'
import { isEmptyCell } from '../missing-means'
import type { ParamsOf } from '../../spec'
import type { internalStoreMetrics, StoreMetrics } from './spec'

/** Columns that say nothing of what a store is like: neither filled nor shared. */
const apart: ReadonlySet<Use> = new Set(['id_like', 'geo', 'label', 'date'])

/**
 * What an empty cell means and whether rows become shares, for the whole file. Auto: zero where
 * every feature is a number of at least 0 and some cell is empty, as in a table of sales. A cell that
 * holds something and no number is not empty. `columns` of the rows that are used.
 */
export function decideReading(
  columns: readonly Column[],
  params: Pick<ParamsOf<typeof internalStoreMetrics>, 'missing_means' | 'as_shares'>,
): Pick<StoreMetrics, 'missingMeans' | 'asShares'> {
  const { missing_means, as_shares } = params
  const missingMeans =
    missing_means !== 'auto' ? missing_means : looksLikeSales(columns) ? 'zero' : 'unknown'
  return { missingMeans, asShares: as_shares === 'auto' ? missingMeans === 'zero' : as_shares }
}

/** Number columns that measure a store: those that are filled with zero and shared. */
export function isMeasure(column: Column): boolean {
  return column.type === 'number' && !apart.has(useOfColumn(column).use)
}

function looksLikeSales(columns: readonly Column[]): boolean {
  const features = columns.filter((column) => {
    const { use } = useOfColumn(column)
    return !apart.has(use) && use !== 'all_missing'
  })
  let hasEmptyCell = false
  for (const column of features) {
    if (column.type !== 'number') return false
    for (let row = 0; row < column.values.length; row++) {
      if (column.values[row] < 0) return false
      if (isEmptyCell(column, row)) hasEmptyCell = true
    }
  }
  return hasEmptyCell
}
