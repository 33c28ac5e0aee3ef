import { createNullTest } from '../../table/is-null-token'
import { parseNumber, type NumberFormat } from '../../table/parse-number'
import { countPlainDecimals } from '../../table/plain-number'
import { batchRows, type CellBatch } from './split-bytes'

/** How the cells of the value column become numbers, and numbers whole units. */
export type Amounts = {
  readonly format: NumberFormat
  readonly isMissing: (text: string) => boolean
  /** True where a plain number may mean missing, as -999 does. */
  readonly mayMissPlain: boolean
  readonly decimals: number
  readonly scale: number
  readonly decode: (bytes: Uint8Array) => string
  /** Of the batch at hand, NaN where a cell is missing or unreadable. */
  readonly values: Float64Array
  readonly units: Float64Array
}

type Reading = {
  readonly format: NumberFormat
  readonly nullTokens: readonly string[]
  readonly decimals: number
  readonly decode: (bytes: Uint8Array) => string
}

export function createAmounts({ format, nullTokens, decimals, decode }: Reading): Amounts {
  return {
    format,
    isMissing: createNullTest(nullTokens),
    mayMissPlain: nullTokens.some((token) => countPlainDecimals(token.trim()) >= 0),
    decimals,
    scale: 10 ** decimals,
    decode,
    values: new Float64Array(batchRows),
    units: new Float64Array(batchRows),
  }
}

export function amountOf({ isMissing, format }: Amounts, text: string): number {
  return isMissing(text) ? NaN : (parseNumber(text, format) ?? NaN)
}

const minus = 45
const zero = 48
const nine = 57
/** Below it every integer is exact, also as a product with a power of ten of the file. */
const maxDigits = 15
const tens = Float64Array.from({ length: maxDigits + 1 }, (_, i) => Number(`1e${i}`))
/** Up to it the rounded product of the value is the integer that the digits say. */
const certain = 2 ** 50

/**
 * Values and units of one slot of a batch. A plain number (`-`, digits, one decimal sign between
 * digits) is read from its bytes: an integer of at most 15 digits over a power of ten is the same
 * double as `Number` reads (Clinger 1990). Any other cell goes through the parser of the app.
 */
export function readAmounts(amounts: Amounts, batch: CellBatch, slot: number): void {
  const { values, units, decimals, scale, mayMissPlain } = amounts
  const { bytes, nRows } = batch
  const point = amounts.format.decimal.charCodeAt(0)
  const starts = batch.starts.subarray(slot * batchRows, slot * batchRows + nRows)
  const ends = batch.ends.subarray(slot * batchRows, slot * batchRows + nRows)
  for (let row = 0; row < nRows; row++) {
    const start = starts[row]
    const end = ends[row]
    const first = bytes[start] === minus ? start + 1 : start
    let digits = 0
    let pointAt = -1
    let at = first
    for (; at < end; at++) {
      const byte = bytes[at]
      if (byte >= zero && byte <= nine) digits = 10 * digits + (byte - zero)
      else if (byte === point && pointAt === -1) pointAt = at
      else break
    }
    const nDecimals = pointAt === -1 ? 0 : end - 1 - pointAt
    const isPlain =
      at === end &&
      end > first &&
      end - first <= maxDigits &&
      pointAt !== first &&
      pointAt !== end - 1 &&
      !mayMissPlain
    if (isPlain) {
      const signed = first === start ? digits : 0 - digits
      const value = signed / tens[nDecimals]
      values[row] = value
      units[row] =
        nDecimals <= decimals && digits < certain / scale
          ? signed * tens[decimals - nDecimals]
          : Math.round(value * scale)
    } else {
      const value =
        start === end ? NaN : amountOf(amounts, amounts.decode(bytes.subarray(start, end)))
      values[row] = value
      units[row] = Math.round(value * scale)
    }
  }
}
