import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pearson } from './pearson'

describe('pearson(a, b)', () => {
  it('is 1 and -1 on a line, never beyond', () => {
    const a = Float64Array.of(0.1, 0.2, 0.3, 0.7)
    expect(
      pearson(
        a,
        a.map((x) => 3 * x + 1),
      ).r,
    ).toBeCloseTo(1, 14)
    expect(
      pearson(
        a,
        a.map((x) => -x),
      ).r,
    ).toBeCloseTo(-1, 14)
    expect(pearson(a, a).r).toBeLessThanOrEqual(1)
  })

  it('is numpy corrcoef([1, 2, 3, 4], [1, 3, 2, 4]) = 0.8', () => {
    expect(pearson(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4)).r).toBeCloseTo(0.8, 14)
  })

  it('counts only the rows in which both are present', () => {
    const a = Float64Array.of(1, 2, NaN, 3, 4)
    const b = Float64Array.of(1, 3, 9, 2, 4)
    expect(pearson(a, b).n).toBe(4)
    expect(pearson(a, b).r).toBeCloseTo(0.8, 14)
  })

  it('is NaN with fewer than three complete rows', () => {
    expect(pearson(new Float64Array(0), new Float64Array(0))).toEqual({ r: NaN, n: 0 })
    expect(pearson(Float64Array.of(1, 2, 3), Float64Array.of(1, NaN, 2))).toEqual({ r: NaN, n: 2 })
  })

  it('needs no more than three', () => {
    const { r, n } = pearson(Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2))
    expect(r).toBeCloseTo(0.5, 14)
    expect(n).toBe(3)
  })

  it('is NaN when a side is constant over the complete rows, whichever it is', () => {
    expect(pearson(Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5))).toEqual({ r: NaN, n: 3 })
    expect(pearson(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3))).toEqual({
      r: NaN,
      n: 3,
    })
    expect(pearson(Float64Array.of(5, 5, 5, 6), Float64Array.of(1, 2, 3, NaN)).r).toBeNaN()
  })

  it('is finite for values whose squares are not', () => {
    const a = Float64Array.of(1e300, 2e300, 3e300, 4e300)
    expect(pearson(a, Float64Array.of(1, 3, 2, 4)).r).toBeCloseTo(0.8, 12)
  })

  it('is symmetric and within -1..1', () => {
    const pair = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 3 }), (pairs) => {
        const a = Float64Array.from(pairs, ([x]) => x)
        const b = Float64Array.from(pairs, ([, y]) => y)
        const { r } = pearson(a, b)
        expect(pearson(b, a).r).toBe(r)
        if (!Number.isNaN(r)) expect(Math.abs(r)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
