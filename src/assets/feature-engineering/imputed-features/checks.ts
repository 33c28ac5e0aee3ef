import type { StageSpecs } from '../../branch'
import { conserveStores, storesOf } from '../../conserve-stores'
import { allFinite } from '../../finite-cells'
import { firstFew } from '../../first-few'
import { rowsWhere } from '../../rows-where'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { ImputedFeatures } from './spec'

const mostFilled = 0.2
const mostFilledInColumn = 0.5

export const checks: Checks<StageSpecs['imputed'], Inputs> = {
  stores_conserved: (value, { filtered }) => conserveStores(storesOf(filtered), value),
  matrix_complete: ({ X, featureNames }) => allFinite(X, featureNames),
  stores_with_data: ({ hasData, storeIds }) => {
    const without = rowsWhere(hasData, 0)
    return {
      passed: without.length === 0,
      metadata: {
        stores_without_data: without.length,
        stores: storeIds.length,
        first: firstFew(Array.from(without, (row) => storeIds[row])),
      },
    }
  },
  few_cells_filled: (value) => {
    const cells = value.columns.length * value.storeIds.length
    const filled = value.columns.reduce((sum, { nFilled }) => sum + nFilled, 0)
    const share = cells === 0 ? 0 : filled / cells
    return {
      passed: share <= mostFilled,
      metadata: { share, first: firstFew(emptiestFirst(value)), filled, cells },
    }
  },
  columns_mostly_filled: (value) => {
    const limit = mostFilledInColumn * value.storeIds.length
    const wrong = value.columns.filter(({ nFilled }) => nFilled > limit)
    return {
      passed: wrong.length === 0,
      metadata: {
        columns: wrong.length,
        first: firstFew(wrong.map(({ name }) => name)),
        stores: value.storeIds.length,
      },
    }
  },
}

function emptiestFirst({ columns }: ImputedFeatures): readonly string[] {
  return columns
    .filter(({ nFilled }) => nFilled > 0)
    .toSorted((a, b) => b.nFilled - a.nFilled)
    .map(({ name }) => name)
}
