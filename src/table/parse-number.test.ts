import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber, readNumber } from './parse-number'
import { numberCases } from './testing/number-cases'
import { numbersPage } from './testing/numbers-page'

const point = { decimal: '.', group: ",' " } as const
const comma = { decimal: ',', group: ".' " } as const

describe('parseNumber(text, format)', () => {
  const published = numberCases.flatMap(({ cases }) => cases)
  const read = published.filter(({ value }) => value !== null)
  const refused = published.filter(({ value }) => value === null)

  it.each(read)('F-20 F-21 reads $text as $value with decimal $decimal: $why', (each) => {
    expect(parseNumber(each.text, each.decimal === '.' ? point : comma)).toBe(each.value)
  })

  it.each(refused)('F-21 F-23 F-25 refuses $text with decimal $decimal: $why', (each) => {
    expect(parseNumber(each.text, each.decimal === '.' ? point : comma)).toBeNull()
  })

  it('F-21 publishes these cases in NUMBERS.md as they are tested', () => {
    expect(published.length).toBeGreaterThanOrEqual(60)
    expect(new Set(published.map(({ text, decimal }) => decimal + text)).size).toBe(
      published.length,
    )
    const page = new URL('NUMBERS.md', import.meta.url)
    const text = numbersPage(numberCases)
    if (process.env['UPDATE_NUMBERS'] === '1') writeFileSync(page, text)
    expect(readFileSync(page, 'utf8')).toBe(text)
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

describe('readNumber(text, format): the digits after the decimal sign', () => {
  it.each([
    ['12', 0],
    ['12.50', 2],
    ['1,234.5', 1],
    ['1.5e-3', 4],
    ['1.25e2', 0],
  ])('of %j are %d', (text, count) => {
    expect(readNumber(text, point)?.decimals).toBe(count)
  })
})
