import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hellinger } from './hellinger'

it('hellinger(shares) is the square root of each share; missing and negative are NaN', () => {
  expect(hellinger(Float64Array.of(0, 0.25, 1, NaN, -0.1))).toEqual(
    Float64Array.of(0, 0.5, 1, NaN, NaN),
  )
  expect(hellinger(new Float64Array(0))).toEqual(new Float64Array(0))
})

it('hellinger(shares) of a row of shares has length 1', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (amounts) => {
      const total = amounts.reduce((sum, amount) => sum + amount, 0)
      fc.pre(total > 0)
      const row = hellinger(Float64Array.from(amounts, (amount) => amount / total))
      expect(row.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 12)
    }),
  )
})
