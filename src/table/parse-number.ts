import { splitNumber, type NumberBody } from './number-body'
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
 * three or Indian groups (all of one sign, the first not starting with 0), full-width and Arabic
 * digits. A currency sign or code, and a percent sign, are dropped: 12 % is 12.
 * Refused: words, dates, hexadecimal, Infinity, and numbers too large for a double.
 */
export function parseNumber(text: string, format: NumberFormat): number | null {
  if (format.decimal === '.' && countPlainDecimals(text) >= 0) return finite(Number(text))
  const parts = readNumber(text, format)
  if (parts === null) return null
  const { integer, fraction, exponent, sign } = parts
  return finite(sign * Number(`${integer}.${fraction}0${exponent}`))
}

/** Digits that a number shows after its decimal sign, less what its exponent takes away. */
export function countDecimals(text: string, format: NumberFormat): number {
  const parts = readNumber(text, format)
  if (parts === null) return 0
  return Math.max(0, parts.fraction.length - Number(parts.exponent.slice(1)))
}

type SignedNumber = NumberBody & { readonly sign: 1 | -1 }

function readNumber(text: string, format: NumberFormat): SignedNumber | null {
  if (text.length > maxLength || !anyDigit.test(text)) return null
  const { sign, body } = stripSigns(toAsciiDigits(text).trim())
  const parts = splitNumber(body, format)
  return parts === null ? null : { ...parts, sign }
}

const maxLength = 60
const anyDigit = /[\d\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/
const space = '[ \\u00a0\\u2009\\u202f]?'
const codes =
  'USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|BRL|MXN|ZAR|KRW|US\\$|R\\$|kr'
const currency = `(?:\\p{Sc}|(?:${codes})(?![A-Za-z]))`
const leading = new RegExp(`^${currency}${space}`, 'u')
const trailing = new RegExp(`${space}(?:${currency}|%)$`, 'u')

/** The sign of a zero is no data: -0 becomes 0. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null
}

/** Sign, currency and percent taken off; what is left must be digits, groups, fraction, exponent. */
function stripSigns(text: string): { readonly sign: 1 | -1; readonly body: string } {
  const isInParentheses = text.startsWith('(') && text.endsWith(')')
  let body = (isInParentheses ? text.slice(1, -1) : text).replaceAll('\u2212', '-')
  body = body.replace(leading, '')
  const first = body[0]
  const hasSign = first === '-' || first === '+'
  // Two signs, as in (-5) or -5-, are no number: the second one stays in the body and fails there.
  if (hasSign && !isInParentheses) body = body.slice(1).replace(leading, '')
  body = body.replace(trailing, '')
  const isTrailingMinus = body.endsWith('-') && !hasSign && !isInParentheses
  if (isTrailingMinus) body = body.slice(0, -1).replace(trailing, '')
  const isNegative = isInParentheses || (hasSign && first === '-') || isTrailingMinus
  return { sign: isNegative ? -1 : 1, body }
}

function toAsciiDigits(text: string): string {
  if (!/[\u0660-\u066c\u06f0-\u06f9\uff01-\uff5e]/.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
}
