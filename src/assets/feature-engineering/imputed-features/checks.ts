import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

const mostFilled = 0.2

export const checks: Checks<StageSpecs['imputed'], Inputs> = {
  matrix_complete: ({ X }) => {
    const cells = X.reduce((sum, cell) => sum + (Number.isFinite(cell) ? 0 : 1), 0)
    return { passed: cells === 0, metadata: { cells_missing: cells, cells: X.length } }
  },
  stores_with_data: ({ hasData }) => {
    const stores = hasData.reduce((sum, flag) => sum + (flag === 1 ? 0 : 1), 0)
    return { passed: stores === 0, metadata: { stores_without_data: stores } }
  },
  filled_share: ({ columns, storeIds }) => {
    const cells = columns.length * storeIds.length
    const filled = columns.reduce((sum, { nFilled }) => sum + nFilled, 0)
    const share = cells === 0 ? 0 : filled / cells
    return { passed: share <= mostFilled, metadata: { share, filled, cells } }
  },
}
