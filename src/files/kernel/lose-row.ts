import { describeRejected, maxListed, reasonOfRejection } from '../../table/left-out'
import type { FoldState } from './fold-state'
import { slotOfPair, valueAt } from './pair-places'
import { isEmptyKey, textOfKey, type ProductKey } from './product-keys'

/** A row of `state.rows` that is not used. */
type LostRow = {
  readonly row: number
  readonly category: number
  readonly value: number
  readonly units: number
  /** The filter that leaves its product out, -1 where none does or another one comes before. */
  readonly leftOutBy: number
}

/** Counts a row by the reason for which it is not used. */
export function loseRow(state: FoldState, lost: LostRow): void {
  const { stores, firsts, seconds } = state.rows
  const store = stores[lost.row]
  const key = { first: firsts[lost.row], second: seconds[lost.row] }
  if (store === -1 || isEmptyKey(key) || Number.isNaN(lost.value))
    rejectRow(state, lost, { store, key })
  else leaveOut(state, lost, store)
}

type Ids = { readonly store: number; readonly key: ProductKey }

/** Counts a row without a store, a product or a readable value; the first ones are listed. */
function rejectRow(state: FoldState, lost: LostRow, { store, key }: Ids): void {
  const { category, value, units } = lost
  const { rejectedCounts, nRows } = state.totals
  const row = nRows + lost.row + 1
  const fields = {
    store: store === -1 ? null : state.stores.texts[store],
    product: isEmptyKey(key) ? null : '',
    category: state.categories.texts[category],
    value,
    units,
    row,
  }
  const reason = reasonOfRejection(fields)
  const known = rejectedCounts.get(reason) ?? { count: 0, units: 0 }
  rejectedCounts.set(reason, {
    count: known.count + 1,
    units: known.units + (Number.isNaN(units) ? 0 : units),
  })
  if (state.rejected.length < maxListed) {
    const text = describeRejected({ ...fields, product: textOfKey(state.products, key) })
    state.rejected.push({ row, reason, text })
  }
  if (store !== -1) remember(state, category, store, rejectedBit)
}

/** Counts a row by the first filter that leaves it out. */
function leaveOut(state: FoldState, { category, value, leftOutBy }: LostRow, store: number): void {
  const fields = {
    store: state.stores.texts[store],
    category: state.categories.texts[category],
    value,
    leftOutBy,
  }
  const index = state.filters.findIndex(({ leavesOut }) => leavesOut(fields))
  state.totals.leftOut[index]++
  remember(state, category, store, bitOfFilter(index))
}

/** Reasons of a store in a category are bits: rejected, then the filters in their order. */
export const rejectedBit = 1

export function bitOfFilter(index: number): number {
  return 2 << index
}

function remember({ lost }: FoldState, category: number, store: number, bit: number): void {
  const at = slotOfPair(lost, category, store) + valueAt
  lost.slots[at] |= bit
}
