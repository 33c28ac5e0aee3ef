import type { Checks } from '../../spec'
import { noTotal } from './compute'
import type { internalStoreMetrics } from './spec'

export const checks: Checks<typeof internalStoreMetrics, object> = {
  stores_identified: ({ nWithoutStore, nRows }) => ({
    passed: nWithoutStore === 0,
    metadata: { rows_without_store: nWithoutStore, rows: nRows },
  }),
  stores_with_total: ({ excluded, asShares }) => {
    const stores = excluded.filter(({ reason }) => reason === noTotal).length
    return { passed: stores === 0, metadata: { as_shares: asShares, stores_without_total: stores } }
  },
}
