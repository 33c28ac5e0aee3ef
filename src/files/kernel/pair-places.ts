/**
 * Places 0, 1, 2 ... of pairs of codes, or whatever small integer is kept for a pair: open
 * addressing, four integers a slot, so that memory grows with the pairs that there are.
 */
export type PairPlaces = { slots: Int32Array; size: number }

export function createPairPlaces(): PairPlaces {
  return { slots: new Int32Array(256 * slotSize), size: 0 }
}

/** The slot of a pair in `pairs.slots`: behind it `valueAt` holds its value, 0 where it is new. */
export function slotOfPair(pairs: PairPlaces, a: number, b: number): number {
  if (2 * slotSize * (pairs.size + 1) > pairs.slots.length) widen(pairs)
  const at = findSlot(pairs.slots, a, b)
  if (pairs.slots[at] === 0) {
    pairs.size++
    pairs.slots[at] = a + 1
    pairs.slots[at + 1] = b
  }
  return at
}

/** Where in a slot its value is. */
export const valueAt = 2
/** A slot is a + 1 (0 where it is free), b, the value, and one more that is not used. */
const slotSize = 4

function findSlot(slots: Int32Array, a: number, b: number): number {
  const mask = slots.length - slotSize
  const hash = Math.imul(Math.imul(a + 1, 0x9e37_79b1) ^ b, 0x85eb_ca6b)
  let at = ((((hash >>> 15) ^ hash) & 0xfff_ffff) * slotSize) & mask
  while (slots[at] !== 0 && (slots[at] !== a + 1 || slots[at + 1] !== b))
    at = (at + slotSize) & mask
  return at
}

function widen(pairs: PairPlaces): void {
  const { slots } = pairs
  const wider = new Int32Array(2 * slots.length)
  for (let from = 0; from < slots.length; from += slotSize) {
    if (slots[from] === 0) continue
    wider.set(
      slots.subarray(from, from + slotSize),
      findSlot(wider, slots[from] - 1, slots[from + 1]),
    )
  }
  pairs.slots = wider
}
