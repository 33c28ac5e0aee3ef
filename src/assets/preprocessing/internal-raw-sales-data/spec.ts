import * as v from 'valibot'
import { moneyConserved, rowsConserved } from '../../shared-checks'
import { warning } from '../../check-spec'
import { custom } from '../../schema'
import { defineSpec } from '../../spec'
import { float64, int32, list, real, text, texts } from '../../value'
import { excludeStores } from '../params'

/**
 * Sales summed by (category, store, product), rows sorted by those three (code units).
 * `units` are integers: value x 10^decimals, so sums do not depend on the order of the rows.
 */
const value = v.object({
  storeIds: texts,
  products: texts,
  categories: texts,
  /** Row range of category c: categoryStarts[c] to categoryStarts[c + 1]. */
  categoryStarts: int32,
  store: int32,
  product: int32,
  units: float64,
  /** Rows of the file that were summed into each entry. */
  rows: int32,
  decimals: real,
  nRows: real,
  totalUnits: real,
  /** Used rows whose category cell was empty: they are in `UNMAPPED`. */
  nWithoutCategory: real,
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
  description: 'The sales file, read once and summed by category, store and product.',
  group: 'preprocessing',
  branch: 'internal',
  codeVersion: '3',
  partitions: 'none',
  sources: ['sales'],
  deps: {},
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
  },
  value,
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
  ],
})
