import { activeFilters, type Filter } from '../../table/left-out'
import type { FoldPlan } from '../../table/sales-fold'
import { bytesOfLanes, createLanes, type CategoryLanes } from './category-lanes'
import { createCategoryRows, type CategoryRows } from './category-rows'
import { createPairPlaces, type PairPlaces } from './pair-places'
import { createProductRecords, type ProductRecords } from './product-records'
import { batchRows } from './cell-batch'
import { createStorePlaces, type StorePlaces } from './store-places'
import { codeOfText, createTextCodes, type TextCodes } from './text-codes'

/** Everything that a pass over rows of sales adds to. */
export type FoldState = {
  readonly plan: FoldPlan
  readonly filters: readonly Filter[]
  readonly stores: TextCodes
  readonly products: TextCodes
  readonly categories: TextCodes
  /** The category of rows that have none. */
  readonly unmapped: number
  readonly productRecords: ProductRecords
  readonly storesOut: ReadonlySet<string>
  /** By code of a store: whether it is left out. */
  readonly isStoreOut: boolean[]
  readonly sums: CategoryLanes[]
  /** By category: rows that are not in its sums yet. */
  readonly waiting: CategoryRows[]
  /** The place + 1 of a store and of a product in the sums of a category. */
  readonly storePlaces: StorePlaces
  readonly productPlaces: PairPlaces
  /** By (category, store): for which reasons rows were lost, a bit each. */
  readonly lost: PairPlaces
  readonly totals: FoldTotals
  readonly rejected: RejectedRow[]
  readonly rows: RowCodes
}

/** Codes of the texts in the rows of a batch, -1 for an empty cell. */
export type RowCodes = {
  readonly store: Int32Array
  readonly product: Int32Array
  readonly category: Int32Array
}

export type RejectedRow = { readonly row: number; readonly reason: string; readonly text: string }

export type FoldTotals = {
  nRows: number
  nUsed: number
  nWithoutCategory: number
  totalUnits: number
  magnitude: number
  /** Rows left out, by filter. */
  readonly leftOut: Float64Array
  readonly rejectedCounts: Map<string, { readonly count: number; readonly units: number }>
}

export function createFoldState(plan: FoldPlan, decode: (bytes: Uint8Array) => string): FoldState {
  const filters = activeFilters(plan)
  const categories = createTextCodes(decode)
  const unmapped = codeOfText(categories, plan.unmapped)
  const category = new Int32Array(batchRows)
  if (plan.columns.category === null) category.fill(codeOfText(categories, plan.wholeFile))
  return {
    plan,
    filters,
    stores: createTextCodes(decode),
    products: createTextCodes(decode),
    categories,
    unmapped,
    productRecords: createProductRecords(plan),
    storesOut: new Set(plan.excludeStores),
    isStoreOut: [],
    sums: [],
    waiting: [],
    storePlaces: createStorePlaces(),
    productPlaces: createPairPlaces(),
    lost: createPairPlaces(),
    totals: {
      nRows: 0,
      nUsed: 0,
      nWithoutCategory: 0,
      totalUnits: 0,
      magnitude: 0,
      leftOut: new Float64Array(filters.length),
      rejectedCounts: new Map(),
    },
    rejected: [],
    rows: { store: new Int32Array(batchRows), product: new Int32Array(batchRows), category },
  }
}

/** Bytes that the sums take. */
export function bytesOfSums({ sums, storePlaces, productPlaces }: FoldState): number {
  let bytes = storePlaces.pages.byteLength + productPlaces.slots.byteLength
  for (const category of sums) bytes += bytesOfLanes(category)
  return bytes
}

/** Makes room for the categories that a batch has brought. */
export function addCategories({ sums, waiting, categories }: FoldState): void {
  while (sums.length < categories.texts.length) {
    sums.push(createLanes())
    waiting.push(createCategoryRows())
  }
}
