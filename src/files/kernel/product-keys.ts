import { batchRows, type CellBatch } from './cell-batch'
import { codeAt, type TextCodes } from './text-codes'
import { firstWord, secondWord } from './text-words'

/**
 * A product as two integers, which tell it from others without a look at anything else: the bytes of a
 * text of at most eight, both 0 where it is empty. A longer text, one of a row that came as texts, and
 * one whose second word would be `coded` is its code and `coded`.
 */
export type ProductKey = { readonly first: number; readonly second: number }

/** By row. */
export type ProductKeys = { readonly firsts: Int32Array; readonly seconds: Int32Array }

export const coded = 1

/** The keys of one slot of a batch. */
export function keyColumn(
  products: TextCodes,
  batch: CellBatch,
  slot: number,
  { firsts, seconds }: ProductKeys,
): void {
  const { nRows, view } = batch
  const from = slot * batchRows
  const starts = batch.starts.subarray(from, from + nRows)
  const ends = batch.ends.subarray(from, from + nRows)
  const repeats = batch.repeats.subarray(from, from + nRows)
  for (let row = 0; row < nRows; row++) {
    const start = starts[row]
    const length = ends[row] - start
    const second = length <= 8 ? secondWord(view, start, length) : coded
    seconds[row] = second
    if (second !== coded) firsts[row] = firstWord(view, start, length)
    else firsts[row] = repeats[row] === 1 ? firsts[row - 1] : codeAt(products, batch, start, length)
  }
}

export function isEmptyKey({ first, second }: ProductKey): boolean {
  return (first | second) === 0
}

export function textOfKey(products: TextCodes, { first, second }: ProductKey): string {
  if (second === coded) return products.texts[first]
  return asciiOf(first, second) ?? products.decode(bytesOf(first, second))
}

/** The text of a key whose bytes are ASCII, which nearly all are: without memory for each. */
function asciiOf(first: number, second: number): string | null {
  if (((first | second) & notAscii) !== 0) return null
  let text = ''
  for (let at = 0, n = lengthOf(first, second); at < n; at++)
    text += String.fromCharCode(byteAt(first, second, at))
  return text
}

const notAscii = 0x8080_8080 | 0

function bytesOf(first: number, second: number): Uint8Array {
  const length = lengthOf(first, second)
  return Uint8Array.from({ length }, (_, at) => byteAt(first, second, at))
}

/** Up to the last byte that is not 0. */
function lengthOf(first: number, second: number): number {
  if (second !== 0) return 8 - (Math.clz32(second) >> 3)
  return 4 - (Math.clz32(first) >> 3)
}

function byteAt(first: number, second: number, at: number): number {
  return ((at < 4 ? first : second) >>> (8 * (at & 3))) & 255
}
