import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean } from './mean'

describe('mean(values)', () => {
  it('is the arithmetic mean', () => {
    expect(mean(Float64Array.of(1, 2, 6))).toBe(3)
  })

  it('skips missing cells and is NaN when there is no other', () => {
    expect(mean(Float64Array.of(NaN, 1, NaN, 3))).toBe(2)
    expect(mean(Float64Array.of(NaN))).toBeNaN()
    expect(mean(new Float64Array(0))).toBeNaN()
  })

  it('is finite for values whose sum is not', () => {
    expect(mean(Float64Array.of(1e308, 1e308, -1e308))).toBeCloseTo(1e308 / 3, -295)
    expect(mean(Float64Array.of(1e308, NaN, 1e308))).toBe(1e308)
  })

  it('keeps an infinite value infinite', () => {
    expect(mean(Float64Array.of(1, Infinity))).toBe(Infinity)
  })

  it('lies between the smallest and the largest value', () => {
    const values = fc.float64Array({ minLength: 1, noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(values, (column) => {
        const sorted = column.slice().sort()
        const slack = 1e-12 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]))
        const result = mean(column)
        expect(result).toBeGreaterThanOrEqual(sorted[0] - slack)
        expect(result).toBeLessThanOrEqual(sorted[sorted.length - 1] + slack)
      }),
    )
  })
})
