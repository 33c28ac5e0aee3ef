import { expect, test } from 'vitest'
import { symmetricEigen } from './symmetric-eigen'

test('symmetricEigen(cells, n) has falling values, each with its unit vector', () => {
  const cells = Float64Array.of(2, 1, 0, 1, 2, 0, 0, 0, 2)
  const { values, vectors } = symmetricEigen(cells, 3)
  const expected = [3, 2, 1]
  values.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at], 12)
    const vector = [...vectors.subarray(3 * at, 3 * at + 3)]
    expect(vector.reduce((sum, cell) => sum + cell * cell, 0)).toBeCloseTo(1, 12)
    for (let i = 0; i < 3; i++) {
      const product = vector.reduce((sum, cell, j) => sum + cells[3 * i + j] * cell, 0)
      expect(product).toBeCloseTo(value * vector[i], 12)
    }
  })
  expect(values).toHaveLength(3)
})

test('symmetricEigen(cells, n) keeps the order of the axes where values are equal', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(3, 0, 0, 0, 3, 0, 0, 0, 3), 3)
  expect([...values]).toEqual([3, 3, 3])
  expect([...vectors].map(Math.abs)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1])
})

test('symmetricEigen(cells, n) has vectors at right angles where rounding left the cells uneven', () => {
  const { vectors } = symmetricEigen(Float64Array.of(1, 1e-16, 0, 1), 2)
  expect(vectors[0] * vectors[2] + vectors[1] * vectors[3]).toBeCloseTo(0, 12)
})
