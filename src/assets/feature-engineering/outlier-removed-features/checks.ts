import type { StageSpecs } from '../../branch'
import { conserveStores } from '../../conserve-stores'
import { firstFew } from '../../first-few'
import { rowsWhere } from '../../rows-where'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

const largestShare = 0.2

export const checks: Checks<StageSpecs['outliers'], Inputs> = {
  stores_conserved: (value, { normalized }) => conserveStores(normalized.storeIds, value),
  few_outliers: ({ isOutlier, hasData, storeIds }) => {
    const outliers = rowsWhere(isOutlier)
    const stores = rowsWhere(hasData).length
    return {
      passed: outliers.length <= largestShare * stores,
      metadata: {
        outliers: outliers.length,
        stores,
        first: firstFew(Array.from(outliers, (row) => storeIds[row])),
      },
    }
  },
}
