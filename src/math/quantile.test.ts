import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median } from './median'
import { quantile } from './quantile'

describe('quantile(values, q)', () => {
  it('is linear between neighbours, as numpy', () => {
    const values = Float64Array.of(4, 1, 3, 2)
    expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile(values, q))).toEqual([1, 1.75, 2.5, 3.25, 4])
  })

  it('rounds as numpy does: from the nearer end, from the upper one in the middle', () => {
    const at = (low: number, high: number, q: number) => quantile(Float64Array.of(low, high), q)
    expect(at(1.1, 7.7, 0.25)).toBe(2.75)
    expect(at(1.1, 7.7, 0.75)).toBe(6.050000000000001)
    expect(at(0.3, 1.1, 0.75)).toBe(0.9000000000000001)
    expect(at(0.1, 0.7, 0.5)).toBe(0.39999999999999997)
  })

  it('skips missing cells and is NaN when there is no other', () => {
    expect(quantile(Float64Array.of(NaN, 1, NaN, 2), 0.5)).toBe(1.5)
    expect(quantile(Float64Array.of(NaN), 0.5)).toBeNaN()
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN()
  })

  it('of one value is that value at every q', () => {
    expect(quantile(Float64Array.of(7), 0.95)).toBe(7)
  })

  it('is finite between huge values of opposite sign', () => {
    expect(quantile(Float64Array.of(-1.5e308, 1.5e308), 0.5)).toBe(0)
  })

  it('does not change the order of its input', () => {
    const values = Float64Array.of(3, 1, 2)
    quantile(values, 0.5)
    expect(values).toEqual(Float64Array.of(3, 1, 2))
  })

  it('rises with q and stays within the values', () => {
    const values = fc.float64Array({ minLength: 1, noNaN: true, noDefaultInfinity: true })
    const q = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, q, q, (column, p, r) => {
        const low = quantile(column, Math.min(p, r))
        const high = quantile(column, Math.max(p, r))
        expect(low).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(quantile(column, 0))
        expect(high).toBeLessThanOrEqual(quantile(column, 1))
      }),
    )
  })
})

describe('median(values)', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median(Float64Array.of(3, 1, 2))).toBe(2)
    expect(median(Float64Array.of(4, 1, NaN, 2, 3))).toBe(2.5)
    expect(median(new Float64Array(0))).toBeNaN()
    expect(median(Float64Array.of(1.7e308, 1.7e308))).toBe(1.7e308)
  })
})
