import * as v from 'valibot'
import { moneyConserved, rowsConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { custom } from '../../schema'
import { defineSpec } from '../../spec'
import { float64, int32, list, real, ruleOffers, text, texts } from '../../value'
import { internalProductCategoryMapping } from '../internal-product-category-mapping/spec'
import { excludeStores, idMatch, onlyPositive } from '../params'

/** One category of the file: the fields of `CategoryFold` (table/sales-fold.ts). */
const category = v.object({
  name: text,
  nRows: real,
  stores: int32,
  unmatched: float64,
  nRowsOfStore: int32,
  nMatchedOfStore: int32,
  groups: int32,
  units: float64,
  products: int32,
  unitsOfProduct: float64,
  nRowsOfProduct: int32,
})
export type CategorySales = v.InferOutput<typeof category>

/**
 * Sales summed by (category, store, need state): a `SalesFold` with what is needed to read it. All
 * sums are integers, in units of 1 / 10^decimals, or of 1 / multiple of that where a product's sales
 * are split over its need states: they do not depend on the order of the rows.
 */
const value = v.object({
  nRows: real,
  nUsed: real,
  /** Used rows whose category cell was empty: they are in `UNMAPPED`. */
  nWithoutCategory: real,
  totalUnits: real,
  magnitude: real,
  decimals: real,
  multiple: real,
  storeIds: texts,
  products: texts,
  /** Place of each product in the product map; -1 where the map does not know it. */
  mapped: int32,
  /** Rules of `id_match` that would find more products in the map. */
  ruleOffers,
  /** Names of the need states that `groups` of a category point at. */
  needStates: texts,
  /** Sorted by name; a reader in a partition is given its own alone. */
  categories: list(category),
  /** The first 1,000; `row` is the 1-based row of data, the header not counted. */
  rejected: list(v.object({ row: real, reason: text, text: text })),
  rejectedCounts: list(v.object({ reason: text, count: real, units: real })),
  filters: list(v.object({ name: text, before: real, after: real })),
  /** Stores that are in a category of the file with no row that is used. */
  excluded: list(v.object({ category: text, storeId: text, reason: text })),
})
export type RawSales = v.InferOutput<typeof value>

export const internalRawSalesData = defineSpec({
  key: 'internal_raw_sales_data',
  label: 'Raw sales',
  description: 'The sales file, read once and summed by category, store and need state.',
  group: 'preprocessing',
  branch: 'internal',
  codeVersion: '5',
  partitions: 'none',
  sources: ['sales'],
  deps: { mapping: { ifPresent: internalProductCategoryMapping } },
  params: {
    exclude_stores: excludeStores,
    min_value: custom<number | null>({
      label: 'Smallest sale',
      help: 'Rows whose value is below this are left out; null keeps every row.',
      schema: v.nullable(v.pipe(v.number(), v.finite())),
      default: null,
      control: { kind: 'scalar' },
      expects: 'a number, or null',
    }),
    only_positive: onlyPositive,
    id_match: idMatch,
  },
  value,
  partsIn: 'categories',
  checks: [
    rowsConserved,
    moneyConserved,
    warning({
      name: 'rows_readable',
      description: 'No row lacks a store, a product or a readable value.',
      next: 'See the rejected rows and their reasons: choose the right columns of the sales file, or mend those cells.',
    }),
    warning({
      name: 'categories_named',
      description: 'Every row names its category.',
      next: 'Fill the empty category cells of the sales file, or leave UNMAPPED out of categories.',
    }),
    warning({
      name: 'products_written_alike',
      description: 'No rule would find more products of the sales in the product map.',
      next: 'Look at the pairs that are named here: if they are the same products, set id_match to a rule that matches more of them.',
    }),
  ],
})
