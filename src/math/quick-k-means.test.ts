import { describe, expect, it } from 'vitest'
import { fitKMeans } from './k-means'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { columnOf, selectRows } from './matrix'
import { quickKMeans } from './quick-k-means'
import { createRandom } from './random'
import { settle } from './settle'
import { variance } from './variance'

const random = createRandom(3)
const X = Float64Array.from(
  { length: 400 },
  (_, at) => random.next() + 4 * (Math.floor(at / 2) % 3),
)
const matrix = { X, nSamples: 200, nFeatures: 2 }
const params = { nClusters: 3, nStarts: 3, maxIter: 300, tol: 1e-4, randomState: 42 }

describe('quickKMeans(matrix, params)', () => {
  it('finds clear groups as the long search does', () => {
    const { inertia } = fitKMeans(matrix, { ...params, nInit: 10 })
    expect(quickKMeans(matrix, params).inertia).toBeCloseTo(inertia, 9)
  })

  it('is the best of its settled starts, at a tolerance of tol mean column variances', () => {
    const uneven = {
      X: matrix.X.map((cell, at) => (at % 2 === 0 ? cell : 3 * cell)),
      nSamples: 200,
      nFeatures: 2,
    }
    const variances = [0, 1].map((j) => variance(columnOf(uneven, j)))
    const startAt = (start: number, tol: number) => {
      const seeds = kMeansPlusPlus(uneven, 6, createRandom(42, start))
      const init = selectRows(uneven, seeds).X
      const tolerance = (tol * (variances[0] + variances[1])) / 2
      return settle(uneven, { init, maxIter: 300, tolerance })
    }
    for (const tol of [0.002, 0.01, 0.05, 0.3]) {
      const starts = [0, 1, 2, 3].map((start) => startAt(start, tol))
      for (const nStarts of [1, 2, 3, 4]) {
        const fit = quickKMeans(uneven, { ...params, nClusters: 6, nStarts, tol })
        const tried = starts.slice(0, nStarts)
        expect(fit).toEqual(tried.reduce((a, b) => (b.inertia < a.inertia ? b : a)))
      }
    }
  })

  it('is the same each time, and no worse with more starts', () => {
    const fitWith = (nStarts: number) => quickKMeans(matrix, { ...params, nClusters: 8, nStarts })
    expect(fitWith(2)).toEqual(fitWith(2))
    expect(fitWith(6).inertia).toBeLessThanOrEqual(fitWith(2).inertia)
  })

  it('fits one row, and as many clusters as there are rows', () => {
    const one = { X: Float64Array.of(1, 2), nSamples: 1, nFeatures: 2 }
    expect(quickKMeans(one, { ...params, nClusters: 1 })).toMatchObject({ inertia: 0 })
    const two = { X: Float64Array.of(1, 2, 3, 4), nSamples: 2, nFeatures: 2 }
    expect(quickKMeans(two, { ...params, nClusters: 2 })).toMatchObject({ inertia: 0 })
  })

  it('refuses more clusters than rows, none, and no start', () => {
    for (const wrong of [{ nClusters: 201 }, { nClusters: 0 }, { nStarts: 0 }])
      expect(() => quickKMeans(matrix, { ...params, ...wrong })).toThrow(RangeError)
    expect(() => quickKMeans(matrix, { ...params, nClusters: 201 })).toThrow(
      '200 rows cannot be 201 clusters.',
    )
  })
})
