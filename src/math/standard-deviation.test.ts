import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardDeviation } from './standard-deviation'

describe('standardDeviation(values)', () => {
  it('divides by n', () => {
    expect(standardDeviation(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(2, 14)
    expect(standardDeviation(Float64Array.of(0, 2))).toBe(1)
  })

  it('is exactly 0 for equal values, also where their mean is rounded', () => {
    expect(standardDeviation(Float64Array.of(0.1, 0.1, 0.1))).toBe(0)
    expect(standardDeviation(Float64Array.of(5))).toBe(0)
  })

  it('skips missing cells and is NaN when there is no other', () => {
    expect(standardDeviation(Float64Array.of(1, NaN, 3))).toBe(1)
    expect(standardDeviation(Float64Array.of(NaN))).toBeNaN()
    expect(standardDeviation(new Float64Array(0))).toBeNaN()
  })

  it('is finite for values whose squares are not', () => {
    expect(standardDeviation(Float64Array.of(1e308, -1e308))).toBe(1e308)
    expect(standardDeviation(Float64Array.of(1e-300, 3e-300))).toBeCloseTo(1e-300, 310)
  })

  it('scales with the values and does not move with them', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 })
    fc.assert(
      fc.property(values, fc.integer({ min: -100, max: 100 }), (column, shift) => {
        const before = standardDeviation(Float64Array.from(column))
        const after = standardDeviation(Float64Array.from(column, (value) => 3 * value + shift))
        expect(after).toBeCloseTo(3 * before, 8)
      }),
    )
  })
})
