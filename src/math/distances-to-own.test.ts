import { expect, test } from 'vitest'
import { distancesToOwn } from './distances-to-own'

test('distancesToOwn(matrix, labels, centers) is to the centre of the label, NaN for none', () => {
  const matrix = { X: Float64Array.of(0, 0, 3, 4, 9, 9), nSamples: 3, nFeatures: 2 }
  const centers = { X: Float64Array.of(3, 0, 0, 0), nSamples: 2, nFeatures: 2 }
  const distances = distancesToOwn(matrix, Int32Array.of(0, 1, -1), centers)
  expect(distances).toEqual(Float64Array.of(3, 5, NaN))
})
