import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inertia } from './inertia'
import { fitKMeans, type KMeansParams, meanColumnVariance } from './k-means'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { columnOf, type Matrix, selectRows } from './matrix'
import { nearestCenters } from './nearest-centers'
import { createRandom } from './random'
import { settle } from './settle'
import { variance } from './variance'

const defaults: KMeansParams = { nClusters: 2, nInit: 10, maxIter: 300, tol: 1e-4, randomState: 42 }
const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

describe('fitKMeans(matrix, params)', () => {
  it('finds groups that are apart, their centres and the inertia', () => {
    const fitted = fitKMeans(matrixOf(1, 0, 1, 2, 100, 101, 102), defaults)
    expect([...fitted.clusterCenters].sort((a, b) => a - b)).toEqual([1, 101])
    expect(fitted.inertia).toBe(4)
    expect(new Set(fitted.labels.slice(0, 3)).size).toBe(1)
    expect(fitted.labels[0]).not.toBe(fitted.labels[5])
    expect(fitted.nIter).toBeGreaterThan(0)
  })

  it('ends where columns far from 0 differ in their last digits only', () => {
    for (let seed = 0; seed < 10; seed++) {
      const random = createRandom(seed, 0)
      const cells = Array.from({ length: 120 }, () => 1e9 + random.nextInt(40) * 2 ** -23)
      const fitted = fitKMeans(matrixOf(3, ...cells), { ...defaults, nClusters: 4 })
      expect(new Set(fitted.labels).size).toBe(4)
    }
  })

  it('with one cluster is the mean', () => {
    const fitted = fitKMeans(matrixOf(2, 0, 0, 2, 4, 4, 8), { ...defaults, nClusters: 1 })
    expect(fitted.clusterCenters).toEqual(Float64Array.of(2, 4))
    expect(fitted.labels).toEqual(Int32Array.of(0, 0, 0))
    expect(fitted.inertia).toBeCloseTo(40, 12)
  })

  it('with as many clusters as distinct rows gives each row its own', () => {
    const fitted = fitKMeans(matrixOf(1, 7, 3, 7, 5), { ...defaults, nClusters: 3 })
    expect(fitted.labels).toEqual(Int32Array.of(0, 1, 0, 2))
    expect(fitted.clusterCenters).toEqual(Float64Array.of(7, 3, 5))
    expect(fitted.inertia).toBe(0)
    const { runnersUp, bests, ...best } = fitted
    expect(runnersUp).toEqual([])
    expect(bests).toEqual([best])
  })

  it('with more clusters than distinct rows leaves the surplus empty', () => {
    const fitted = fitKMeans(matrixOf(1, 4, 4, 6), { ...defaults, nClusters: 5 })
    expect(fitted.labels).toEqual(Int32Array.of(0, 0, 1))
    expect(fitted.clusterCenters).toEqual(Float64Array.of(4, 6, 4, 4, 4))
  })

  it('leaves no cluster empty where rows repeat', () => {
    const cells = [...Array.from({ length: 100 }, (_, i) => i % 2), 2, 3]
    for (let randomState = 0; randomState < 30; randomState++) {
      const params = { ...defaults, nClusters: 3, nInit: 1, randomState }
      expect(new Set(fitKMeans(matrixOf(1, ...cells), params).labels).size).toBe(3)
    }
  })

  it('is the same for the same randomState, also beside other fits', () => {
    const random = createRandom(1)
    const matrix = matrixOf(2, ...Array.from({ length: 200 }, () => random.next()))
    const first = fitKMeans(matrix, { ...defaults, nClusters: 5 })
    fitKMeans(matrix, { ...defaults, nClusters: 4, randomState: 7 })
    expect(fitKMeans(matrix, { ...defaults, nClusters: 5 })).toEqual(first)
  })

  it('never gets worse with more restarts', () => {
    const random = createRandom(2)
    const matrix = matrixOf(3, ...Array.from({ length: 300 }, () => random.next()))
    const inertias = [1, 2, 5, 10, 20].map(
      (nInit) => fitKMeans(matrix, { ...defaults, nClusters: 6, nInit }).inertia,
    )
    expect(inertias).toEqual(inertias.slice().sort((a, b) => b - a))
  })

  it('answers its restarts as they settled, the best first but for the first, three at most', () => {
    const random = createRandom(4)
    const X = Float64Array.from({ length: 240 }, (_, at) => random.next() * (1 + (at % 2)))
    const matrix = { X, nSamples: 120, nFeatures: 2 }
    for (const { nInit, tol } of [
      { nInit: 1, tol: 0.01 },
      { nInit: 3, tol: 0.3 },
      { nInit: 6, tol: 0.002 },
    ]) {
      const variances = [0, 1].map((j) => variance(columnOf(matrix, j)))
      const tolerance = (tol * (variances[0] + variances[1])) / 2
      const starts = Array.from({ length: nInit }, (_, restart) => {
        const seeds = kMeansPlusPlus(matrix, 7, createRandom(42, restart))
        return settle(matrix, { init: selectRows(matrix, seeds).X, maxIter: 9, tolerance })
      })
      const sorted = starts.toSorted((a, b) => a.inertia - b.inertia)
      const fit = fitKMeans(matrix, { ...defaults, nClusters: 7, nInit, tol, maxIter: 9 })
      expect(fit.runnersUp).toEqual(sorted.slice(1, 4))
      expect(fit.inertia).toBeLessThanOrEqual(sorted[0].inertia)
    }
  })

  it('measures its tolerance in means of the variances of all columns', () => {
    // 0 2 4 and 0 6 3: variances 8 / 3 and 6.
    expect(meanColumnVariance(matrixOf(2, 0, 0, 2, 6, 4, 3))).toBeCloseTo(13 / 3, 14)
  })

  it('stops at maxIter, with labels and inertia of the centres it answers', () => {
    const random = createRandom(3)
    const matrix = matrixOf(2, ...Array.from({ length: 400 }, () => random.next()))
    const fitted = fitKMeans(matrix, { ...defaults, nClusters: 8, maxIter: 2, nInit: 1 })
    expect(fitted.nIter).toBeLessThanOrEqual(2)
    const nearest = nearestCenters(matrix, fitted.clusterCenters, 8)
    expect(fitted.labels).toEqual(nearest.labels)
    expect(fitted.inertia).toBe(nearest.distances.reduce((sum, d) => sum + d * d, 0))
  })

  it('does not move with the data, nor with their unit, up to 1e100', () => {
    const matrix = matrixOf(1, 0, 1, 2, 10, 11, 12)
    const large = matrixOf(1, ...matrix.X.map((cell) => cell * 1e100))
    const { labels } = fitKMeans(matrix, defaults)
    expect(fitKMeans(large, defaults).labels).toEqual(labels)
    expect(fitKMeans(large, defaults).inertia / 1e200).toBeCloseTo(4, 10)
  })

  it('ends for rows whose differences are too small to square', () => {
    const fitted = fitKMeans(matrixOf(1, 1e-200, 2e-200, 3e-200), defaults)
    expect(fitted.inertia).toBe(0)
    expect(fitted.clusterCenters.every(Number.isFinite)).toBe(true)
  })

  it('refuses no rows, a missing value by its place, and counts under 1', () => {
    expect(() => fitKMeans(matrixOf(1), defaults)).toThrow('k-means needs at least one row')
    expect(() => fitKMeans(matrixOf(1, 1, NaN), defaults)).toThrow(
      /^k-means needs .* row 1, column 0 is NaN/,
    )
    expect(() => fitKMeans(matrixOf(1, 1), { ...defaults, nClusters: 0 })).toThrow('got 0')
    expect(() => fitKMeans(matrixOf(1, 1), { ...defaults, nClusters: 1.5 })).toThrow(
      new RangeError('nClusters must be a whole number from 1 on; got 1.5.'),
    )
    expect(() => fitKMeans(matrixOf(1, 1), { ...defaults, nInit: 0 })).toThrow(
      new RangeError('nInit must be at least 1; got 0.'),
    )
  })

  it('labels every row with its nearest centre, and its inertia is that of its labels', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 40 })
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 4 }), (values, nClusters) => {
        const matrix = matrixOf(1, ...values)
        const fitted = fitKMeans(matrix, { ...defaults, nClusters, tol: 0 })
        const nearest = nearestCenters(matrix, fitted.clusterCenters, nClusters)
        expect(fitted.labels).toEqual(nearest.labels)
        expect(fitted.inertia).toBeCloseTo(inertia(matrix, fitted.labels), 6)
      }),
      { numRuns: 60 },
    )
  })
})
