import { expect, test } from 'vitest'
import { clusterMeans } from './cluster-means'

test('clusterMeans(matrix, labels) is the mean of the members; rows of label -1 are in none', () => {
  const matrix = { X: Float64Array.of(1, 2, 3, 6, 7, 7, 50, 50), nSamples: 4, nFeatures: 2 }
  expect(clusterMeans(matrix, Int32Array.of(2, 2, 0, -1))).toEqual({
    centers: { X: Float64Array.of(7, 7, 0, 0, 2, 4), nSamples: 3, nFeatures: 2 },
    sizes: Int32Array.of(1, 0, 2),
    nFilled: 2,
  })
})

test('clusterMeans(matrix, labels) of noise alone has no centre', () => {
  const matrix = { X: Float64Array.of(1, 2), nSamples: 1, nFeatures: 2 }
  const { centers, sizes, nFilled } = clusterMeans(matrix, Int32Array.of(-1))
  expect(centers).toEqual({ X: new Float64Array(0), nSamples: 0, nFeatures: 2 })
  expect([sizes.length, nFilled]).toEqual([0, 0])
})
