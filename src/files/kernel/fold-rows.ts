import { addCategory } from './add-category'
import type { Amounts } from './amounts'
import { makeRoom } from './category-rows'
import { addCategories, type FoldState } from './fold-state'
import { leaveOut, rejectRow } from './lose-row'
import { countAt, intsEach, learnProducts } from './product-records'

/** Adds the first rows of `state.rows` with their amounts. */
export function addRows(state: FoldState, amounts: Amounts, nRows: number): void {
  learnProducts(state.productRecords, state.products.texts)
  learnStores(state)
  addCategories(state)
  const { rows, waiting, totals, unmapped, isStoreOut, plan } = state
  const { store: stores, product: products, category: categories } = rows
  const { values, units: allUnits } = amounts
  const { ints } = state.productRecords
  const hasProductFilters = plan.productFilters.length > 0
  const { onlyPositive } = plan
  const smallest = plan.minValue ?? -Infinity
  let nUsed = 0
  let nWithoutCategory = 0
  let totalUnits = 0
  let magnitude = 0
  // Rows of one category mostly come together: where they wait is kept until the next comes.
  let lastCategory = 0
  let bucket = waiting[lastCategory]
  let { n } = bucket
  for (let row = 0; row < nRows; row++) {
    const store = stores[row]
    const product = products[row]
    const value = values[row]
    const units = allUnits[row]
    const named = categories[row]
    const category = named === -1 ? unmapped : named
    if (store === -1 || product === -1 || Number.isNaN(value)) {
      rejectRow(state, { row, store, product, category }, { value, units })
      continue
    }
    const isOut =
      isStoreOut[store] ||
      value < smallest ||
      (onlyPositive && value <= 0) ||
      (hasProductFilters && ints[product * intsEach + countAt] < 0)
    if (isOut) {
      leaveOut(state, { row, store, product, category }, value)
      continue
    }
    if (category !== lastCategory || n === bucket.units.length) {
      bucket.n = n
      lastCategory = category
      bucket = waiting[category]
      if (bucket.n === bucket.units.length && !makeRoom(bucket)) addCategory(state, category)
      n = bucket.n
    }
    bucket.stores[n] = store
    bucket.products[n] = product
    bucket.units[n++] = units
    nUsed++
    totalUnits += units
    magnitude += Math.abs(units)
    if (named === -1) nWithoutCategory++
  }
  bucket.n = n
  totals.nRows += nRows
  totals.nUsed += nUsed
  totals.nWithoutCategory += nWithoutCategory
  totals.totalUnits += totalUnits
  totals.magnitude += magnitude
}

function learnStores({ stores, storesOut, isStoreOut }: FoldState): void {
  for (let code = isStoreOut.length; code < stores.texts.length; code++)
    isStoreOut.push(storesOut.has(stores.texts[code]))
}
