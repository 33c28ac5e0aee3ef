import type { NumberFormat } from '../parse-number'

/** How a program might write a number: the format of the column, and what it puts around the digits. */
export type NumberStyle = NumberFormat & {
  readonly isIndian: boolean
  readonly negative: 'before' | 'U+2212' | 'behind' | 'parentheses'
  readonly before: string
  readonly behind: string
  /** The first of ten digits of a script, as a code unit. */
  readonly zero: number
}

export const groupSigns = ['', ',', '.', "'", '\u2019', ' ', '\u00a0', '\u2009', '\u202f'] as const
export const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10] as const

/** Digits before and behind the decimal sign, written in a style. */
export function printNumber(
  number: { readonly integer: string; readonly fraction: string; readonly isNegative: boolean },
  style: NumberStyle,
): string {
  const grouped = style.group === '' ? number.integer : groupDigits(number.integer, style)
  const digits = grouped + (number.fraction === '' ? '' : style.decimal + number.fraction)
  const written = digits.replace(/\d/g, (digit) => String.fromCharCode(style.zero + Number(digit)))
  const whole = style.before + written + style.behind
  if (!number.isNegative) return whole
  if (style.negative === 'parentheses') return `(${whole})`
  if (style.negative === 'behind') return `${whole}-`
  return (style.negative === 'before' ? '-' : '\u2212') + whole
}

function groupDigits(integer: string, { group, isIndian }: NumberStyle): string {
  const last = integer.slice(-3)
  const size = isIndian && group === ',' ? 2 : 3
  const rest = integer.slice(0, -3)
  if (rest === '') return last
  const first = rest.length % size
  const groups = rest.slice(first).match(new RegExp(`.{${size}}`, 'g')) ?? []
  return [...(first === 0 ? [] : [rest.slice(0, first)]), ...groups, last].join(group)
}
