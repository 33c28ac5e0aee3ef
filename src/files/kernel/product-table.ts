import { firstMultiplier, hashOfShort, maxSearch, randomMultiplier } from './text-hash'

/**
 * The products of one category by their keys, with all that a row has to know of its product and adds
 * to it: small enough to stay in the cache while rows of the category are added. Places are 0, 1, 2 ...
 * in the order of first sight; open addressing finds them, where a slot is the place + 1, 0 if free.
 *
 * Integers of a record: the two of the key; the code of its text; where its need states begin in
 * `plan.groups`; how many they are, of a product that a filter leaves out -1 - filter; the lane of its
 * first need state. Numbers, behind them: units and rows.
 */
export type ProductTable = {
  slots: Int32Array
  ints: Int32Array
  floats: Float64Array
  size: number
  /** As in a table of texts: changed where keys meet that were made to. */
  multiplier: number
}

/** Integers and floats a record, and where each of them is. */
export const intsEach = 10
export const floatsEach = 5
export const textAt = 2
export const fromAt = 3
export const countAt = 4
export const laneAt = 5
export const unitsAt = 3
export const rowsAt = 4

const firstRecords = 16

export function createProductTable(): ProductTable {
  const { ints, floats } = roomFor(firstRecords)
  const slots = new Int32Array(2 * firstRecords)
  return { slots, ints, floats, size: 0, multiplier: firstMultiplier }
}

/** The place of a key, -1 where it is new. */
export function placeOfKey(table: ProductTable, first: number, second: number): number {
  const { slots, ints } = table
  const mask = slots.length - 1
  let at = hashOfShort(table.multiplier, first, second) & mask
  for (let taken = slots[at]; taken !== 0; taken = slots[at]) {
    const record = (taken - 1) * intsEach
    if (ints[record] === first && ints[record + 1] === second) return taken - 1
    at = (at + 1) & mask
  }
  return -1
}

/** The place of a key that is new. */
export function addKey(table: ProductTable, first: number, second: number): number {
  const place = table.size++
  if (table.size * intsEach > table.ints.length) {
    const { ints, floats } = roomFor(2 * place)
    ints.set(table.ints)
    table.ints = ints
    table.floats = floats
  }
  table.ints[place * intsEach] = first
  table.ints[place * intsEach + 1] = second
  const isFull = 2 * table.size > table.slots.length
  if (isFull) placeAll(table, 2 * table.slots.length)
  else if (passedBy(table, place) > maxSearch) {
    table.multiplier = randomMultiplier()
    placeAll(table, table.slots.length)
  }
  return place
}

function placeAll(table: ProductTable, length: number): void {
  table.slots = new Int32Array(length)
  for (let place = 0; place < table.size; place++) passedBy(table, place)
}

/** Puts a place in the first free slot of its key; how many were passed. */
function passedBy({ slots, ints, multiplier }: ProductTable, place: number): number {
  const record = place * intsEach
  const mask = slots.length - 1
  const from = hashOfShort(multiplier, ints[record], ints[record + 1]) & mask
  let at = from
  while (slots[at] !== 0) at = (at + 1) & mask
  slots[at] = place + 1
  return (at - from) & mask
}

/** By place among those with a row: the code of the text; units and rows. */
export type ListedProducts = {
  readonly productCodes: Int32Array
  readonly nProducts: number
  readonly productLanes: Float64Array
}

/** The products with a row: one that a filter leaves out has none. */
export function listProducts({ ints, floats, size }: ProductTable): ListedProducts {
  const productCodes = new Int32Array(size)
  const productLanes = new Float64Array(2 * size)
  let n = 0
  for (let place = 0; place < size; place++) {
    const nRows = floats[place * floatsEach + rowsAt]
    if (nRows === 0) continue
    productCodes[n] = ints[place * intsEach + textAt]
    productLanes[2 * n] = floats[place * floatsEach + unitsAt]
    productLanes[2 * n++ + 1] = nRows
  }
  return { productCodes, nProducts: n, productLanes }
}

/** Both kinds of numbers are views of one memory: the floats stand behind the integers of a record. */
function roomFor(nRecords: number): Pick<ProductTable, 'ints' | 'floats'> {
  const buffer = new ArrayBuffer(nRecords * intsEach * Int32Array.BYTES_PER_ELEMENT)
  return { ints: new Int32Array(buffer), floats: new Float64Array(buffer) }
}
