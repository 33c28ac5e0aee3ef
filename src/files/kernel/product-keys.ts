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
  const words = new DataView(new ArrayBuffer(8))
  words.setInt32(0, first, true)
  words.setInt32(4, second, true)
  const bytes = new Uint8Array(words.buffer)
  const length = bytes.findLastIndex((byte) => byte !== 0) + 1
  return products.decode(bytes.subarray(0, length))
}
