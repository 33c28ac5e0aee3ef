import { expect, test } from 'vitest'
import { standardize } from './standardize'

test('standardize(values) has mean 0 and standard deviation 1', () => {
  expect(standardize(Float64Array.of(1, 3))).toEqual(Float64Array.of(-1, 1))
  expect(standardize(Float64Array.of(2, 6))).toEqual(Float64Array.of(-1, 1))
  expect(standardize(Float64Array.of(-1e308, 1e308))).toEqual(Float64Array.of(-1, 1))
})

test('standardize(values) is null where the values do not differ', () => {
  expect(standardize(new Float64Array(0))).toBeNull()
  expect(standardize(Float64Array.of(5))).toBeNull()
  expect(standardize(Float64Array.of(0.1, 0.1, 0.1))).toBeNull()
})
