import {
  addStore,
  firstGroupLane,
  matchedLane,
  rowsLane,
  unmatchedLane,
  type CategoryLanes,
} from './category-lanes'
import type { FoldState } from './fold-state'
import { meetProduct } from './meet-product'
import {
  categoryAt,
  countAt,
  floatsEach,
  fromAt,
  intsEach,
  laneAt,
  rowsAt,
  unitsAt,
} from './product-records'
import { indexOfStore } from './store-places'

/** Adds the rows of a category that wait. */
export function addCategory(state: FoldState, category: number): void {
  const waiting = state.waiting[category]
  const sum = state.sums[category]
  const { stores, products, units: allUnits, n } = waiting
  const { ints, floats } = state.productRecords
  const { multiple, groups } = state.plan
  waiting.n = 0
  sum.nRows += n
  let { lanes } = sum
  let base = sum.lastPlace * sum.stride
  for (let row = 0; row < n; row++) {
    const store = stores[row]
    const product = products[row]
    const units = allUnits[row]
    const isMet = ints[product * intsEach + categoryAt] === category + 1
    if (!isMet) meetProduct(state, category, product)
    if (!isMet || sum.lastStore !== store) {
      if (sum.lastStore !== store) meetStore(state, category, store)
      // Both may move the sums to a larger array.
      lanes = sum.lanes
      base = sum.lastPlace * sum.stride
    }
    floats[product * floatsEach + unitsAt] += units
    floats[product * floatsEach + rowsAt]++
    const nGroups = ints[product * intsEach + countAt]
    lanes[base + rowsLane]++
    if (nGroups === 1) {
      lanes[base + matchedLane]++
      lanes[base + ints[product * intsEach + laneAt]] += units * multiple
    } else if (nGroups === 0) {
      lanes[base + unmatchedLane] += units
    } else {
      lanes[base + matchedLane]++
      const share = units * (multiple / nGroups)
      const from = ints[product * intsEach + fromAt]
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
