import { isUnnamed } from '../../assets/column-words'
import { internalSalesByCategory } from '../../assets/preprocessing/internal-sales-by-category/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import { wholeFile } from '../../assets/preprocessing/partition-names'
import type { StoreTable } from '../../assets/value'
import { categoryOf } from '../outputs/category-of'
import { valuesMade } from '../values-made'
import type { RunSide } from './run-side'

/** Sales of each store in a category; null where none are known. */
export type SalesOf = (category: string) => ReadonlyMap<string, number> | null

/** Totals in the currency of the file; `all` is the sum of the categories. Null without totals. */
export async function storeSalesOf({ run, read }: RunSide): Promise<SalesOf | null> {
  const made = [
    ...(await valuesMade(run, internalSalesByCategory, read)),
    ...(await valuesMade(run, internalStoreMetrics, read)),
  ]
  const byCategory = new Map<string, ReadonlyMap<string, number>>()
  const ofAll = new Map<string, number>()
  for (const { partition, value } of made) {
    const totals = totalsOf(value)
    if (totals === null) continue
    byCategory.set(categoryOf(partition), totals)
    for (const [store, sales] of totals) ofAll.set(store, (ofAll.get(store) ?? 0) + sales)
  }
  if (byCategory.size === 0) return null
  if (!byCategory.has(wholeFile)) byCategory.set(wholeFile, ofAll)
  return (category) => byCategory.get(category) ?? null
}

/** The label column of numbers with a name is the total that shares were taken of; known where it is. */
function totalsOf({ storeIds, columns, labels }: StoreTable): ReadonlyMap<string, number> | null {
  const totals = columns.find(
    ({ name, type }) => type === 'number' && labels.includes(name) && !isUnnamed(name),
  )
  if (totals?.type !== 'number') return null
  return new Map(
    storeIds.flatMap((store, row) => {
      const total = totals.values[row] ?? 0
      return Number.isNaN(total) ? [] : [[store, total]]
    }),
  )
}
