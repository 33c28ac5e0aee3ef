import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skewness } from './skewness'

describe('skewness(values)', () => {
  it('is m3 / sd^3 of the population (scipy.stats.skew([1, 2, 3, 10]) = 1.0182...)', () => {
    expect(skewness(Float64Array.of(1, 2, 3, 10))).toBeCloseTo(1.0182337649086284, 12)
  })

  it('is 0 for a symmetric and for a constant column, also where its mean is rounded', () => {
    expect(skewness(Float64Array.of(-1, 0, 1))).toBeCloseTo(0, 15)
    expect(skewness(Float64Array.of(0.1, 0.1, 0.1))).toBe(0)
    expect(skewness(Float64Array.of(4))).toBe(0)
  })

  it('skips missing cells and is NaN when there is no other', () => {
    expect(skewness(Float64Array.of(1, NaN, 2, 3, 10))).toBeCloseTo(1.0182337649086284, 12)
    expect(skewness(new Float64Array(0))).toBeNaN()
  })

  it('is finite for values whose cubes are not', () => {
    expect(skewness(Float64Array.of(1e300, 2e300, 3e300, 1e301))).toBeCloseTo(1.01823376, 6)
  })

  it('does not depend on the unit, and turns its sign with the values', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3 })
    fc.assert(
      fc.property(values, (column) => {
        const before = skewness(Float64Array.from(column))
        expect(skewness(Float64Array.from(column, (value) => -8 * value))).toBeCloseTo(-before, 8)
      }),
    )
  })
})
