import { createNullTest } from '../../table/is-null-token'
import { parseNumber, type NumberFormat } from '../../table/parse-number'
import { countPlainDecimals } from '../../table/plain-number'
import { batchRows, type CellBatch } from './cell-batch'
import { decimalsBits, maxPlainLength, minusBit, notPlain } from './read-digits'
import type { Scanner } from './scanner'

/** How the cells of the value column become numbers, and numbers whole units. */
export type Amounts = {
  readonly scanner: Scanner
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
  readonly scanner: Scanner
  readonly format: NumberFormat
  readonly nullTokens: readonly string[]
  readonly decimals: number
  readonly decode: (bytes: Uint8Array) => string
}

export function createAmounts({ scanner, format, nullTokens, decimals, decode }: Reading): Amounts {
  return {
    scanner,
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

const tens = Float64Array.from({ length: maxPlainLength + 1 }, (_, i) => Number(`1e${i}`))
/** Up to it the rounded product of the value is the integer that the digits say. */
const certain = 2 ** 50

/**
 * Values and units of one slot of a batch. A plain number is read from its bytes: an integer of at
 * most 15 digits over a power of ten is the same double as `Number` reads (Clinger 1990). Any other
 * cell goes through the parser of the app.
 */
export function readAmounts(amounts: Amounts, batch: CellBatch, slot: number): void {
  const { scanner, values, units, decimals, scale, mayMissPlain } = amounts
  const { nRows, digits: allDigits, forms } = batch
  scanner.readDigits(batch, slot, amounts.format.decimal.charCodeAt(0))
  for (let row = 0; row < nRows; row++) {
    const form = forms[row]
    if (form === notPlain || mayMissPlain) {
      values[row] = valueAt(amounts, batch, slot * batchRows + row)
      units[row] = Math.round(values[row] * scale)
      continue
    }
    const digits = allDigits[row]
    const nDecimals = form & decimalsBits
    const signed = (form & minusBit) === 0 ? digits : 0 - digits
    const value = signed / tens[nDecimals]
    values[row] = value
    units[row] =
      nDecimals <= decimals && digits < certain / scale
        ? signed * tens[decimals - nDecimals]
        : Math.round(value * scale)
  }
}

function valueAt(amounts: Amounts, { bytes, starts, ends }: CellBatch, place: number): number {
  if (starts[place] === ends[place]) return NaN
  return amountOf(amounts, amounts.decode(bytes.subarray(starts[place], ends[place])))
}
