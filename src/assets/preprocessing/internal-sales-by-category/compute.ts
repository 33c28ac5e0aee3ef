import type { Column } from '../../../table/table'
import type { Exclusion } from '../../value'
import { AssetError } from '../../failure'
import type { ComputeContext } from '../../spec'
import type { ProductMap } from '../internal-product-category-mapping/spec'
import type { RawSales } from '../internal-raw-sales-data/spec'
import { allocate, type Allocation } from './allocate'
import type { SalesByCategory } from './spec'

export type Inputs = { readonly sales: RawSales; readonly mapping: ProductMap }

/**
 * Shares of the partition's category. Unmatched sales are in no share; a store whose matched total
 * is not positive is listed as excluded. Error: `empty_category`.
 */
export function compute(
  { sales, mapping }: Inputs,
  _params: object,
  context: ComputeContext,
): SalesByCategory {
  const category = context.partition ?? ''
  const index = sales.categories.indexOf(category)
  if (index === -1) throw emptyCategory(category)
  const range = { from: sales.categoryStarts[index], to: sales.categoryStarts[index + 1] }
  const allocation = allocate(sales, mapping, range)
  const placed = allocation.stores.filter(({ total }) => total > 0)
  const reconciled = reconcile(allocation, sales, range)
  tellUnmatched(reconciled, context)
  return {
    storeIds: placed.map(({ store }) => sales.storeIds[store]),
    columns: [...shareColumns(allocation, placed, mapping), totalColumn(allocation, placed, sales)],
    labels: [totalName],
    excluded: listExcluded(allocation, sales, category),
    ...reconciled,
    nNegativeShares: placed.reduce(
      (sum, { units }) => sum + units.filter((cell) => cell < 0).length,
      0,
    ),
  }
}

function tellUnmatched(
  { reconciliation, unmatchedProducts }: ReturnType<typeof reconcile>,
  { log }: Pick<ComputeContext, 'log'>,
): void {
  if (unmatchedProducts.length === 0) return
  const { money: all, moneyMatched: matched, products } = reconciliation
  const share = all > 0 ? `, ${((100 * (all - matched)) / all).toFixed(1)} % of the sales` : ''
  log(
    'info',
    `Products not in the product map: ${unmatchedProducts.length} of ${products}${share}.`,
  )
}

export const totalName = 'total_sales'
export const asset = 'internal_sales_by_category'

type Stores = Allocation['stores']

function shareColumns(
  { groups }: Allocation,
  stores: Stores,
  mapping: ProductMap,
): readonly Column[] {
  return groups.map((group, position) => ({
    type: 'number',
    name: `% Sales ${mapping.groups[group]}`,
    values: Float64Array.from(stores, ({ units, total }) => (units[position] / total) * 100),
  }))
}

function totalColumn({ multiple }: Allocation, stores: Stores, { decimals }: RawSales): Column {
  const values = Float64Array.from(stores, ({ total }) => money(total / multiple, decimals))
  return { type: 'number', name: totalName, values }
}

/** Those that the sales asset lost in this category, and those without a positive total here. */
function listExcluded(
  { stores }: Allocation,
  sales: RawSales,
  category: string,
): readonly Exclusion[] {
  const before = sales.excluded
    .filter((store) => store.category === category)
    .map(({ storeId, reason }) => ({ storeId, asset: 'internal_raw_sales_data', reason }))
  const here = stores
    .filter(({ total }) => !(total > 0))
    .map(({ store, nMatched }) => ({
      storeId: sales.storeIds[store],
      asset,
      reason:
        nMatched === 0
          ? 'sells no mapped product in this category'
          : 'its sales in this category do not add up to more than zero',
    }))
  return [...before, ...here]
}

type Range = { readonly from: number; readonly to: number }

function reconcile(allocation: Allocation, sales: RawSales, { from, to }: Range) {
  const { decimals, products } = sales
  const { stores, matched, unmatched, multiple } = allocation
  const excluded = stores.filter(({ total }) => !(total > 0))
  return {
    reconciliation: {
      rows: sum(sales.rows.subarray(from, to)),
      rowsMatched: matched.rows,
      products: new Set(sales.product.subarray(from, to)).size,
      productsMatched: matched.nProducts,
      stores: stores.length,
      storesMatched: stores.filter(({ nMatched }) => nMatched > 0).length,
      money: money(sum(sales.units.subarray(from, to)), decimals),
      moneyMatched: money(matched.units, decimals),
      moneyExcluded: money(sum(excluded.map(({ total }) => total)) / multiple, decimals),
    },
    unmatchedProducts: unmatched.map(({ product, units }) => ({
      product: products[product],
      money: money(units, decimals),
    })),
  }
}

function money(units: number, decimals: number): number {
  return units / 10 ** decimals
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function emptyCategory(category: string): AssetError {
  return new AssetError({
    code: 'empty_category',
    message: `No sale is left in the category ${category}.`,
    path: category,
    hint: 'Look at the rejected rows and the filters of the raw sales, or leave the category out.',
  })
}
