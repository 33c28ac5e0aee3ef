import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { etaSquared } from './eta-squared'

describe('etaSquared(values, labels)', () => {
  it('is the share of the variance between the clusters', () => {
    // Between 4 * 1, within 4 * 1.
    expect(etaSquared(Float64Array.of(0, 2, 2, 4), Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.5, 14)
  })

  it('is 1 when the clusters tell everything and 0 when they tell nothing', () => {
    expect(etaSquared(Float64Array.of(1, 1, 5, 5), Int32Array.of(0, 0, 1, 1))).toBeCloseTo(1, 14)
    expect(etaSquared(Float64Array.of(1, 5, 1, 5), Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0, 14)
    expect(etaSquared(Float64Array.of(1, 5), Int32Array.of(0, 0))).toBeCloseTo(0, 14)
  })

  it('leaves missing values and rows labelled -1 out', () => {
    const values = Float64Array.of(0, 2, NaN, 2, 4, 99)
    expect(etaSquared(values, Int32Array.of(0, 0, 0, 1, 1, -1))).toBeCloseTo(0.5, 14)
  })

  it('is NaN for a constant feature and when nothing is left', () => {
    expect(etaSquared(Float64Array.of(0.1, 0.1, 0.1), Int32Array.of(0, 1, 1))).toBeNaN()
    expect(etaSquared(new Float64Array(0), new Int32Array(0))).toBeNaN()
    expect(etaSquared(Float64Array.of(1, 2), Int32Array.of(-1, -1))).toBeNaN()
  })

  it('does not overflow', () => {
    const values = Float64Array.of(0, 2e300, 2e300, 4e300)
    expect(etaSquared(values, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.5, 12)
  })

  it('is within 0..1', () => {
    const row = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -1, max: 3 }))
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const values = Float64Array.from(rows, ([value]) => value)
        const share = etaSquared(
          values,
          Int32Array.from(rows, ([, label]) => label),
        )
        if (!Number.isNaN(share)) expect(share >= 0 && share <= 1).toBe(true)
      }),
    )
  })
})
