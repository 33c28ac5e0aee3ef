import { createInterner } from '../../../table/intern'
import { rankLevels } from '../../../table/sort-by-text'

/**
 * Sums of integers by (category, store, product), each key packed into one number: the order of
 * the rows cannot matter as long as the sums stay below 2^53.
 */
export type SalesSums = {
  readonly add: (category: string, store: string, product: string, units: number) => void
  readonly sorted: () => SortedSums
}

export type SortedSums = {
  readonly storeIds: readonly string[]
  readonly products: readonly string[]
  readonly categories: readonly string[]
  readonly categoryStarts: Int32Array
  readonly store: Int32Array
  readonly product: Int32Array
  readonly units: Float64Array
  readonly rows: Int32Array
}

type Sum = { readonly store: number; readonly product: number; units: number; rows: number }

/** Codes of products stay below this, so that store x span + product is exact below 2^53. */
const productSpan = 2 ** 26

/** Starts empty. Memory grows with the distinct (category, store, product), not with the rows. */
export function createSalesSums(): SalesSums {
  const stores = createInterner()
  const products = createInterner()
  const categories = createInterner()
  const sums: Map<number, Sum>[] = []

  const add: SalesSums['add'] = (categoryText, storeText, productText, units) => {
    const category = categories.codeOf(categoryText)
    const store = stores.codeOf(storeText)
    const product = products.codeOf(productText)
    const ofCategory = (sums[category] ??= new Map())
    const key = store * productSpan + product
    const sum = ofCategory.get(key)
    if (sum === undefined) ofCategory.set(key, { store, product, units, rows: 1 })
    else {
      sum.units += units
      sum.rows += 1
    }
  }

  const sorted = (): SortedSums => {
    const [storeRank, productRank] = [rankLevels(stores.levels), rankLevels(products.levels)]
    const order = inOrder(categories.levels)
    const groups = order.map((category) =>
      [...sums[category].values()]
        .map((sum) => ({ ...sum, store: storeRank[sum.store], product: productRank[sum.product] }))
        .sort((a, b) => a.store - b.store || a.product - b.product),
    )
    const all = groups.flat()
    return {
      storeIds: inOrder(stores.levels).map((code) => stores.levels[code]),
      products: inOrder(products.levels).map((code) => products.levels[code]),
      categories: order.map((code) => categories.levels[code]),
      categoryStarts: startsOf(groups.map(({ length }) => length)),
      store: Int32Array.from(all, ({ store }) => store),
      product: Int32Array.from(all, ({ product }) => product),
      units: Float64Array.from(all, ({ units }) => units),
      rows: Int32Array.from(all, ({ rows }) => rows),
    }
  }
  return { add, sorted }
}

/** Codes in the order of their texts. */
function inOrder(levels: readonly string[]): readonly number[] {
  const order = Array.from<number>({ length: levels.length })
  rankLevels(levels).forEach((rank, code) => {
    order[rank] = code
  })
  return order
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  lengths.forEach((length, i) => {
    starts[i + 1] = starts[i] + length
  })
  return starts
}
