import { expect, test } from 'vitest'
import { squaredToCenters } from './squared-to-centers'

test('squaredToCenters(matrix, centers) has a row a row and a column a centre', () => {
  const matrix = { X: Float64Array.of(0, 0, 3, 4, 1, 1), nSamples: 3, nFeatures: 2 }
  expect(squaredToCenters(matrix, Float64Array.of(0, 0, 3, 0))).toEqual({
    X: Float64Array.of(0, 9, 25, 16, 2, 5),
    nSamples: 3,
    nFeatures: 2,
  })
  expect(squaredToCenters(matrix, Float64Array.of(3, 4)).X).toEqual(Float64Array.of(25, 0, 13))
})
