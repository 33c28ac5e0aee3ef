import type { IdRule } from './id-rules'

/**
 * What one pass over a file of sales keeps, whoever makes it: the generic fold over typed chunks, or
 * the kernel that reads bytes. Both answer the same for the same file, in any order of its rows and
 * for any way of cutting it. All sums are of integers, so that their order cannot matter.
 */
export type FoldPlan = {
  readonly columns: {
    readonly store: string
    readonly product: string
    readonly value: string
    /** Null where the file has no category: every row is of one category, `wholeFile`. */
    readonly category: string | null
  }
  /** The product map: need states of product p are groups[groupStarts[p]] to groups[groupStarts[p + 1] - 1]. */
  readonly products: readonly string[]
  /** How a product of the sales is found in `products`: `createIdLookup(products, idRules)`. */
  readonly idRules: readonly IdRule[]
  readonly groupStarts: Int32Array
  readonly groups: Int32Array
  /** Filters by product, applied last and in this order. */
  readonly productFilters: readonly string[]
  /** Which of `productFilters` leaves product p out, else -1. */
  readonly leftOutBy: Int32Array
  /** Least common multiple of how many need states a product is in. */
  readonly multiple: number
  /** Digits after the point that amounts are rounded to. */
  readonly decimals: number
  readonly excludeStores: readonly string[]
  /** Rows below it are left out; null keeps all. */
  readonly minValue: number | null
  /** Rows whose value is 0 or negative are left out, after the smallest value was asked for. */
  readonly onlyPositive: boolean
  /** The categories of rows without one, and of a file without any. */
  readonly unmapped: string
  readonly wholeFile: string
  /** Bytes that the sums may take; a pass that needs more ends with `too_many_sums`. */
  readonly memoryBudget: number
}

/**
 * Rows that are not used are counted by `createLeftOut(plan)`, whoever reads them. Money is in units
 * of 1 / 10^decimals; what is split over need states, in 1 / multiple of that.
 */
export type SalesFold = {
  readonly nRows: number
  /** Used rows, in all and of those without a category. */
  readonly nUsed: number
  readonly nWithoutCategory: number
  readonly totalUnits: number
  /** Sum of the absolute units of the used rows: sums are exact while it is a safe integer. */
  readonly magnitude: number
  /** Stores and products of the used rows, sorted by code units. */
  readonly storeIds: readonly string[]
  readonly products: readonly string[]
  /** Sorted by name. */
  readonly categories: readonly CategoryFold[]
  /** The first 1,000 in file order; `row` is the 1-based row of data. */
  readonly rejected: readonly {
    readonly row: number
    readonly reason: string
    readonly text: string
  }[]
  readonly rejectedCounts: readonly {
    readonly reason: string
    readonly count: number
    readonly units: number
  }[]
  /**
   * In the order in which they are applied: exclude_stores (where stores are named), min_value
   * (where there is one), only_positive (where it is asked for), then `productFilters`. A row that
   * one leaves out does not reach the next.
   */
  readonly filters: readonly {
    readonly name: string
    readonly before: number
    readonly after: number
  }[]
  /** Stores that are in a category of the file with no row that is used, and why; sorted by both. */
  readonly excluded: readonly {
    readonly category: string
    readonly storeId: string
    readonly reason: string
  }[]
}

export type CategoryFold = {
  readonly name: string
  readonly nRows: number
  /** Codes of the stores with a used row here, ascending; the next three are aligned with them. */
  readonly stores: Int32Array
  /** Units of products that the map does not know. */
  readonly unmatched: Float64Array
  readonly nRowsOfStore: Int32Array
  readonly nMatchedOfStore: Int32Array
  /** Codes of the need states that sell here, ascending. */
  readonly groups: Int32Array
  /** stores x groups, row-major, in units / multiple. */
  readonly units: Float64Array
  /** Codes of the products that sell here, ascending; the next two are aligned with them. */
  readonly products: Int32Array
  readonly unitsOfProduct: Float64Array
  readonly nRowsOfProduct: Int32Array
}
