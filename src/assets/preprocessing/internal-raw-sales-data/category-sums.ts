import type { CategoryFold, FoldPlan } from '../../../table/sales-fold'
import { growFloats, growInts } from './grow'

/** Sums of one category as its rows come; memory grows with stores x need states, not with rows. */
export type CategorySums = {
  /** `mapped`: place of the product in the plan, -1 where the map does not know it. */
  readonly add: (row: {
    readonly store: number
    readonly product: number
    readonly mapped: number
    readonly units: number
  }) => void
  /** Codes of the stores with a row here, in the order of first sight. */
  readonly stores: readonly number[]
  readonly products: readonly number[]
  readonly nBytes: () => number
  /** With codes replaced by the rank of their text. */
  readonly sorted: (name: string, ranks: Ranks) => CategoryFold
}

export type Ranks = { readonly store: Int32Array; readonly product: Int32Array }

/** Codes that are seen get places 0, 1, 2 ... */
type Places = { readonly codes: number[]; readonly placeOf: (code: number) => number }

type StoreSums = { unmatched: Float64Array; rows: Int32Array; matched: Int32Array }
type ProductSums = { units: Float64Array; rows: Int32Array }

const noFloats = new Float64Array(0)
const noInts = new Int32Array(0)

/** Starts empty. A sale of a product in g need states gives each of them 1/g, in whole units. */
export function createCategorySums(plan: FoldPlan): CategorySums {
  const { groupStarts, groups, multiple } = plan
  const stores = createPlaces()
  const products = createPlaces()
  const needStates = createPlaces()
  /** By need state: units by store. */
  const columns: Float64Array[] = []
  const ofStore: StoreSums = { unmatched: noFloats, rows: noInts, matched: noInts }
  const ofProduct: ProductSums = { units: noFloats, rows: noInts }
  let nRows = 0

  const add: CategorySums['add'] = ({ store, product, mapped, units }) => {
    nRows += 1
    const s = stores.placeOf(store)
    const p = products.placeOf(product)
    ofStore.unmatched = growFloats(ofStore.unmatched, s)
    ofStore.rows = growInts(ofStore.rows, s)
    ofStore.matched = growInts(ofStore.matched, s)
    ofProduct.units = growFloats(ofProduct.units, p)
    ofProduct.rows = growInts(ofProduct.rows, p)
    ofStore.rows[s] += 1
    ofProduct.units[p] += units
    ofProduct.rows[p] += 1
    const from = mapped === -1 ? 0 : groupStarts[mapped]
    const to = mapped === -1 ? 0 : groupStarts[mapped + 1]
    if (from === to) {
      ofStore.unmatched[s] += units
      return
    }
    ofStore.matched[s] += 1
    const share = units * (multiple / (to - from))
    for (let i = from; i < to; i++) {
      const g = needStates.placeOf(groups[i])
      columns[g] = growFloats(columns[g] ?? noFloats, s)
      columns[g][s] += share
    }
  }

  const sorted: CategorySums['sorted'] = (name, ranks) => {
    const byStore = placesInOrder(stores.codes, (code) => ranks.store[code])
    const byProduct = placesInOrder(products.codes, (code) => ranks.product[code])
    const byGroup = placesInOrder(needStates.codes, (code) => code)
    return {
      name,
      nRows,
      stores: byStore.map((place) => ranks.store[stores.codes[place]]),
      unmatched: Float64Array.from(byStore, (place) => ofStore.unmatched[place]),
      nRowsOfStore: byStore.map((place) => ofStore.rows[place]),
      nMatchedOfStore: byStore.map((place) => ofStore.matched[place]),
      groups: byGroup.map((place) => needStates.codes[place]),
      units: rowMajor(byStore, byGroup, columns),
      products: byProduct.map((place) => ranks.product[products.codes[place]]),
      unitsOfProduct: Float64Array.from(byProduct, (place) => ofProduct.units[place]),
      nRowsOfProduct: byProduct.map((place) => ofProduct.rows[place]),
    }
  }

  const nBytes = () =>
    columns.reduce((sum, column) => sum + column.byteLength, 0) +
    2 * ofStore.unmatched.byteLength +
    2 * ofProduct.units.byteLength
  return { add, stores: stores.codes, products: products.codes, nBytes, sorted }
}

function createPlaces(): Places {
  const codes: number[] = []
  /** One more than the place; 0 where the code is new. */
  let known: Int32Array = noInts
  return {
    codes,
    placeOf: (code) => {
      known = growInts(known, code)
      if (known[code] === 0) known[code] = codes.push(code)
      return known[code] - 1
    },
  }
}

function placesInOrder(codes: readonly number[], rankOf: (code: number) => number): Int32Array {
  const places = Int32Array.from(codes, (_, place) => place)
  return places.sort((a, b) => rankOf(codes[a]) - rankOf(codes[b]))
}

/** A column may be shorter than there are stores: the later ones sell nothing of that need state. */
function rowMajor(
  stores: Int32Array,
  groups: Int32Array,
  columns: readonly Float64Array[],
): Float64Array {
  const cells = new Float64Array(stores.length * groups.length)
  groups.forEach((group, g) => {
    const column = columns[group]
    for (let s = 0; s < stores.length; s++) cells[s * groups.length + g] = column[stores[s]] ?? 0
  })
  return cells
}
