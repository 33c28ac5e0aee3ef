import { describeRejected, maxListed, reasonOfRejection } from '../../table/left-out'
import type { FoldState } from './fold-state'
import { slotOfPair, valueAt } from './pair-places'
import { countAt, intsEach } from './product-records'

type LostRow = {
  /** In the batch. */
  readonly row: number
  readonly store: number
  readonly product: number
  readonly category: number
}

/** Counts a row without a store, a product or a readable value, by reason. */
export function rejectRow(
  state: FoldState,
  { row, store, product, category }: LostRow,
  amount: { readonly value: number; readonly units: number },
): void {
  const { rejectedCounts, nRows } = state.totals
  const fields = {
    store: store === -1 ? null : state.stores.texts[store],
    product: product === -1 ? null : state.products.texts[product],
    category: state.categories.texts[category],
    value: amount.value,
    units: amount.units,
    row: nRows + row + 1,
  }
  const reason = reasonOfRejection(fields)
  const known = rejectedCounts.get(reason) ?? { count: 0, units: 0 }
  const units = known.units + (Number.isNaN(amount.units) ? 0 : amount.units)
  rejectedCounts.set(reason, { count: known.count + 1, units })
  if (state.rejected.length < maxListed)
    state.rejected.push({ row: fields.row, reason, text: describeRejected(fields) })
  if (store !== -1) remember(state, category, store, rejectedBit)
}

/** Counts a row by the first filter that leaves it out. */
export function leaveOut(
  state: FoldState,
  { store, product, category }: LostRow,
  value: number,
): void {
  const leftOutBy = filterOf(state, product)
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

function filterOf({ productRecords: { ints } }: FoldState, product: number): number {
  return Math.max(-1, -1 - ints[product * intsEach + countAt])
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
