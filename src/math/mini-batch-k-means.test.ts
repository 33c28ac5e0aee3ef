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

  it('makes each distinct row a cluster, in order, where there are no more than clusters', () => {
    const fit = fitMiniBatchKMeans(matrixOf(1, [5, 3, 5, 4]), { ...params, nClusters: 3 })
    expect(fit.labels).toEqual(Int32Array.of(0, 1, 0, 2))
    expect(fit).toMatchObject({ inertia: 0, nIter: 0 })
  })

  it('keeps the first of starts that are as good', () => {
    const few = { ...params, nClusters: 2, maxIter: 1, batchSize: 1 }
    const labelsOf = (nInit: number) =>
      fitMiniBatchKMeans(matrixOf(1, [4, 5, 0, 0]), { ...few, nInit }).labels
    expect(labelsOf(1)).toEqual(Int32Array.of(0, 0, 1, 1))
    expect(labelsOf(2)).toEqual(labelsOf(1))
  })

  it('is the same for the same randomState, and stops at maxIter', () => {
    const matrix = corners(2)
    expect(fitMiniBatchKMeans(matrix, params)).toEqual(fitMiniBatchKMeans(matrix, params))
    expect(fitMiniBatchKMeans(matrix, { ...params, maxIter: 1 }).nIter).toBe(1)
  })

  // clusters, starts, iterations, rows of a step: iterations, inertia, weighted sum of the centres.
  it.each([
    [5, 2, 3, 20, 3, 21.574564070533864, 47.449708463357226],
    [12, 1, 2, 7, 1, 12.833604110260133, 257.20111611815463],
    [4, 1, 4, 5000, 4, 27.484226761902317, 25.848069625427144],
    [3, 3, 100, 50, 5, 37.30410181808448, 13.329153589994842],
    [30, 1, 5, 8, 1, 7.705957730946982, 1086.1894765276015],
    [2, 1, 1, 1, 1, 55.758154906332194, 9.450092867610048],
    [40, 2, 3, 16, 2, 4.243838821058196, 2204.2561775836284],
    [5, 1, 3, 100, 3, 22.539738119200166, 39.313462748821806],
  ])('gives these numbers on every engine: %d clusters, %d starts', (...numbers) => {
    const [nClusters, nInit, maxIter, batchSize, nIter, inertia, weighted] = numbers
    const random = createRandom(11)
    const matrix = matrixOf(
      3,
      Array.from({ length: 900 }, () => random.next() ** 3),
    )
    const few = { nClusters, nInit, maxIter, batchSize, randomState: 42 }
    const fit = fitMiniBatchKMeans(matrix, few)
    expect(fit.nIter).toBe(nIter)
    expect(fit.inertia).toBeCloseTo(inertia, 9)
    const sum = fit.clusterCenters.reduce((total, cell, at) => total + cell * (1 + at), 0)
    expect(sum).toBeCloseTo(weighted, 7)
  })

  // The same with four rows in a hundred times the range: their centres take hardly a row.
  it.each([
    [3, 1, 10, 40, 2, 31530.75017764937, 4.758429873696709],
    [6, 1, 20, 25, 2, 15466.06313919944, 104.22452310990342],
    [8, 2, 6, 30, 1, 3628.025909093617, 345.07129487536395],
    [3, 2, 9, 200, 9, 28141.306931698142, 10.888805665794852],
    [5, 2, 14, 34, 2, 3630.109117090701, 226.5533083955064],
    [2, 2, 19, 180, 9, 28246.335417374758, 9.004986022431497],
    [3, 2, 10, 19, 2, 24605.707943608577, 16.423946502264787],
    [8, 1, 9, 40, 2, 3610.4260529632343, 233.63365418809067],
  ])('moves centres that take hardly a row: %d clusters, %d starts', (...numbers) => {
    const [nClusters, nInit, maxIter, batchSize, nIter, inertia, weighted] = numbers
    const random = createRandom(12)
    const cells = Array.from({ length: 400 }, (_, i) => (i < 4 ? 40 + 30 * i : random.next()))
    const few = { nClusters, nInit, maxIter, batchSize, randomState: 42 }
    const fit = fitMiniBatchKMeans(matrixOf(1, cells), few)
    expect(fit.nIter).toBe(nIter)
    expect(fit.inertia / inertia).toBeCloseTo(1, 9)
    const sum = fit.clusterCenters.reduce((total, cell, at) => total + cell * (1 + at), 0)
    expect(sum).toBeCloseTo(weighted, 7)
  })

  it('single, equal, huge and tiny rows have defined results; missing cells are refused', () => {
    const fit = (cells: readonly number[], nClusters = 2) =>
      fitMiniBatchKMeans(matrixOf(1, cells), { ...params, nClusters })
    expect(fit([3])).toMatchObject({ labels: Int32Array.of(0), inertia: 0 })
    expect(fit([3, 3, 3]).labels).toEqual(new Int32Array(3))
    expect(new Set(fit([1e100, 2e100, 9e100]).labels).size).toBe(2)
    // It cannot become better: ten steps after the second it stops.
    expect(fit([1e-200, 2e-200, 3e-200])).toMatchObject({ inertia: 0, nIter: 12 })
    expect(() => fit([])).toThrow('at least one row')
    expect(() => fit([1, NaN])).toThrow('row 1, column 0 is NaN')
  })
})
