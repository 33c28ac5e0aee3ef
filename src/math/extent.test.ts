import { expect, it } from 'vitest'
import { extent } from './extent'

it('extent(values) is the smallest and the largest value, missing cells skipped', () => {
  expect(extent(Float64Array.of(NaN, 3, -1, NaN, 2))).toEqual({ min: -1, max: 3 })
  expect(extent(Float64Array.of(-1e308, 1e308))).toEqual({ min: -1e308, max: 1e308 })
})

it('extent(values) is NaN when nothing is present', () => {
  expect(extent(new Float64Array(0))).toEqual({ min: NaN, max: NaN })
  expect(extent(Float64Array.of(NaN))).toEqual({ min: NaN, max: NaN })
})

it('extent(values) of more values than a call can spread', () => {
  expect(extent(new Float64Array(500_000).map((_, i) => i))).toEqual({ min: 0, max: 499_999 })
})
