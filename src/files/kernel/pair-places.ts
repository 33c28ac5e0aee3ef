import { firstMultiplier, hashOfShort, maxSearch, randomMultiplier } from './text-hash'

/**
 * Places 0, 1, 2 ... of pairs of codes, or whatever small integer is kept for a pair: open
 * addressing, four integers a slot, so that memory grows with the pairs that there are.
 */
export type PairPlaces = {
  slots: Int32Array
  size: number
  /** As in a table of texts: changed where pairs meet that were made to. */
  multiplier: number
}

export function createPairPlaces(): PairPlaces {
  return { slots: new Int32Array(256 * slotSize), size: 0, multiplier: firstMultiplier }
}

/** The slot of a pair in `pairs.slots`: behind it `valueAt` holds its value, 0 where it is new. */
export function slotOfPair(pairs: PairPlaces, a: number, b: number): number {
  const { slots } = pairs
  const mask = slots.length - slotSize
  const from = (hashOfShort(pairs.multiplier, a, b) * slotSize) & mask
  const at = findSlot(slots, from, a, b)
  if (slots[at] !== 0) return at
  const isFull = 2 * slotSize * (pairs.size + 1) > slots.length
  const isLong = ((at - from) & mask) > maxSearch * slotSize
  if (isFull || isLong) {
    if (isLong) pairs.multiplier = randomMultiplier()
    placeAll(pairs, isFull ? 2 * slots.length : slots.length)
    return slotOfPair(pairs, a, b)
  }
  pairs.size++
  slots[at] = a + 1
  slots[at + 1] = b
  return at
}

/** Where in a slot its value is. */
export const valueAt = 2
/** A slot is a + 1 (0 where it is free), b, the value, and one more that is not used. */
const slotSize = 4

function findSlot(slots: Int32Array, from: number, a: number, b: number): number {
  const mask = slots.length - slotSize
  let at = from
  while (slots[at] !== 0 && (slots[at] !== a + 1 || slots[at + 1] !== b))
    at = (at + slotSize) & mask
  return at
}

function placeAll(pairs: PairPlaces, length: number): void {
  const { slots, multiplier } = pairs
  const placed = new Int32Array(length)
  const mask = length - slotSize
  for (let from = 0; from < slots.length; from += slotSize) {
    if (slots[from] === 0) continue
    const a = slots[from] - 1
    const b = slots[from + 1]
    const first = (hashOfShort(multiplier, a, b) * slotSize) & mask
    placed.set(slots.subarray(from, from + slotSize), findSlot(placed, first, a, b))
  }
  pairs.slots = placed
}
