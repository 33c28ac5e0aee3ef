import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countDecimals, parseNumber } from './parse-number'

const point = { decimal: '.', group: ",' " } as const
const comma = { decimal: ',', group: ".' " } as const

describe('parseNumber(text, format)', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['-5', -5],
    ['-0', 0],
    ['(0)', 0],
    ['+5', 5],
    ['\u22125', -5],
    ['12-', -12],
    ['(123)', -123],
    ['(1,234.50)', -1234.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e5', 100000],
    ['1E-3', 0.001],
    ['2.5e+2', 250],
    ['1,234', 1234],
    ['1,234,567.8', 1234567.8],
    ['1,23,456', 123456],
    ['12,34,567.5', 1234567.5],
    ["1'234.5", 1234.5],
    ['1’234.5', 1234.5],
    ['1 234.5', 1234.5],
    ['1\u00a0234.5', 1234.5],
    ['1\u202f234.5', 1234.5],
    ['$5', 5],
    ['-$5', -5],
    ['$-5', -5],
    ['($5.00)', -5],
    ['5 €', 5],
    ['EUR 5.25', 5.25],
    ['5 USD', 5],
    ['12%', 12],
    ['12.5 %', 12.5],
    [' 7 ', 7],
    ['１２．５', 12.5],
    ['٣٫٥', 3.5],
    ['1e308', 1e308],
    ['1e-320', 1e-320],
  ])('F-21 reads %j as %d with a decimal point', (text, value) => {
    expect(parseNumber(text, point)).toBe(value)
  })

  it.each([
    ['1,5', 1.5],
    ['1.234,56', 1234.56],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ["1'234,5", 1234.5],
    ['1.234', 1234],
    ['-0,25', -0.25],
    ['(1.234,5)', -1234.5],
    ['12,5 %', 12.5],
  ])('F-20 reads %j as %d with a decimal comma', (text, value) => {
    expect(parseNumber(text, comma)).toBe(value)
  })

  it.each([
    '',
    ' ',
    '-',
    '+',
    '.',
    ',',
    '()',
    'abc',
    'NA',
    '1.2.3',
    '1,23',
    '12,3456',
    '0,123',
    '1,234 567',
    '--5',
    '(-5)',
    '-5-',
    '5 5',
    '1e',
    'e5',
    '0x1F',
    'Infinity',
    '-Infinity',
    'NaN',
    '1E400',
    '2024-01-05',
    '01/02/2024',
    '12:30',
    '5 apples',
    '$',
    '%',
    '1_000',
    '5e5.5',
    '¹²',
  ])('F-21 F-23 F-25 refuses %j', (text) => {
    expect(parseNumber(text, point)).toBeNull()
  })

  it('reads no group sign that the format does not have', () => {
    expect(parseNumber('1,234', { decimal: '.', group: '' })).toBeNull()
    expect(parseNumber('1.234', { decimal: ',', group: '' })).toBeNull()
  })

  it('gives every finite double back from its own text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value), point)).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it('never throws and never gives a number that is not finite', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = parseNumber(text, comma)
        expect(value === null || Number.isFinite(value)).toBe(true)
      }),
    )
  })
})

describe('countDecimals(text, format)', () => {
  it.each([
    ['12', 0],
    ['12.50', 2],
    ['1,234.5', 1],
    ['1.5e-3', 4],
    ['1.25e2', 0],
    ['abc', 0],
  ])('of %j is %d', (text, count) => {
    expect(countDecimals(text, point)).toBe(count)
  })
})
