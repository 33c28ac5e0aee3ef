import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantileOf, summaryOf } from './figures.mjs'

test('the median of an even number of figures lies between the middle two', () => {
  expect(summaryOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 })
})

test('one figure is its own median, least and most', () => {
  expect(summaryOf([7])).toEqual({ median: 7, min: 7, max: 7 })
})

test('a quantile lies within the figures and grows with its share', () => {
  const figures = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 })
  fc.assert(
    fc.property(figures, fc.double({ min: 0, max: 0.5, noNaN: true }), (some, share) => {
      const { min, median, max } = summaryOf(some)
      const low = quantileOf(some, share)
      expect(low).toBeGreaterThanOrEqual(min)
      expect(low).toBeLessThanOrEqual(median + 1e-6)
      expect(median).toBeLessThanOrEqual(max)
    }),
  )
})
