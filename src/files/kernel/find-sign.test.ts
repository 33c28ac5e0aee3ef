import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSign, wordOfSign } from './find-sign'

describe('findSign', () => {
  it('finds the first delimiter, quote or sign of control among any bytes', () => {
    const bytes = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 30, max: 46 })),
    )
    fc.assert(
      fc.property(bytes, fc.constantFrom(',', ';', '|', '\t', '!', '~'), (before, sign) => {
        const view = new DataView(Uint8Array.from([...before, 0, 0, 0, 0, 0, 0, 0, 0]).buffer)
        const isSign = (byte: number): boolean =>
          byte < 32 || byte === 34 || byte === sign.charCodeAt(0)
        for (let at = 0; at <= before.length; at++) {
          const first = before.findIndex((byte, i) => i >= at && isSign(byte))
          const expected = first === -1 ? before.length : first
          expect(findSign(view, at, wordOfSign(sign))).toBe(expected)
        }
      }),
    )
  })
})
