import { powerOfTen } from '../../../math/elementary/power-of-ten'
import type { Column } from '../../../table/table'
import type { Exclusion } from '../../value'
import { AssetError } from '../../failure'
import type { ComputeContext } from '../../spec'
import { nothingIsUnmapped, unmapped } from '../partition-names'
import type { ProductMap } from '../internal-product-category-mapping/spec'
import type { CategorySales, RawSales } from '../internal-raw-sales-data/spec'
import { allocate, type Allocation, sum } from './allocate'
import type { SalesByCategory } from './spec'

export type Inputs = { readonly sales: RawSales; readonly mapping: ProductMap }

/**
 * Shares of the partition's category. Unmatched sales are in no share; a store whose matched total
 * is not positive is listed as excluded. Errors: `empty_category`, and
 * `nothing_unmapped` for rows without a category, which nobody named.
 */
export function compute(
  { sales, mapping }: Inputs,
  _params: object,
  context: ComputeContext,
): SalesByCategory {
  const category = context.partition ?? ''
  const sold = sales.categories.find(({ name }) => name === category)
  if (sold === undefined) throw nothingSold(category)
  const allocation = allocate(sold, sales.mapped)
  const reconciled = reconcile(allocation, sales, sold)
  tellUnmatched(reconciled, context)
  return {
    storeIds: Array.from(allocation.placed, (row) => sales.storeIds[sold.stores[row]]),
    columns: [...shareColumns(sold, allocation, mapping), totalColumn(allocation, sales)],
    labels: [totalName],
    excluded: listExcluded(allocation, sales, sold),
    ...reconciled,
    nNegativeShares: countNegative(sold, allocation),
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

function shareColumns(
  { groups, units }: CategorySales,
  { totals, placed }: Allocation,
  mapping: ProductMap,
): readonly Column[] {
  const width = groups.length
  return Array.from(groups, (group, position) => {
    const values = new Float64Array(placed.length)
    for (let i = 0; i < placed.length; i++)
      values[i] = (units[placed[i] * width + position] / totals[placed[i]]) * 100
    return { type: 'number', name: `% Sales ${mapping.groups[group]}`, values }
  })
}

function countNegative({ groups, units }: CategorySales, { placed }: Allocation): number {
  const width = groups.length
  let nNegative = 0
  for (let i = 0; i < placed.length; i++)
    for (let at = placed[i] * width; at < (placed[i] + 1) * width; at++)
      if (units[at] < 0) nNegative++
  return nNegative
}

function totalColumn({ totals, placed }: Allocation, { decimals, multiple }: RawSales): Column {
  const values = Float64Array.from(placed, (row) => money(totals[row] / multiple, decimals))
  return { type: 'number', name: totalName, values }
}

/** Those that the sales asset lost in this category, and those without a positive total here. */
function listExcluded(
  { left }: Allocation,
  sales: RawSales,
  { name, stores, nMatchedOfStore }: CategorySales,
): readonly Exclusion[] {
  const before = sales.excluded
    .filter(({ category }) => category === name)
    .map(({ storeId, reason }) => ({ storeId, asset: 'internal_raw_sales_data', reason }))
  const here = Array.from(left, (row) => ({
    storeId: sales.storeIds[stores[row]],
    asset,
    reason:
      nMatchedOfStore[row] === 0
        ? 'sells no mapped product in this category'
        : 'its sales in this category do not add up to more than zero',
  }))
  return [...before, ...here]
}

function reconcile(allocation: Allocation, sales: RawSales, sold: CategorySales) {
  const { decimals, multiple, products } = sales
  const { totals, left, matched, unmatched } = allocation
  return {
    reconciliation: {
      rows: sold.nRows,
      rowsMatched: matched.rows,
      products: sold.products.length,
      productsMatched: matched.nProducts,
      stores: sold.stores.length,
      storesMatched: sold.nMatchedOfStore.filter((nRows) => nRows > 0).length,
      money: money(sum(sold.unitsOfProduct), decimals),
      moneyMatched: money(matched.units, decimals),
      moneyExcluded: money(sum(Array.from(left, (row) => totals[row])) / multiple, decimals),
    },
    unmatchedProducts: unmatched.map(({ product, units }) => ({
      product: products[product],
      money: money(units, decimals),
    })),
  }
}

function money(units: number, decimals: number): number {
  return units / powerOfTen(decimals)
}

function nothingSold(category: string): AssetError {
  if (category === unmapped)
    return nothingIsUnmapped('See the rejected rows and the filters of the raw sales.')
  return new AssetError({
    code: 'empty_category',
    message: `No sale is left in the category ${category}.`,
    path: category,
    hint: 'Look at the rejected rows and the filters of the raw sales, or leave the category out.',
  })
}
