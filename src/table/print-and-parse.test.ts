import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber } from './parse-number'
import { groupSigns, type NumberStyle, printNumber, zeros } from './testing/print-number'

const integers = fc.stringMatching(/^(?:0|[1-9]\d{0,11})$/)
const fractions = fc.stringMatching(/^\d{0,6}$/)
const numbers = fc.record({ integer: integers, fraction: fractions, isNegative: fc.boolean() })
const units = ['', '$', '\u20ac ', 'EUR ', 'kr '] as const

const styles: fc.Arbitrary<NumberStyle> = fc
  .record({
    decimal: fc.constantFrom('.', ','),
    group: fc.constantFrom(...groupSigns),
    isIndian: fc.boolean(),
    negative: fc.constantFrom('before', 'U+2212', 'behind', 'parentheses'),
    before: fc.constantFrom(...units),
    behind: fc.constantFrom('', '%', ' %', ' \u20ac', 'USD', ' kr'),
    zero: fc.constantFrom(...zeros),
  })
  .filter(({ decimal, group, before, behind }) => {
    return decimal !== group && (before === '' || behind === '')
  })

const spaces = new Set(['\u00a0', '\u2009', '\u202f'])

describe('parseNumber(text, format) of what a program printed', () => {
  it('F-20 F-21 gives every number back, in every format', () => {
    fc.assert(
      fc.property(numbers, styles, (number, style) => {
        const text = printNumber(number, style)
        const size = Number(`${number.integer}.${number.fraction}`)
        const value = number.isNegative && size !== 0 ? -size : size
        const group = style.group === '\u2019' ? "'" : spaces.has(style.group) ? ' ' : style.group
        expect(parseNumber(text, { decimal: style.decimal, group })).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives every finite double back, with the other decimal sign too', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = String(value).replace('.', ',')
        expect(parseNumber(text, { decimal: ',', group: '.' })).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it('F-22 never makes 0 of blanks', () => {
    const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\u00a0', '\u200b', '\ufeff') })
    fc.assert(
      fc.property(blanks, (text) => {
        expect(parseNumber(text, { decimal: '.', group: ',' })).toBeNull()
      }),
    )
  })
})
