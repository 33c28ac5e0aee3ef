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

/** Rows by index: codes of stores and products, and units. */
export type AddedRows = {
  readonly stores: Int32Array
  readonly products: Int32Array
  readonly units: Float64Array
}

/** Adds the rows of a category that wait. */
export function addCategory(state: FoldState, category: number): void {
  const waiting = state.waiting[category]
  addRun(state, category, waiting, { from: 0, to: waiting.n })
  waiting.n = 0
}

/** Adds rows of one category. */
export function addRun(
  state: FoldState,
  category: number,
  { stores, products, units: allUnits }: AddedRows,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const sum = state.sums[category]
  const { ints, floats } = state.productRecords
  const { multiple, groups } = state.plan
  sum.nRows += to - from
  let { lanes } = sum
  let base = sum.lastPlace * sum.stride
  for (let row = from; row < to; row++) {
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
      const first = ints[product * intsEach + fromAt]
      for (let i = first; i < first + nGroups; i++)
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
