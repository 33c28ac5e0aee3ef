import { growFloats, growInts } from './grow'

/**
 * Sums of one category. A store is a run of `stride` numbers, so that a row of sales touches memory
 * in one place: units without a need state, rows, matched rows, then units by need state.
 */
export type CategoryLanes = {
  nRows: number
  lanes: Float64Array
  stride: number
  nStores: number
  /** The store at hand and its place. */
  lastStore: number
  lastPlace: number
  /** By place: the code of the store, of the need state. */
  storeCodes: Int32Array
  groupCodes: Int32Array
  nGroups: number
  /** By code of the need state: its place + 1. */
  groupPlaces: Int32Array
}

export const unmatchedLane = 0
export const rowsLane = 1
export const matchedLane = 2
export const firstGroupLane = 3

const firstStride = 8
const none = new Int32Array(0)

export function createLanes(): CategoryLanes {
  return {
    nRows: 0,
    lanes: new Float64Array(0),
    stride: firstStride,
    nStores: 0,
    lastStore: -1,
    lastPlace: 0,
    storeCodes: none,
    groupCodes: none,
    nGroups: 0,
    groupPlaces: none,
  }
}

/** The place of a store that is new in the category. */
export function addStore(category: CategoryLanes, code: number): number {
  const place = category.nStores++
  category.storeCodes = growInts(category.storeCodes, category.nStores)
  category.storeCodes[place] = code
  category.lanes = growFloats(category.lanes, category.nStores * category.stride)
  return place
}

/** The lane of a need state; it gets one where it has none yet. */
export function laneOfGroup(category: CategoryLanes, code: number): number {
  category.groupPlaces = growInts(category.groupPlaces, code + 1)
  const known = category.groupPlaces[code]
  if (known !== 0) return firstGroupLane + known - 1
  const place = category.nGroups++
  category.groupPlaces[code] = place + 1
  category.groupCodes = growInts(category.groupCodes, category.nGroups)
  category.groupCodes[place] = code
  if (firstGroupLane + category.nGroups > category.stride) widen(category)
  return firstGroupLane + place
}

/** A quarter more lanes a store; the numbers keep their lanes. */
function widen(category: CategoryLanes): void {
  const { lanes, stride, nStores } = category
  const wider = 2 * Math.ceil(0.625 * stride)
  category.lanes = new Float64Array(Math.ceil(lanes.length / stride) * wider)
  for (let store = 0; store < nStores; store++)
    category.lanes.set(lanes.subarray(store * stride, (store + 1) * stride), store * wider)
  category.stride = wider
}
