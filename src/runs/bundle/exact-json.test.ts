import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readExactJson, writeExactJson } from './exact-json'

const back = (value: unknown) => readExactJson(writeExactJson(value))

describe('readExactJson(writeExactJson(value))', () => {
  test('gives typed arrays back, with NaN, infinities and the sign of zero', () => {
    const X = Float64Array.of(0.1, Number.NaN, -0, Infinity, -Infinity, 5e-324, 2 ** 53 + 2)
    const value = { X, labels: Int32Array.of(-1, 2 ** 31 - 1), isFitted: Uint8Array.of(0, 255) }
    expect(back(value)).toEqual(value)
    expect(Object.is((back({ X }) as { X: Float64Array }).X[2], -0)).toBe(true)
  })

  test('gives numbers outside of arrays back, and keys that look like its own', () => {
    const value = { a: Number.NaN, b: [-0, 1], $float64: [1], c: { $x: { $y: null } } }
    expect(back(value)).toEqual(value)
    expect(back({ ['__proto__']: 1 })).toEqual({ ['__proto__']: 1 })
  })

  test('gives any double back', () =>
    fc.assert(
      fc.property(fc.float64Array(), fc.jsonValue(), (X, rest) => {
        expect(back({ X, rest })).toEqual({ X, rest })
      }),
    ))

  test.each([
    '{"$int32":[1.5]}',
    '{"$uint8":["1"]}',
    '{"$float64":["one"]}',
    '{"$float64":7}',
    '{"$date":[]}',
    '{"$object":[[1,2]]}',
    '{',
  ])('refuses %s', (text) => {
    expect(() => readExactJson(text)).toThrow()
  })
})
