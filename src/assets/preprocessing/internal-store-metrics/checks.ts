import { storesUnique } from '../../conserve-stores'
import { firstFew } from '../../first-few'
import { everyCellReadable } from '../../unreadable-cells'
import { everyStateKnown } from '../of-states'
import type { Checks } from '../../spec'
import { noTotal } from './compute'
import type { internalStoreMetrics, StoreMetrics } from './spec'

export const checks: Checks<typeof internalStoreMetrics, object> = {
  rows_conserved: (value) => {
    const { nRows, nWithoutStore, nDuplicateRows, nExcludedRows } = value
    const stores = value.storeIds.length + withoutTotal(value).length
    return {
      passed: stores + nDuplicateRows + nExcludedRows + nWithoutStore === nRows,
      metadata: {
        rows: nRows,
        stores,
        repeated: nDuplicateRows,
        excluded: nExcludedRows,
        without_store: nWithoutStore,
      },
    }
  },
  keys_unique: ({ storeIds }) => storesUnique(storeIds),
  stores_identified: ({ nWithoutStore, nRows }) => ({
    passed: nWithoutStore === 0,
    metadata: { rows_without_store: nWithoutStore, rows: nRows },
  }),
  one_row_per_store: ({ nDuplicateRows, nRows }) => ({
    passed: nDuplicateRows === 0,
    metadata: { repeated_rows: nDuplicateRows, rows: nRows },
  }),
  cells_readable: ({ unreadable }) => everyCellReadable(unreadable),
  states_known: (value) => everyStateKnown(value),
  stores_with_total: (value) => {
    const stores = withoutTotal(value)
    const unknown = totalNotKnown(value)
    return {
      passed: stores.length + unknown.length === 0,
      metadata: {
        stores_without_total: stores.length,
        total_not_known: unknown.length,
        first: firstFew([...stores, ...unknown]),
        as_shares: value.asShares,
      },
    }
  },
}

function withoutTotal({ excluded }: StoreMetrics): readonly string[] {
  return excluded.filter(({ reason }) => reason === noTotal).map(({ storeId }) => storeId)
}

/** A part of them is missing, so that their shares are too. */
function totalNotKnown({ asShares, storeIds, columns, labels }: StoreMetrics): readonly string[] {
  const totals = columns.find(({ name }) => name === labels[0])
  if (!asShares || totals?.type !== 'number') return []
  return storeIds.filter((_, row) => Number.isNaN(totals.values[row]))
}
