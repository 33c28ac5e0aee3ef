import type { Checks } from '../../spec'
import type { externalFeaturesData } from './spec'

export const checks: Checks<typeof externalFeaturesData, object> = {
  stores_identified: ({ files }) => {
    const rows = files.reduce((sum, { withoutStore }) => sum + withoutStore, 0)
    return { passed: rows === 0, metadata: { rows_without_store: rows, files: files.length } }
  },
  stores_in_all_files: ({ nInAll, nInSome, storeIds }) => ({
    passed: nInSome === 0,
    metadata: { stores: storeIds.length, in_all: nInAll, in_some: nInSome },
  }),
}
