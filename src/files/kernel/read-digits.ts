import { batchRows, type CellBatch } from './cell-batch'

/**
 * The form of a plain number (`-`, digits, one decimal sign between digits, at most 15 signs behind
 * the minus): how many digits follow the decimal sign, and bits for a minus and for a needless zero
 * in front. Any other cell is `notPlain`.
 */
export const decimalsBits = 15
export const minusBit = 16
export const zeroBit = 32
export const notPlain = 255

/** All digits of so many signs are an exact integer. */
export const maxPlainLength = 15

const minus = 45
const zero = 48
const nine = 57

/**
 * Reads the plain numbers among the cells of one slot to `batch.forms` and `batch.digits`, which are
 * the digits as one integer. `point` is the decimal sign.
 */
export function readDigits(batch: CellBatch, slot: number, point: number): void {
  const { bytes, nRows, forms, digits } = batch
  const from = slot * batchRows
  const starts = batch.starts.subarray(from, from + nRows)
  const ends = batch.ends.subarray(from, from + nRows)
  const repeats = batch.repeats.subarray(from, from + nRows)
  for (let row = 0; row < nRows; row++) {
    if (repeats[row] === 1) {
      forms[row] = forms[row - 1]
      digits[row] = digits[row - 1]
      continue
    }
    const start = starts[row]
    const end = ends[row]
    const first = bytes[start] === minus ? start + 1 : start
    const length = end - first
    let form = notPlain
    if (length > 0 && length <= maxPlainLength) {
      let value = 0
      let pointAt = end
      let at = first
      for (; at < end; at++) {
        const byte = bytes[at]
        if (byte >= zero && byte <= nine) value = 10 * value + (byte - zero)
        else if (byte === point && pointAt === end) pointAt = at
        else break
      }
      const isPlain = at === end && pointAt !== first && pointAt !== end - 1
      if (isPlain) {
        const nDecimals = pointAt === end ? 0 : end - 1 - pointAt
        const hasZero = bytes[first] === zero && pointAt > first + 1
        form = nDecimals + (first === start ? 0 : minusBit) + (hasZero ? zeroBit : 0)
        digits[row] = value
      }
    }
    forms[row] = form
  }
}
