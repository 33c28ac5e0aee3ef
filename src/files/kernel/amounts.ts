import { createNullTest } from '../../table/is-null-token'
import { parseNumber, type NumberFormat } from '../../table/parse-number'
import { countPlainDecimals } from '../../table/plain-number'
import { batchRows, type CellBatch } from './split-bytes'
import { digitsOfShape, type NumberShape } from './word-digits'

/** How the cells of the value column become numbers, and numbers whole units. */
export type Amounts = {
  readonly format: NumberFormat
  readonly isMissing: (text: string) => boolean
  /** True where a plain number may mean missing, as -999 does. */
  readonly mayMissPlain: boolean
  readonly decimals: number
  readonly scale: number
  readonly decode: (bytes: Uint8Array) => string
  readonly shape: NumberShape
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
    shape: { point: format.decimal.charCodeAt(0), nDecimals: decimals },
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
 *
 * Most amounts of a file have as many decimals as the one above them: their digits are read in words.
 */
export function readAmounts(amounts: Amounts, batch: CellBatch, slot: number): void {
  const { values, units, decimals, scale, mayMissPlain, shape } = amounts
  const { view, nRows } = batch
  const starts = batch.starts.subarray(slot * batchRows, slot * batchRows + nRows)
  const ends = batch.ends.subarray(slot * batchRows, slot * batchRows + nRows)
  const mostDigits = certain / scale
  for (let row = 0; row < nRows; row++) {
    const digits = mayMissPlain ? -1 : digitsOfShape(view, starts[row], ends[row], shape)
    if (digits >= 0 && shape.nDecimals <= decimals && digits < mostDigits) {
      values[row] = digits / tens[shape.nDecimals]
      units[row] = digits * tens[decimals - shape.nDecimals]
    } else readAmount(amounts, batch.bytes.subarray(starts[row], ends[row]), row)
  }
}

/** The amount of a cell that is not like the others. */
function readAmount(amounts: Amounts, cell: Uint8Array, row: number): void {
  const { values, units, decimals, scale, mayMissPlain, shape } = amounts
  const first = cell[0] === minus ? 1 : 0
  const end = cell.length
  let digits = 0
  let pointAt = -1
  let at = first
  for (; at < end; at++) {
    const byte = cell[at]
    if (byte >= zero && byte <= nine) digits = 10 * digits + (byte - zero)
    else if (byte === shape.point && pointAt === -1) pointAt = at
    else break
  }
  const isPlain =
    at === end &&
    end > first &&
    end - first <= maxDigits &&
    pointAt !== first &&
    pointAt !== end - 1 &&
    !mayMissPlain
  if (!isPlain) {
    const value = end === 0 ? NaN : amountOf(amounts, amounts.decode(cell))
    values[row] = value
    units[row] = Math.round(value * scale)
    return
  }
  const nDecimals = pointAt === -1 ? 0 : end - 1 - pointAt
  const signed = first === 0 ? digits : 0 - digits
  shape.nDecimals = nDecimals
  values[row] = signed / tens[nDecimals]
  units[row] =
    nDecimals <= decimals && digits < certain / scale
      ? signed * tens[decimals - nDecimals]
      : Math.round(values[row] * scale)
}
