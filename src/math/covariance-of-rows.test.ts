import { expect, test } from 'vitest'
import { covarianceOfRows } from './covariance-of-rows'

const X = Float64Array.of(9, 9, 1, 2, 3, 6, 5, 1)
const matrix = { X, nSamples: 4, nFeatures: 2 }

test('covarianceOfRows(matrix, rows) is the mean and covariance, ddof 0, of those rows alone', () => {
  const { location, covariance } = covarianceOfRows(matrix, [1, 2, 3])
  expect(location).toEqual(Float64Array.of(3, 3))
  expect([...covariance].map((cell) => cell * 3)).toEqual([8, -2, -2, 14])
})

test('covarianceOfRows(matrix, rows) of equal rows is exactly 0', () => {
  const cells = Float64Array.of(9, 9, 0.1, 0.7, 0.1, 0.7, 0.1, 0.7)
  const equal = { X: cells, nSamples: 4, nFeatures: 2 }
  const { location, covariance } = covarianceOfRows(equal, [1, 2, 3])
  expect(location).toEqual(Float64Array.of(0.1, 0.7))
  expect(covariance).toEqual(new Float64Array(4))
})

test('covarianceOfRows(matrix, rows) is symmetric', () => {
  const three = { X: Float64Array.of(0, 0, 0, 2, 4, -6), nSamples: 2, nFeatures: 3 }
  expect([...covarianceOfRows(three, [0, 1]).covariance]).toEqual([1, 2, -3, 2, 4, -6, -3, -6, 9])
})
