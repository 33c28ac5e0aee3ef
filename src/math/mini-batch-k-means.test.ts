import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index'
import { fitKMeans } from './k-means'
import type { Matrix } from './matrix'
import { fitMiniBatchKMeans } from './mini-batch-k-means'
import { nearestCenters } from './nearest-centers'
import { createRandom } from './random'

const params = { nClusters: 4, nInit: 3, maxIter: 100, batchSize: 256, randomState: 42 }
const matrixOf = (nFeatures: number, cells: readonly number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

/** Four groups of 500 rows around the corners of a square. */
function corners(randomState: number): Matrix {
  const random = createRandom(randomState)
  const cells = Array.from({ length: 2000 }, (_, i) => [
    10 * (i % 2) + random.next(),
    10 * (Math.floor(i / 2) % 2) + random.next(),
  ])
  return matrixOf(2, cells.flat())
}

describe('fitMiniBatchKMeans(matrix, params)', () => {
  it('finds groups that are apart, like k-means on all rows', () => {
    const matrix = corners(1)
    const { labels, inertia } = fitMiniBatchKMeans(matrix, params)
    const whole = fitKMeans(matrix, { ...params, nInit: 10, tol: 1e-4 })
    expect(adjustedRandIndex(labels, whole.labels)).toBe(1)
    expect(inertia / whole.inertia).toBeLessThan(1.02)
    expect(inertia / whole.inertia).toBeGreaterThanOrEqual(1)
  })

  it('labels every row with its nearest centre, and leaves no cluster empty', () => {
    const random = createRandom(4)
    const matrix = matrixOf(
      3,
      Array.from({ length: 900 }, () => random.next() ** 4),
    )
    for (const batchSize of [1, 7, 100, 5000]) {
      const { clusterCenters, labels } = fitMiniBatchKMeans(matrix, {
        ...params,
        nClusters: 12,
        batchSize,
      })
      expect(labels).toEqual(nearestCenters(matrix, clusterCenters, 12).labels)
      expect(new Set(labels).size).toBe(12)
      expect(clusterCenters.every(Number.isFinite)).toBe(true)
    }
  })

  it('is the same for the same randomState, and stops at maxIter', () => {
    const matrix = corners(2)
    expect(fitMiniBatchKMeans(matrix, params)).toEqual(fitMiniBatchKMeans(matrix, params))
    expect(fitMiniBatchKMeans(matrix, { ...params, maxIter: 1 }).nIter).toBe(1)
  })

  it('single, equal, huge and tiny rows have defined results; missing cells are refused', () => {
    const fit = (cells: readonly number[], nClusters = 2) =>
      fitMiniBatchKMeans(matrixOf(1, cells), { ...params, nClusters })
    expect(fit([3])).toMatchObject({ labels: Int32Array.of(0), inertia: 0 })
    expect(fit([3, 3, 3]).labels).toEqual(new Int32Array(3))
    expect(new Set(fit([1e100, 2e100, 9e100]).labels).size).toBe(2)
    expect(fit([1e-200, 2e-200, 3e-200]).inertia).toBe(0)
    expect(() => fit([])).toThrow('at least one row')
    expect(() => fit([1, NaN])).toThrow('row 1, column 0 is NaN')
  })
})
