import type { Checks } from '../../spec'
import type { internalProductCategoryMapping } from './spec'

export const checks: Checks<typeof internalProductCategoryMapping, object> = {
  products_identified: ({ nWithoutProduct, nRows }) => ({
    passed: nWithoutProduct === 0,
    metadata: { rows_without_product: nWithoutProduct, rows: nRows },
  }),
  need_states_named: ({ nWithoutGroup, nRows }) => ({
    passed: nWithoutGroup === 0,
    metadata: { rows_without_need_state: nWithoutGroup, rows: nRows },
  }),
}
