import { isDigitCode } from './plain-number'
import type { NumberFormat } from './parse-number'

/** A number without its signs, cut in three. */
export type NumberBody = {
  readonly integer: string
  readonly fraction: string
  readonly exponent: string
  /** `,` `.` `'` or a space; empty where there are no groups. */
  readonly group: string
}

/**
 * Groups are of three digits, or of two and a last one of three after commas (1,23,456); all parted
 * by the same sign. `null` where the text is not written in the format.
 */
export function splitNumber(body: string, { decimal, group }: NumberFormat): NumberBody | null {
  const sizes: number[] = [0]
  let integer = ''
  let sign = ''
  let at = 0
  for (; at < body.length; at++) {
    const next = body[at]
    if (isDigitCode(body.charCodeAt(at))) {
      integer += next
      sizes[sizes.length - 1]++
    } else if (group.includes(groupSignOf(next, decimal)) && (sign === '' || sign === next)) {
      sign = next
      sizes.push(0)
    } else break
  }
  const used = sign === '' ? '' : groupSignOf(sign, decimal)
  if (sign !== '' && (integer.startsWith('0') || !areGroups(sizes, used))) return null
  const isPoint = body[at] === decimal || body[at] === arabicDecimal
  const fraction = isPoint ? takeDigits(body, at + 1) : ''
  if (isPoint) at += 1 + fraction.length
  const exponent = takeExponent(body, at)
  const isWhole = at + exponent.length === body.length && integer + fraction !== ''
  return isWhole ? { integer, fraction, exponent, group: used } : null
}

const arabicDecimal = '\u066b'
const arabicGroup = '\u066c'

/** The sign as a format names it; one that no format has where it parts no groups. */
function groupSignOf(sign: string, decimal: NumberFormat['decimal']): string {
  if (sign === '’') return "'"
  if (sign === arabicGroup) return decimal === '.' ? ',' : '.'
  return isSpace(sign) ? ' ' : sign
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\u00a0' || sign === '\u2009' || sign === '\u202f'
}

function areGroups(sizes: readonly number[], sign: string): boolean {
  const [first, ...rest] = sizes
  const middle = rest.slice(0, -1)
  if (first < 1 || first > 3 || rest.at(-1) !== 3) return false
  const isIndian =
    sign === ',' && first < 3 && middle.length > 0 && middle.every((size) => size === 2)
  return isIndian || middle.every((size) => size === 3)
}

function takeDigits(text: string, from: number): string {
  let end = from
  while (end < text.length && isDigitCode(text.charCodeAt(end))) end++
  return text.slice(from, end)
}

/** `e5`, `E-05`; empty where there is none, or no digit in it. */
function takeExponent(text: string, from: number): string {
  if (text[from] !== 'e' && text[from] !== 'E') return ''
  const start = text[from + 1] === '-' || text[from + 1] === '+' ? from + 2 : from + 1
  const digits = takeDigits(text, start)
  return digits === '' ? '' : text.slice(from, start + digits.length)
}
