import { splitNumber } from './number-body'
import { type NumberMarks, stripSigns } from './number-signs'
import { countPlainDecimals } from './plain-number'

/**
 * How a column writes its numbers. `group` holds every group sign allowed, usually one: `,` `.`
 * `'` or a space (which stands for U+0020, U+00A0, U+2009 and U+202F; `'` also for U+2019).
 */
export type NumberFormat = { readonly decimal: '.' | ','; readonly group: string }

export const plainFormat: NumberFormat = { decimal: '.', group: '' }

/**
 * The one number parser of the app. `null` where the text is no finite number; the caller has
 * already set apart what is missing, so an empty text is `null` and never 0.
 *
 * Read: + and - (also U+2212), a minus at the end, parentheses for negatives, exponents, groups of
 * three or Indian groups (all of one sign, the first not starting with 0), full-width, Arabic,
 * Persian and Devanagari digits. A currency sign or code, and a percent sign, are dropped: 12 % is 12.
 * Refused: words, dates, hexadecimal, Infinity, and numbers too large or too small for a double.
 * `NUMBERS.md` lists cases of all of these.
 */
export function parseNumber(text: string, format: NumberFormat): number | null {
  if (format.decimal === '.' && countPlainDecimals(text) >= 0) return finite(Number(text))
  return readNumber(text, format)?.value ?? null
}

/** A number with what its text tells besides the value. */
export type NumberReading = {
  readonly value: number
  /** Digits after the decimal sign, less what the exponent takes away. */
  readonly decimals: number
  /** The group sign in use, as a format names it; empty where there is none. */
  readonly group: string
  readonly marks: NumberMarks
}

/** The same as `parseNumber`, told in full. */
export function readNumber(text: string, format: NumberFormat): NumberReading | null {
  const cell = text.length > maxLength ? text.trim() : text
  if (cell.length > maxLength || !anyDigit.test(cell)) return null
  const signed = stripSigns(cell)
  if (signed === null) return null
  const parts = splitNumber(signed.body, format)
  if (parts === null) return null
  const { integer, fraction, exponent, group } = parts
  const value = finite(signed.sign * Number(`${integer}.${fraction}0${exponent}`))
  const isLost = value === 0 && /[1-9]/.test(integer + fraction)
  if (value === null || isLost) return null
  const decimals = Math.max(0, fraction.length - Number(exponent.slice(1)))
  return { value, decimals, group, marks: signed.marks }
}

const maxLength = 60
const anyDigit = /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/

/** The sign of a zero is no data: -0 becomes 0. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null
}
