import { activeFilters, type Filter } from '../../table/left-out'
import type { FoldPlan } from '../../table/sales-fold'
import { createLanes, type CategoryLanes } from './category-lanes'
import { createCategoryRows, type CategoryRows } from './category-rows'
import { createPairPlaces, type PairPlaces } from './pair-places'
import { createProductFinder, type ProductInPlan } from './find-product'
import type { ProductKeys } from './product-keys'
import { createProductTable, type ProductTable } from './product-table'
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
  readonly findProduct: (product: string) => ProductInPlan
  readonly storesOut: ReadonlySet<string>
  /** By code of a store: 1 where it is left out; the first so many are looked at. */
  isStoreOut: Uint8Array
  nStoresKnown: number
  readonly sums: CategoryLanes[]
  /** By category: rows that are not in its sums yet. */
  readonly waiting: CategoryRows[]
  /** By category: its products. */
  readonly productTables: ProductTable[]
  /** The place + 1 of a store in the sums of a category. */
  readonly storePlaces: StorePlaces
  /** By (category, store): for which reasons rows were lost, a bit each. */
  readonly lost: PairPlaces
  readonly totals: FoldTotals
  readonly rejected: RejectedRow[]
  readonly rows: RowCodes
}

/** The rows of a batch: the keys of their products and the codes of other texts, -1 for an empty cell. */
export type RowCodes = ProductKeys & {
  readonly stores: Int32Array
  readonly categories: Int32Array
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
  const rows = {
    stores: new Int32Array(batchRows),
    categories: new Int32Array(batchRows),
    firsts: new Int32Array(batchRows),
    seconds: new Int32Array(batchRows),
  }
  if (plan.columns.category === null) rows.categories.fill(codeOfText(categories, plan.wholeFile))
  return {
    plan,
    filters,
    stores: createTextCodes(decode),
    products: createTextCodes(decode),
    categories,
    unmapped,
    findProduct: createProductFinder(plan),
    storesOut: new Set(plan.excludeStores),
    isStoreOut: new Uint8Array(256),
    nStoresKnown: 0,
    sums: [],
    waiting: [],
    productTables: [],
    storePlaces: createStorePlaces(),
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
    rows,
  }
}

/** Bytes that the sums take. */
export function bytesOfSums({ sums, storePlaces, productTables }: FoldState): number {
  let bytes = storePlaces.pages.byteLength
  for (const { lanes } of sums) bytes += lanes.byteLength
  for (const { slots, ints } of productTables) bytes += slots.byteLength + ints.byteLength
  return bytes
}

/** Makes room for the categories that a batch has brought. */
export function addCategories({ sums, waiting, productTables, categories }: FoldState): void {
  while (sums.length < categories.texts.length) {
    sums.push(createLanes())
    waiting.push(createCategoryRows())
    productTables.push(createProductTable())
  }
}

/** Looks at the stores that a batch has brought. */
export function learnStores(state: FoldState): void {
  const { texts } = state.stores
  if (texts.length > state.isStoreOut.length) {
    const wider = new Uint8Array(2 * texts.length)
    wider.set(state.isStoreOut)
    state.isStoreOut = wider
  }
  for (; state.nStoresKnown < texts.length; state.nStoresKnown++)
    if (state.storesOut.has(texts[state.nStoresKnown])) state.isStoreOut[state.nStoresKnown] = 1
}
