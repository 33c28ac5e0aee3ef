import { describe, expect, it } from 'vitest'
import { variance } from './variance'

describe('variance(values)', () => {
  it('divides by n (ddof 0)', () => {
    expect(variance(Float64Array.of(1, 2, 3, 4))).toBeCloseTo(1.25, 14)
  })

  it('is exactly 0 for equal values and for one value', () => {
    expect(variance(Float64Array.of(0.7, 0.7, 0.7))).toBe(0)
    expect(variance(Float64Array.of(3))).toBe(0)
  })

  it('skips missing cells and is NaN when there is no other', () => {
    expect(variance(Float64Array.of(NaN, 2, 4))).toBe(1)
    expect(variance(new Float64Array(0))).toBeNaN()
  })

  it('does not lose a small spread around a large mean', () => {
    expect(variance(Float64Array.of(1e9, 1e9 + 1, 1e9 + 2))).toBeCloseTo(2 / 3, 6)
  })

  it('does not overflow on the way: only a variance over 1.8e308 is Infinity', () => {
    expect(variance(Float64Array.of(1e153, -1e153))).toBeCloseTo(1e306, -295)
    expect(variance(Float64Array.of(1e200, -1e200))).toBe(Infinity)
  })
})
