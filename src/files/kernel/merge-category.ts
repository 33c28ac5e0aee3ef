import type { CategoryFold } from '../../table/sales-fold'
import { firstGroupLane, matchedLane, rowsLane, unmatchedLane } from './category-lanes'
import type { PartialCategory } from './partial-fold'

/** A category in one range; null where the range has no row of it. Ranks are by code of the range. */
export type CategoryPart = {
  readonly category: PartialCategory | null
  readonly storeRank: Int32Array
  readonly productRank: Int32Array
}

/** One category out of its ranges, stores, need states and products sorted. */
export function mergeCategory(name: string, parts: readonly CategoryPart[]): CategoryFold {
  const present = parts.flatMap(({ category, ...ranks }) =>
    category === null ? [] : [{ category, ...ranks }],
  )
  const stores = distinctCodes(
    present.map(({ category, storeRank }) =>
      ranked(category.storeCodes, category.nStores, storeRank),
    ),
  )
  const products = distinctCodes(
    present.map(({ category, productRank }) =>
      ranked(category.productCodes, category.nProducts, productRank),
    ),
  )
  const groups = distinctCodes(
    present.map(({ category }) => category.groupCodes.subarray(0, category.nGroups)),
  )
  const fold = {
    name,
    nRows: present.reduce((sum, { category }) => sum + category.nRows, 0),
    stores,
    unmatched: new Float64Array(stores.length),
    nRowsOfStore: new Int32Array(stores.length),
    nMatchedOfStore: new Int32Array(stores.length),
    groups,
    units: new Float64Array(stores.length * groups.length),
    products,
    unitsOfProduct: new Float64Array(products.length),
    nRowsOfProduct: new Int32Array(products.length),
  }
  for (const part of present) {
    addStores(fold, part)
    addProducts(fold, part)
  }
  return fold
}

type PresentPart = CategoryPart & { readonly category: PartialCategory }

function addStores(fold: CategoryFold, { category, storeRank }: PresentPart): void {
  const { lanes, stride, nStores, storeCodes, nGroups, groupCodes } = category
  const placeOfStore = placesOf(fold.stores)
  const columns = Int32Array.from(groupCodes.subarray(0, nGroups), placesOf(fold.groups))
  for (let i = 0; i < nStores; i++) {
    const store = placeOfStore(storeRank[storeCodes[i]])
    const from = i * stride
    fold.unmatched[store] += lanes[from + unmatchedLane]
    fold.nRowsOfStore[store] += lanes[from + rowsLane]
    fold.nMatchedOfStore[store] += lanes[from + matchedLane]
    for (let g = 0; g < nGroups; g++)
      fold.units[store * fold.groups.length + columns[g]] += lanes[from + firstGroupLane + g]
  }
}

function addProducts(fold: CategoryFold, { category, productRank }: PresentPart): void {
  const { productLanes, nProducts, productCodes } = category
  const placeOfProduct = placesOf(fold.products)
  for (let i = 0; i < nProducts; i++) {
    const product = placeOfProduct(productRank[productCodes[i]])
    fold.unitsOfProduct[product] += productLanes[2 * i]
    fold.nRowsOfProduct[product] += productLanes[2 * i + 1]
  }
}

function ranked(codes: Int32Array, n: number, rank: Int32Array): Int32Array {
  return codes.subarray(0, n).map((code) => rank[code])
}

/** Ascending, each once. */
function distinctCodes(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let n = 0
  for (const list of lists) {
    all.set(list, n)
    n += list.length
  }
  all.sort()
  return all.filter((code, i) => i === 0 || code !== all[i - 1])
}

/** Where a code is in an ascending list that has it. */
function placesOf(codes: Int32Array): (code: number) => number {
  const places = new Int32Array((codes.at(-1) ?? -1) + 1)
  codes.forEach((code, place) => {
    places[code] = place
  })
  return (code) => places[code]
}
