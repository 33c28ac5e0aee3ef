import { addCategory, addRun, type AddedRows } from './add-category'
import type { Amounts } from './amounts'
import { makeRoom } from './category-rows'
import { addCategories, type FoldState } from './fold-state'
import { leaveOut, rejectRow } from './lose-row'
import { countAt, intsEach, learnProducts } from './product-records'

/** Adds the first rows of `state.rows` with their amounts: neighbours of one category together. */
export function addRows(state: FoldState, amounts: Amounts, nRows: number): void {
  learnProducts(state.productRecords, state.products.texts)
  learnStores(state)
  addCategories(state)
  const { rows, totals, unmapped, isStoreOut, plan } = state
  const { store: stores, product: products, category: categories } = rows
  const { values, units: allUnits } = amounts
  const { ints } = state.productRecords
  const hasProductFilters = plan.productFilters.length > 0
  const { onlyPositive } = plan
  const smallest = plan.minValue ?? -Infinity
  const added = { stores, products, units: allUnits }
  let category = unmapped
  let from = 0
  let nUsed = 0
  let nWithoutCategory = 0
  let totalUnits = 0
  let magnitude = 0
  for (let row = 0; row < nRows; row++) {
    const store = stores[row]
    const product = products[row]
    const value = values[row]
    const units = allUnits[row]
    const named = categories[row]
    const itsCategory = named === -1 ? unmapped : named
    if (itsCategory !== category) {
      addNeighbours(state, category, added, { from, to: row })
      category = itsCategory
      from = row
    }
    if (store === -1 || product === -1 || Number.isNaN(value)) {
      rejectRow(state, { row, store, product, category }, { value, units })
      addNeighbours(state, category, added, { from, to: row })
      from = row + 1
      continue
    }
    const isOut =
      isStoreOut[store] ||
      value < smallest ||
      (onlyPositive && value <= 0) ||
      (hasProductFilters && ints[product * intsEach + countAt] < 0)
    if (isOut) {
      leaveOut(state, { row, store, product, category }, value)
      addNeighbours(state, category, added, { from, to: row })
      from = row + 1
      continue
    }
    nUsed++
    totalUnits += units
    magnitude += Math.abs(units)
    if (named === -1) nWithoutCategory++
  }
  addNeighbours(state, category, added, { from, to: nRows })
  totals.nRows += nRows
  totals.nUsed += nUsed
  totals.nWithoutCategory += nWithoutCategory
  totals.totalUnits += totalUnits
  totals.magnitude += magnitude
}

/** So many neighbours touch little memory by themselves; fewer wait for others of their category. */
const worthAdding = 16

function addNeighbours(
  state: FoldState,
  category: number,
  added: AddedRows,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  if (to - from >= worthAdding) {
    addRun(state, category, added, { from, to })
    return
  }
  const rows = state.waiting[category]
  for (let row = from; row < to; row++) {
    if (rows.n === rows.units.length && !makeRoom(rows)) addCategory(state, category)
    const place = rows.n++
    rows.stores[place] = added.stores[row]
    rows.products[place] = added.products[row]
    rows.units[place] = added.units[row]
  }
}

function learnStores({ stores, storesOut, isStoreOut }: FoldState): void {
  for (let code = isStoreOut.length; code < stores.texts.length; code++)
    isStoreOut.push(storesOut.has(stores.texts[code]))
}
