import type { StageSpecs } from '../../branch'
import { rowsWhere } from '../../rows-where'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

const largestShare = 0.2

export const checks: Checks<StageSpecs['outliers'], Inputs> = {
  stores_conserved: (value, { normalized }) => ({
    passed:
      value.storeIds.length === normalized.storeIds.length &&
      value.storeIds.every((id, row) => id === normalized.storeIds[row]),
    metadata: { stores_in: normalized.storeIds.length, stores_out: value.storeIds.length },
  }),
  outlier_share: ({ isOutlier, hasData }) => {
    const outliers = rowsWhere(isOutlier).length
    const stores = rowsWhere(hasData).length
    return { passed: outliers <= largestShare * stores, metadata: { outliers, stores } }
  },
}
