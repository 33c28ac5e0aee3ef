import {
  addStore,
  firstGroupLane,
  matchedLane,
  rowsLane,
  unmatchedLane,
  type CategoryLanes,
} from './category-lanes'
import type { FoldState } from './fold-state'
import { placeOfProduct } from './meet-product'
import {
  countAt,
  floatsEach,
  fromAt,
  intsEach,
  laneAt,
  placeOfKey,
  rowsAt,
  unitsAt,
} from './product-table'
import { indexOfStore } from './store-places'

/** Adds the rows of a category that wait. */
export function addCategory(state: FoldState, category: number): void {
  const waiting = state.waiting[category]
  const sum = state.sums[category]
  const table = state.productTables[category]
  const { n } = waiting
  const { firsts, seconds, stores, units: allUnits } = waiting.rows
  const { multiple, groups } = state.plan
  waiting.n = 0
  sum.nRows += n
  let { lanes, lastStore } = sum
  let { ints, floats } = table
  let base = sum.lastPlace * sum.stride
  for (let row = 0; row < n; row++) {
    const store = stores[row]
    const units = allUnits[row]
    let place = placeOfKey(table, firsts[row], seconds[row])
    if (place === -1 || store !== lastStore) {
      if (place === -1)
        place = placeOfProduct(state, category, { first: firsts[row], second: seconds[row] })
      if (store !== lastStore) meetStore(state, category, store)
      // Both may move what they add to to a larger array.
      lanes = sum.lanes
      ints = table.ints
      floats = table.floats
      base = sum.lastPlace * sum.stride
      lastStore = store
    }
    const record = place * intsEach
    floats[place * floatsEach + unitsAt] += units
    floats[place * floatsEach + rowsAt]++
    const nGroups = ints[record + countAt]
    lanes[base + rowsLane]++
    if (nGroups === 1) {
      lanes[base + matchedLane]++
      lanes[base + ints[record + laneAt]] += units * multiple
    } else if (nGroups === 0) {
      lanes[base + unmatchedLane] += units
    } else {
      lanes[base + matchedLane]++
      const share = units * (multiple / nGroups)
      const from = ints[record + fromAt]
      for (let i = from; i < from + nGroups; i++)
        lanes[base + firstGroupLane - 1 + sum.groupPlaces[groups[i]]] += share
    }
  }
}

/** Adds all rows that wait. */
export function addWaiting(state: FoldState): void {
  for (let category = 0; category < state.waiting.length; category++) addCategory(state, category)
}

/** Most files have the rows of a store together: its place is kept until the next store comes. */
function meetStore({ sums, storePlaces }: FoldState, category: number, store: number): void {
  const sum: CategoryLanes = sums[category]
  const at = indexOfStore(storePlaces, category, store)
  if (storePlaces.pages[at] === 0) storePlaces.pages[at] = addStore(sum, store) + 1
  sum.lastStore = store
  sum.lastPlace = storePlaces.pages[at] - 1
}
