import type { ProductMap } from '../internal-product-category-mapping/spec'
import type { RawSales } from '../internal-raw-sales-data/spec'

/** Sales of one category given to need states; amounts are integers of 1 / `multiple` of a unit. */
export type Allocation = {
  /** Codes of the need states that sell in the category, ascending. */
  readonly groups: readonly number[]
  /** Least common multiple of how many need states a product is in: 1/g of a sale stays whole. */
  readonly multiple: number
  /** Every store of the category, ascending; `units` aligned with `groups`, they add up to `total`. */
  readonly stores: readonly {
    readonly store: number
    readonly units: Float64Array
    readonly total: number
    readonly nMatched: number
  }[]
  readonly matched: { readonly rows: number; readonly nProducts: number; readonly units: number }
  /** Products without a need state and their units, largest first. */
  readonly unmatched: readonly { readonly product: number; readonly units: number }[]
}

type Range = { readonly from: number; readonly to: number }
type MutableStore = { store: number; units: Float64Array; total: number; nMatched: number }

/** Joins the entries of a category to the map; a product in g need states gives each 1/g. */
export function allocate(sales: RawSales, mapping: ProductMap, range: Range): Allocation {
  const groupsOf = groupsOfProducts(sales, mapping)
  const { groups, multiple } = groupsSold(sales, groupsOf, range)
  const position = new Map(groups.map((group, i) => [group, i]))
  const stores: MutableStore[] = []
  const matched = { rows: 0, products: new Set<number>(), units: 0 }
  const unmatched = new Map<number, number>()
  for (let i = range.from; i < range.to; i++) {
    const product = sales.product[i]
    const store = storeOf(stores, sales.store[i], groups.length)
    const ofProduct = groupsOf[product]
    if (ofProduct.length === 0) {
      unmatched.set(product, (unmatched.get(product) ?? 0) + sales.units[i])
      continue
    }
    const share = sales.units[i] * (multiple / ofProduct.length)
    for (const group of ofProduct) store.units[position.get(group) ?? -1] += share
    store.total += share * ofProduct.length
    store.nMatched += 1
    matched.rows += sales.rows[i]
    matched.units += sales.units[i]
    matched.products.add(product)
  }
  return {
    groups,
    multiple,
    stores,
    matched: { rows: matched.rows, units: matched.units, nProducts: matched.products.size },
    unmatched: [...unmatched]
      .map(([product, units]) => ({ product, units }))
      .sort((a, b) => Math.abs(b.units) - Math.abs(a.units) || a.product - b.product),
  }
}

/** Need states per product of the sales file; empty where the map does not know it. */
function groupsOfProducts(sales: RawSales, mapping: ProductMap): readonly (readonly number[])[] {
  const ofMapped: number[][] = mapping.products.map(() => [])
  mapping.product.forEach((product, pair) => ofMapped[product].push(mapping.group[pair]))
  const codeOf = new Map(mapping.products.map((product, code) => [product, code]))
  return sales.products.map((product) => ofMapped[codeOf.get(product) ?? -1] ?? [])
}

function groupsSold(sales: RawSales, groupsOf: readonly (readonly number[])[], range: Range) {
  const groups = new Set<number>()
  let multiple = 1
  for (let i = range.from; i < range.to; i++) {
    const ofProduct = groupsOf[sales.product[i]]
    for (const group of ofProduct) groups.add(group)
    if (ofProduct.length > 1) multiple = leastCommonMultiple(multiple, ofProduct.length)
  }
  return { groups: [...groups].sort((a, b) => a - b), multiple }
}

/** Entries come sorted by store: the store at hand is the last, or a new one. */
function storeOf(stores: MutableStore[], store: number, nGroups: number): MutableStore {
  const last = stores[stores.length - 1]
  if (last !== undefined && last.store === store) return last
  const next = { store, units: new Float64Array(nGroups), total: 0, nMatched: 0 }
  stores.push(next)
  return next
}

function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b]
  while (rest > 0) [divisor, rest] = [rest, divisor % rest]
  return (a / divisor) * b
}
