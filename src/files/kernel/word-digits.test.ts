import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOfShape } from './word-digits'

const dot = 46

function read(text: string, nDecimals: number): number {
  const bytes = new TextEncoder().encode(`7${text}8.9999999`)
  const view = new DataView(bytes.buffer)
  const end = 1 + new TextEncoder().encode(text).length
  return digitsOfShape(view, 1, end, { point: dot, nDecimals })
}

describe('digitsOfShape', () => {
  it('reads one to eight digits and at most four decimals, whatever stands around them', () => {
    const whole = fc.integer({ min: 0, max: 99_999_999 }).map(String)
    const part = fc.stringMatching(/^\d{0,4}$/)
    fc.assert(
      fc.property(whole, part, (digits, decimals) => {
        const text = decimals === '' ? digits : `${digits}.${decimals}`
        expect(read(text, decimals.length)).toBe(Number(digits + decimals))
      }),
    )
  })

  it('refuses everything else', () => {
    const cell = fc.stringMatching(/^[-+0-9a/:., é]{0,11}$/)
    fc.assert(
      fc.property(cell, fc.nat({ max: 6 }), (text, nDecimals) => {
        const shape = nDecimals === 0 ? /^\d{1,8}$/ : new RegExp(`^\\d{1,8}\\.\\d{${nDecimals}}$`)
        const isOfShape = nDecimals <= 4 && shape.test(text)
        expect(read(text, nDecimals)).toBe(isOfShape ? Number(text.replace('.', '')) : -1)
      }),
      { numRuns: 2000 },
    )
  })
})
