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
  const { units, unmatched, nRowsOfStore, nMatchedOfStore } = fold
  const storePlaces = placesOf(fold.stores)
  const groupPlaces = placesOf(fold.groups)
  const columns = groupCodes.subarray(0, nGroups).map((code) => groupPlaces[code])
  const width = fold.groups.length
  for (let i = 0, from = 0; i < nStores; i++, from += stride) {
    const store = storePlaces[storeRank[storeCodes[i]]]
    unmatched[store] += lanes[from + unmatchedLane]
    nRowsOfStore[store] += lanes[from + rowsLane]
    nMatchedOfStore[store] += lanes[from + matchedLane]
    for (let g = 0; g < nGroups; g++)
      units[store * width + columns[g]] += lanes[from + firstGroupLane + g]
  }
}

function addProducts(fold: CategoryFold, { category, productRank }: PresentPart): void {
  const { productLanes, nProducts, productCodes } = category
  const places = placesOf(fold.products)
  for (let i = 0; i < nProducts; i++) {
    const product = places[productRank[productCodes[i]]]
    fold.unitsOfProduct[product] += productLanes[2 * i]
    fold.nRowsOfProduct[product] += productLanes[2 * i + 1]
  }
}

function ranked(codes: Int32Array, n: number, rank: Int32Array): Int32Array {
  return codes.subarray(0, n).map((code) => rank[code])
}

/** Ascending, each once. */
function distinctCodes(lists: readonly Int32Array[]): Int32Array {
  const most = lists.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), -1)
  const isThere = new Uint8Array(most + 1)
  for (const list of lists) for (let i = 0; i < list.length; i++) isThere[list[i]] = 1
  const codes = new Int32Array(most + 1)
  let n = 0
  for (let code = 0; code <= most; code++) if (isThere[code] === 1) codes[n++] = code
  return codes.slice(0, n)
}

/** By code: where it is in an ascending list. */
function placesOf(codes: Int32Array): Int32Array {
  const places = new Int32Array((codes.at(-1) ?? -1) + 1)
  for (let place = 0; place < codes.length; place++) places[codes[place]] = place
  return places
}
