/**
 * Distinct texts by their bytes: an open-addressing table that compares words of four bytes and
 * never makes a string. Codes are 0, 1, 2 ... in the order of first sight.
 *
 * A slot is four integers: code + 1 (0 where free), two words, the length in bytes. Up to eight
 * bytes the two words are the text itself; a longer text has its hash and its place in `words`.
 */
export type TextTable = {
  slots: Int32Array
  words: Int32Array
  nWords: number
  size: number
}

export function createTextTable(): TextTable {
  return { slots: new Int32Array(256 * slotSize), words: new Int32Array(256), nWords: 0, size: 0 }
}

/** Readers of words may look so many bytes behind the last cell. */
export const wordPadding = 8

/** The first four bytes as one number, zeros behind a shorter text. */
export function firstWord(view: DataView, start: number, length: number): number {
  const word = view.getInt32(start, true)
  return length >= 4 ? word : word & ((1 << (8 * length)) - 1)
}

/** Bytes five to eight of a text of at most eight. */
export function secondWord(view: DataView, start: number, length: number): number {
  if (length <= 4) return 0
  const word = view.getInt32(start + 4, true)
  return length >= 8 ? word : word & ((1 << (8 * (length - 4))) - 1)
}

/** The code of a text of at most eight bytes; one not seen before gets `table.size` as it was. */
export function codeOfShort(
  table: TextTable,
  first: number,
  second: number,
  length: number,
): number {
  const slots = table.slots
  const mask = slots.length - slotSize
  let at = (hashOfShort(first, second, length) * slotSize) & mask
  while (slots[at] !== 0) {
    if (slots[at + 1] === first && slots[at + 2] === second && slots[at + 3] === length)
      return slots[at] - 1
    at = (at + slotSize) & mask
  }
  return addSlot(table, at, { first, second, length })
}

/** The same of a longer text. */
export function codeOfLong(
  table: TextTable,
  view: DataView,
  start: number,
  length: number,
): number {
  const slots = table.slots
  const mask = slots.length - slotSize
  const hash = hashOfLong(view, start, length)
  let at = (hash * slotSize) & mask
  while (slots[at] !== 0) {
    const isLike = slots[at + 1] === hash && slots[at + 3] === length
    if (isLike && hasWords(table.words, slots[at + 2], view, { start, length }))
      return slots[at] - 1
    at = (at + slotSize) & mask
  }
  return addSlot(table, at, { first: hash, second: keepWords(table, view, start, length), length })
}

const slotSize = 4
/** A smaller table is in the cache more often than a search in it is short. */
const maxLoad = 0.75

type Key = { readonly first: number; readonly second: number; readonly length: number }

function addSlot(table: TextTable, at: number, { first, second, length }: Key): number {
  const { slots } = table
  slots[at] = ++table.size
  slots[at + 1] = first
  slots[at + 2] = second
  slots[at + 3] = length
  if (table.size > maxLoad * (slots.length / slotSize)) table.slots = doubled(slots)
  return table.size - 1
}

function doubled(slots: Int32Array): Int32Array {
  const wider = new Int32Array(2 * slots.length)
  const mask = wider.length - slotSize
  for (let from = 0; from < slots.length; from += slotSize) {
    if (slots[from] === 0) continue
    const [first, second, length] = slots.subarray(from + 1, from + slotSize)
    const hash = length > 8 ? first : hashOfShort(first, second, length)
    let at = (hash * slotSize) & mask
    while (wider[at] !== 0) at = (at + slotSize) & mask
    wider.set(slots.subarray(from, from + slotSize), at)
  }
  return wider
}

/** The low bits choose the slot: they must depend on every byte. */
function hashOfShort(first: number, second: number, length: number): number {
  const hash = Math.imul(Math.imul(first, 0x85eb_ca6b) ^ (second + length), 0xc2b2_ae35)
  return mixed(hash)
}

function hashOfLong(view: DataView, start: number, length: number): number {
  const end = start + length
  let hash = length
  let at = start
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x85eb_ca6b)
    hash ^= hash >>> 15
  }
  if (at < end) hash = Math.imul(hash ^ firstWord(view, at, end - at), 0x85eb_ca6b)
  return mixed(hash)
}

/** Kept below 2^28, so that four times it is an exact integer of 32 bits. */
function mixed(hash: number): number {
  return ((hash >>> 16) ^ hash) & 0xfff_ffff
}

type Place = { readonly start: number; readonly length: number }

function hasWords(
  words: Int32Array,
  from: number,
  view: DataView,
  { start, length }: Place,
): boolean {
  const nWhole = length >> 2
  for (let i = 0; i < nWhole; i++)
    if (words[from + i] !== view.getInt32(start + 4 * i, true)) return false
  const rest = length & 3
  return rest === 0 || words[from + nWhole] === firstWord(view, start + 4 * nWhole, rest)
}

/** Whether two texts of one length in the same bytes are equal. */
export function isSameText(view: DataView, a: number, b: number, length: number): boolean {
  let i = 0
  for (; i + 4 <= length; i += 4)
    if (view.getInt32(a + i, true) !== view.getInt32(b + i, true)) return false
  for (; i < length; i++) if (view.getUint8(a + i) !== view.getUint8(b + i)) return false
  return true
}

/** Copies a text behind the others; answers where it is. */
function keepWords(table: TextTable, view: DataView, start: number, length: number): number {
  const from = table.nWords
  const needed = from + ((length + 3) >> 2)
  if (needed > table.words.length) {
    const wider = new Int32Array(Math.max(needed, 2 * table.words.length))
    wider.set(table.words)
    table.words = wider
  }
  for (let at = 0; at < length; at += 4)
    table.words[table.nWords++] = firstWord(view, start + at, Math.min(4, length - at))
  return from
}
