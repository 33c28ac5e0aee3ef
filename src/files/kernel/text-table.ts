/**
 * Distinct texts by their bytes: an open-addressing table that compares words of four bytes and
 * never makes a string. The code of a text is given by who keeps the table, at first sight.
 *
 * A slot is four integers: code + 1 (0 where free), two words, the length in bytes. Up to eight
 * bytes the two words are the text itself; a longer text has its hash and its place in `words`.
 */
export type TextTable = {
  slots: Int32Array
  words: Int32Array
  nWords: number
  size: number
  /** The slot that waits for its code. */
  fresh: number
}

export function createTextTable(): TextTable {
  return {
    slots: new Int32Array(256 * slotSize),
    words: new Int32Array(256),
    nWords: 0,
    size: 0,
    fresh: -1,
  }
}

/** Readers of words may look so many bytes behind the last cell. */
export const wordPadding = 8

/** The first four bytes as one number, zeros behind a shorter text. */
function firstWord(view: DataView, start: number, length: number): number {
  const word = view.getInt32(start, true)
  return length >= 4 ? word : word & ((1 << (8 * length)) - 1)
}

/** Bytes five to eight of a text of at most eight. */
function secondWord(view: DataView, start: number, length: number): number {
  if (length <= 4) return 0
  const word = view.getInt32(start + 4, true)
  return length >= 8 ? word : word & ((1 << (8 * (length - 4))) - 1)
}

/** Stands for the code of a text not seen before: `giveCode` comes next. */
export const newCode = -2

export function giveCode({ slots, fresh }: TextTable, code: number): void {
  slots[fresh] = code + 1
}

/** The code of the text at a place, or `newCode`. */
export function codeOfBytes(
  table: TextTable,
  view: DataView,
  start: number,
  length: number,
): number {
  if (length > 8) return codeOfLong(table, view, start, length)
  const first = firstWord(view, start, length)
  return codeOfShort(table, first, secondWord(view, start, length), length)
}

/** Of a text of at most eight bytes. */
function codeOfShort(table: TextTable, first: number, second: number, length: number): number {
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

/** Of a longer text. */
function codeOfLong(table: TextTable, view: DataView, start: number, length: number): number {
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
const maxLoad = 0.5

type Key = { readonly first: number; readonly second: number; readonly length: number }

function addSlot(table: TextTable, free: number, { first, second, length }: Key): number {
  let at = free
  if (table.size >= maxLoad * (table.slots.length / slotSize)) {
    table.slots = doubled(table.slots)
    at = freeSlot(table.slots, first, second, length)
  }
  const { slots } = table
  slots[at] = 1
  slots[at + 1] = first
  slots[at + 2] = second
  slots[at + 3] = length
  table.size++
  table.fresh = at
  return newCode
}

function doubled(slots: Int32Array): Int32Array {
  const wider = new Int32Array(2 * slots.length)
  for (let from = 0; from < slots.length; from += slotSize) {
    if (slots[from] === 0) continue
    const [first, second, length] = slots.subarray(from + 1, from + slotSize)
    wider.set(slots.subarray(from, from + slotSize), freeSlot(wider, first, second, length))
  }
  return wider
}

function freeSlot(slots: Int32Array, first: number, second: number, length: number): number {
  const mask = slots.length - slotSize
  const hash = length > 8 ? first : hashOfShort(first, second, length)
  let at = (hash * slotSize) & mask
  while (slots[at] !== 0) at = (at + slotSize) & mask
  return at
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
