import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimize } from './minimize'

describe('minimize(f, from, to)', () => {
  it('finds the bottom of a parabola anywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (bottom) => {
        const x = minimize((x) => (x - bottom) * (x - bottom) + 3, -2, 2)
        expect(Math.abs(x - bottom)).toBeLessThan(1e-6 * Math.max(1, Math.abs(bottom)))
      }),
    )
  })

  it('finds the bottom of a function that is no parabola', () => {
    expect(minimize((x) => Math.exp(x) - 2 * x, -2, 2)).toBeCloseTo(Math.LN2, 7)
    expect(minimize((x) => Math.abs(x - 0.3), -2, 2)).toBeCloseTo(0.3, 7)
    expect(minimize((x) => -Math.cos(x - 5), 4, 4.5)).toBeCloseTo(5, 7)
  })

  it('stays away from where there is no value', () => {
    const x = minimize((x) => (x > 3 ? Infinity : (x - 1) * (x - 1)), -2, 2)
    expect(x).toBeCloseTo(1, 7)
  })

  it('ends where there is nothing to find', () => {
    expect(minimize(() => Infinity, -2, 2)).toSatisfy(Number.isFinite)
    expect(minimize((x) => -x, 0, 1)).toBeGreaterThan(1e9)
  })
})
