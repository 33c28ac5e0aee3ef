import * as v from 'valibot'
import { moneyConserved, storesConserved } from '../../shared-checks'
import { stopping, warning } from '../../check-spec'
import { defineSpec } from '../../spec'
import { list, real, storeTable, text } from '../../value'
import { internalProductCategoryMapping } from '../internal-product-category-mapping/spec'
import { internalRawSalesData } from '../internal-raw-sales-data/spec'

/**
 * Share of a store's sales per need state, in percent: columns `% Sales <NEED_STATE>`, plus the
 * label column `total_sales`. Money is in the currency of the file.
 */
const value = v.object({
  ...storeTable.entries,
  reconciliation: v.object({
    rows: real,
    rowsMatched: real,
    products: real,
    productsMatched: real,
    stores: real,
    storesMatched: real,
    money: real,
    moneyMatched: real,
    /** Matched money of stores that are excluded, because their total is not positive. */
    moneyExcluded: real,
  }),
  unmatchedProducts: list(v.object({ product: text, money: real })),
  nNegativeShares: real,
})
export type SalesByCategory = v.InferOutput<typeof value>

export const internalSalesByCategory = defineSpec({
  key: 'internal_sales_by_category',
  label: 'Sales by category',
  description: 'Share of each need state in what a store sells in the category.',
  group: 'preprocessing',
  branch: 'internal',
  codeVersion: '4',
  partitions: 'internal',
  sources: [],
  deps: { sales: internalRawSalesData, mapping: internalProductCategoryMapping },
  params: {},
  value,
  checks: [
    warning({
      name: 'sales_matched',
      description: 'At most 1 % of the money lies in products without a need state.',
      next: 'Add the products that are named here to the product map: the unmatched products list the rest with their sales.',
    }),
    stopping({
      name: 'some_sales_matched',
      description: 'Some of the money belongs to mapped products.',
      next: 'Compare the product ids of both files: set id_match to the rule that would match them, or see that each file has the right role and product column.',
    }),
    moneyConserved,
    storesConserved,
    warning({
      name: 'no_negative_shares',
      description: 'No need state of a store has negative sales.',
      next: 'Look for returns in the sales of the store that is named here: book them on the product that was returned, or set min_value.',
    }),
  ],
})
