import { describe, expect, it } from 'vitest'
import { fitKMeans } from './k-means'
import { quickKMeans } from './quick-k-means'
import { createRandom } from './random'

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
  })
})
