import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spearman } from './spearman'

describe('spearman(a, b)', () => {
  it('sees the order only', () => {
    const a = Float64Array.of(1, 2, 3, 4)
    expect(spearman(a, Float64Array.of(1, 8, 1000, 1e200)).r).toBeCloseTo(1, 14)
    expect(spearman(a, Float64Array.of(1, 3, 2, 4)).r).toBeCloseTo(0.8, 14)
  })

  it('ranks within the rows in which both are present', () => {
    const a = Float64Array.of(1, NaN, 2, 3, 4)
    const b = Float64Array.of(1, 2, 3, NaN, 4)
    expect(spearman(a, b)).toEqual({ r: 1, n: 3 })
  })

  it('is NaN with fewer than three complete rows or a constant side', () => {
    expect(spearman(Float64Array.of(1, 2), Float64Array.of(1, 2))).toEqual({ r: NaN, n: 2 })
    expect(spearman(new Float64Array(0), new Float64Array(0)).r).toBeNaN()
    expect(spearman(Float64Array.of(7, 7, 7), Float64Array.of(1, 2, 3)).r).toBeNaN()
  })

  it('does not change under a rising transform', () => {
    const pair = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const a = Float64Array.from(pairs, ([x]) => x)
        const b = Float64Array.from(pairs, ([, y]) => y)
        expect(
          spearman(
            a.map((x) => x ** 3),
            b,
          ),
        ).toEqual(spearman(a, b))
      }),
    )
  })
})
