import {
  firstMultiplier,
  hashOfLong,
  hashOfShort,
  hashOfWords,
  maxSearch,
  randomMultiplier,
} from './text-hash'
import { firstWord, secondWord } from './text-words'

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
  /** What the hash of a text depends on besides the text. */
  multiplier: number
}

export function createTextTable(): TextTable {
  return {
    slots: new Int32Array(256 * slotSize),
    words: new Int32Array(256),
    nWords: 0,
    size: 0,
    multiplier: firstMultiplier,
  }
}

const slotSize = 4
/** A smaller table is in the cache more often than a search in it is short. */
const maxLoad = 0.75

/** The code of a text in the bytes of a view; one not seen before gets `table.size` as it was. */
export function codeOfCell(
  table: TextTable,
  view: DataView,
  start: number,
  length: number,
): number {
  if (length > 8) return codeOfLong(table, view, start, length)
  return codeOfShort(table, firstWord(view, start, length), secondWord(view, start, length), length)
}

/** Of at most eight bytes. */
function codeOfShort(table: TextTable, first: number, second: number, length: number): number {
  const { slots, multiplier } = table
  const mask = slots.length - slotSize
  const from = (hashOfShort(multiplier, first, second + length) * slotSize) & mask
  let at = from
  while (slots[at] !== 0) {
    if (slots[at + 1] === first && slots[at + 2] === second && slots[at + 3] === length)
      return slots[at] - 1
    at = (at + slotSize) & mask
  }
  return fillSlot(table, { from, at }, { first, second, length })
}

function codeOfLong(table: TextTable, view: DataView, start: number, length: number): number {
  const { slots, multiplier } = table
  const mask = slots.length - slotSize
  const hash = hashOfLong(multiplier, view, start, length)
  const from = (hash * slotSize) & mask
  let at = from
  while (slots[at] !== 0) {
    const isLike = slots[at + 1] === hash && slots[at + 3] === length
    if (isLike && hasWords(table.words, slots[at + 2], view, { start, length }))
      return slots[at] - 1
    at = (at + slotSize) & mask
  }
  const second = keepWords(table, view, start, length)
  return fillSlot(table, { from, at }, { first: hash, second, length })
}

type Search = { readonly from: number; readonly at: number }
type Key = { readonly first: number; readonly second: number; readonly length: number }

/** The code of a text that was not found, where its search ended. */
function fillSlot(table: TextTable, { from, at }: Search, { first, second, length }: Key): number {
  const { slots } = table
  slots[at] = ++table.size
  slots[at + 1] = first
  slots[at + 2] = second
  slots[at + 3] = length
  const nPassed = ((at - from) & (slots.length - slotSize)) / slotSize
  if (nPassed > maxSearch) {
    table.multiplier = randomMultiplier()
    placeAll(table, slots.length)
  } else if (table.size > maxLoad * (slots.length / slotSize)) placeAll(table, 2 * slots.length)
  return table.size - 1
}

function placeAll(table: TextTable, length: number): void {
  const { slots, words, multiplier } = table
  const placed = new Int32Array(length)
  const mask = length - slotSize
  for (let from = 0; from < slots.length; from += slotSize) {
    if (slots[from] === 0) continue
    const [code, first, second, nBytes] = slots.subarray(from, from + slotSize)
    const isLong = nBytes > 8
    const hash = isLong
      ? hashOfWords(multiplier, words, second, nBytes)
      : hashOfShort(multiplier, first, second + nBytes)
    let at = (hash * slotSize) & mask
    while (placed[at] !== 0) at = (at + slotSize) & mask
    placed[at] = code
    placed[at + 1] = isLong ? hash : first
    placed[at + 2] = second
    placed[at + 3] = nBytes
  }
  table.slots = placed
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
