import { addWaiting } from './add-category'
import type { CategoryLanes } from './category-lanes'
import type { FoldState, RejectedRow } from './fold-state'
import type { PairPlaces } from './pair-places'
import { listProducts, type ListedProducts } from './product-table'

/**
 * What the rows of one range of a file add up to: plain data, to be sent between threads by
 * transfer. Codes are of its own texts, in the order of first sight.
 */
export type PartialFold = {
  /** Where in the file its first record begins, and the first record behind it. */
  readonly from: number
  readonly to: number
  readonly nRows: number
  readonly nUsed: number
  readonly nWithoutCategory: number
  readonly totalUnits: number
  readonly magnitude: number
  readonly stores: readonly string[]
  readonly products: readonly string[]
  readonly categories: readonly PartialCategory[]
  /** Rows left out, by filter of the plan. */
  readonly leftOut: Float64Array
  /** `row` counts from the first row of the range. */
  readonly rejected: readonly RejectedRow[]
  readonly rejectedCounts: readonly {
    readonly reason: string
    readonly count: number
    readonly units: number
  }[]
  /** Category, store and reasons as bits, three integers each. */
  readonly lost: Int32Array
}

export type PartialCategory = CategoryLanes & ListedProducts & { readonly name: string }

export function toPartial(state: FoldState, from: number, to: number): PartialFold {
  addWaiting(state)
  const { leftOut, rejectedCounts, ...totals } = state.totals
  return {
    from,
    to,
    ...totals,
    stores: state.stores.texts,
    products: state.products.texts,
    categories: state.sums.map((sum, code) => ({
      ...sum,
      ...listProducts(state.productTables[code]),
      name: state.categories.texts[code],
    })),
    leftOut,
    rejected: state.rejected,
    rejectedCounts: [...rejectedCounts].map(([reason, count]) => ({ reason, ...count })),
    lost: listPairs(state.lost),
  }
}

function listPairs({ slots, size }: PairPlaces): Int32Array {
  const pairs = new Int32Array(3 * size)
  let n = 0
  for (let at = 0; at < slots.length; at += 4) {
    if (slots[at] === 0) continue
    pairs[n++] = slots[at] - 1
    pairs[n++] = slots[at + 1]
    pairs[n++] = slots[at + 2]
  }
  return pairs
}
