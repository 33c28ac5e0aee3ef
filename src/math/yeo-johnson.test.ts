import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inverseYeoJohnson, withinDoubles, yeoJohnson } from './yeo-johnson'

describe('yeoJohnson(x, lambda)', () => {
  it('is a power of 1 + x above 0 and of 1 - x below', () => {
    // ((1 + 3)^.5 - 1) / .5, and -((1 + 3)^1.5 - 1) / 1.5.
    expect(yeoJohnson(3, 0.5)).toBeCloseTo(2, 14)
    expect(yeoJohnson(-3, 0.5)).toBeCloseTo(-14 / 3, 14)
    expect(yeoJohnson(3, 3)).toBeCloseTo(21, 13)
    expect(yeoJohnson(-3, 3)).toBeCloseTo(-0.75, 14)
  })

  it('is a logarithm at 0 above, at 2 below', () => {
    expect(yeoJohnson(3, 0)).toBeCloseTo(Math.log(4), 14)
    expect(yeoJohnson(-3, 2)).toBeCloseTo(-Math.log(4), 14)
  })

  it('at 1 is x itself, to the last digit, and at 0 is 0', () => {
    for (const x of [0.1, -0.1, 7.3, -1e300, 1e-300, 0]) expect(yeoJohnson(x, 1)).toBe(x)
    for (const lambda of [-2, 0, 0.5, 2, 3]) expect(yeoJohnson(0, lambda)).toBeCloseTo(0, 300)
  })
})

describe('inverseYeoJohnson(y, lambda)', () => {
  it('undoes it', () => {
    const x = fc.double({ min: -50, max: 50, noNaN: true })
    const lambda = fc.constantFrom(-1, -0.5, 0, 0.3, 1, 1.7, 2, 3)
    fc.assert(
      fc.property(x, lambda, (value, power) => {
        const back = inverseYeoJohnson(yeoJohnson(value, power), power)
        expect(Math.abs(back - value)).toBeLessThan(1e-6)
      }),
    )
  })

  it('at 1 is y itself, to the last digit', () => {
    for (const y of [0.1, -0.1, 7.3, -1e300, 1e-300, 0]) expect(inverseYeoJohnson(y, 1)).toBe(y)
  })

  it('stays at the farthest x that a double tells from the end of the power', () => {
    // No x reaches 1 / 2 with lambda -2, nor -1 / 2 with lambda 4.
    const end = inverseYeoJohnson(0.5, -2)
    expect(end).toBeCloseTo(2 ** 26.5 - 1, 6)
    expect(inverseYeoJohnson(9, -2)).toBe(end)
    expect(inverseYeoJohnson(-9, 4)).toBe(-end)
  })

  it('is never farther than the largest double', () => {
    expect(inverseYeoJohnson(1e308, 0)).toBe(Number.MAX_VALUE)
    expect(inverseYeoJohnson(-1e308, 2)).toBe(-Number.MAX_VALUE)
  })
})

it('withinDoubles(x) is the largest double for an overflow, and keeps NaN', () => {
  expect([Infinity, -Infinity, NaN, 3].map(withinDoubles)).toEqual([
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    NaN,
    3,
  ])
})
