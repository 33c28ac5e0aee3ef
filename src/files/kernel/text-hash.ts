import { firstWord } from './text-words'

/**
 * Hashes of words of four bytes for tables with open addressing. They depend on an odd multiplier:
 * texts can be made to meet under a known one, so that each search passes all the others. A search
 * that is too long for chance changes it to one that nobody could know; no result depends on it.
 */
export const firstMultiplier = 0x85eb_ca6b
/** Slots that a search passes; by chance it is a fraction of them. */
export const maxSearch = 512

/** An odd integer of 32 bits. */
export function randomMultiplier(): number {
  return 2 * Math.floor(Math.random() * 2 ** 31) + 1
}

/** The low bits choose the slot: they must depend on every byte. */
export function hashOfShort(multiplier: number, first: number, second: number): number {
  return mixed(Math.imul(Math.imul(first, multiplier) ^ second, 0xc2b2_ae35))
}

export function hashOfLong(
  multiplier: number,
  view: DataView,
  start: number,
  length: number,
): number {
  const end = start + length
  let hash = length
  let at = start
  for (; at + 4 <= end; at += 4) hash = addWord(multiplier, hash, view.getInt32(at, true))
  if (at < end) hash = addWord(multiplier, hash, firstWord(view, at, end - at))
  return mixed(hash)
}

/** The same of a text that is kept as words from an index on. */
export function hashOfWords(
  multiplier: number,
  words: Int32Array,
  from: number,
  length: number,
): number {
  const end = from + ((length + 3) >> 2)
  let hash = length
  for (let at = from; at < end; at++) hash = addWord(multiplier, hash, words[at])
  return mixed(hash)
}

function addWord(multiplier: number, hash: number, word: number): number {
  const next = Math.imul(hash ^ word, multiplier)
  return next ^ (next >>> 15)
}

/** Kept below 2^28, so that four times it is an exact integer of 32 bits. */
function mixed(hash: number): number {
  return ((hash >>> 16) ^ hash) & 0xfff_ffff
}
