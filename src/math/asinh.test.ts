import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitAsinh, transformAsinh } from './asinh'

describe('fitAsinh(values)', () => {
  it('is the median and IQR / 1.349, missing cells skipped', () => {
    expect(fitAsinh(Float64Array.of(1, 2, NaN, 3, 4, 5))).toEqual({ center: 3, scale: 2 / 1.349 })
  })

  it('does not depend on the order of the rows, and leaves it', () => {
    const values = Float64Array.of(5, 1, NaN, 4, 2, 3)
    expect(fitAsinh(values)).toEqual({ center: 3, scale: 2 / 1.349 })
    expect(values).toEqual(Float64Array.of(5, 1, NaN, 4, 2, 3))
  })

  it('takes an IQR of 0 as 1', () => {
    expect(fitAsinh(Float64Array.of(7, 7, 7, 7, 100))).toEqual({ center: 7, scale: 1 / 1.349 })
    expect(fitAsinh(Float64Array.of(7))).toEqual({ center: 7, scale: 1 / 1.349 })
  })

  it('is NaN when nothing is present', () => {
    expect(fitAsinh(new Float64Array(0))).toEqual({ center: NaN, scale: NaN })
  })
})

describe('transformAsinh(values, center, scale)', () => {
  it('is 0 at the centre, odd around it, and keeps missing cells missing', () => {
    const result = transformAsinh(Float64Array.of(3, 5, 1, NaN), 3, 2)
    expect(result).toEqual(Float64Array.of(0, Math.asinh(1), -Math.asinh(1), NaN))
  })

  it('tames a huge value', () => {
    expect(transformAsinh(Float64Array.of(1e300), 0, 1)[0]).toBeCloseTo(Math.log(2e300), 8)
  })

  it('tells the smallest values apart', () => {
    const smallest = Number.MIN_VALUE
    const [one] = transformAsinh(Float64Array.of(smallest), 0, smallest)
    expect(one).toBeCloseTo(Math.asinh(1), 14)
  })

  it('is finite where the smallest scale meets an ordinary value', () => {
    const [low, high] = transformAsinh(Float64Array.of(-1, 1), 0, Number.MIN_VALUE)
    expect(high).toBeCloseTo(Math.LN2 + 1074 * Math.LN2, 8)
    expect(low).toBe(-high)
    const largest = Number.MAX_VALUE
    const [far] = transformAsinh(Float64Array.of(-largest), largest / 2, largest / 4)
    expect(far).toBeCloseTo(Math.asinh(-6), 12)
  })

  it('keeps the order', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(value, value, (x, y) => {
        const [a, b] = transformAsinh(Float64Array.of(Math.min(x, y), Math.max(x, y)), 10, 3)
        expect(a).toBeLessThanOrEqual(b)
      }),
    )
  })
})
