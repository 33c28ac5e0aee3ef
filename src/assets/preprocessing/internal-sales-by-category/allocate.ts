import type { CategorySales, RawSales } from '../internal-raw-sales-data/spec'

/** Sales of one category by store, and what of them the map knows; amounts are integers of 1 / `multiple` of a unit. */
export type Allocation = {
  /** By row of the sums, which is a store: what its cells add up to. */
  readonly totals: Float64Array
  /** Rows with a positive total, and the others, ascending. */
  readonly placed: Int32Array
  readonly left: Int32Array
  readonly matched: { readonly rows: number; readonly nProducts: number; readonly units: number }
  /** Products without a need state and their units, largest first. */
  readonly unmatched: readonly { readonly product: number; readonly units: number }[]
}

/** Reads the sums of a category by store and by product. */
export function allocate(category: CategorySales, mapped: RawSales['mapped']): Allocation {
  const products = Array.from(category.products, (product, i) => ({
    product,
    units: category.unitsOfProduct[i],
    rows: category.nRowsOfProduct[i],
  }))
  const matched = products.filter(({ product }) => mapped[product] !== -1)
  const unmatched = products.filter(({ product }) => mapped[product] === -1)
  const { stores, groups, units } = category
  const totals = sumRows(units, stores.length, groups.length)
  const rows = stores.map((_, row) => row)
  return {
    totals,
    placed: rows.filter((row) => totals[row] > 0),
    left: rows.filter((row) => !(totals[row] > 0)),
    matched: {
      rows: sum(matched.map(({ rows }) => rows)),
      units: sum(matched.map(({ units }) => units)),
      nProducts: matched.length,
    },
    unmatched: unmatched
      .map(({ product, units }) => ({ product, units }))
      .sort((a, b) => Math.abs(b.units) - Math.abs(a.units) || a.product - b.product),
  }
}

/** Of every row of a row-major table. */
function sumRows(cells: Float64Array, nRows: number, nColumns: number): Float64Array {
  const totals = new Float64Array(nRows)
  for (let row = 0, at = 0; row < nRows; row++) {
    let total = 0
    for (let column = 0; column < nColumns; column++) total += cells[at++]
    totals[row] = total
  }
  return totals
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
