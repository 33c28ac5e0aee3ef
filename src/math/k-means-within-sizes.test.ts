import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitKMeans } from './k-means'
import { fitKMeansWithinSizes, isWithin } from './k-means-within-sizes'
import type { Matrix } from './matrix'
import { createRandom } from './random'

const params = { nClusters: 3, nInit: 5, maxIter: 300, tol: 1e-4, randomState: 42 }

function cloud(nSamples: number, nFeatures: number, randomState: number): Matrix {
  const random = createRandom(randomState)
  const X = Float64Array.from({ length: nSamples * nFeatures }, () => random.next() ** 3)
  return { X, nSamples, nFeatures }
}

describe('fitKMeansWithinSizes(matrix, params, bounds)', () => {
  it('cuts a line of rows into equal parts, as asked', () => {
    const X = Float64Array.of(0, 1, 2, 3, 4, 50)
    const matrix = { X, nSamples: 6, nFeatures: 1 }
    const { labels, inertia } = fitKMeansWithinSizes(matrix, params, { min: 2, max: 2 })
    expect([labels[0], labels[2], labels[4]]).toEqual([labels[1], labels[3], labels[5]])
    expect(inertia).toBe(0.5 + 0.5 + 2 * 23 ** 2)
  })

  it('is the fit without bounds where that keeps them', () => {
    const matrix = cloud(120, 2, 1)
    const free = fitKMeans(matrix, params)
    expect(fitKMeansWithinSizes(matrix, params, { min: 1, max: 120 })).toEqual(free)
  })

  it('never breaks a bound, and its inertia is never under that of the free fit', () => {
    const problem = fc
      .record({ n: fc.integer({ min: 4, max: 60 }), k: fc.integer({ min: 1, max: 4 }) })
      .chain(({ n, k }) =>
        fc.record({
          n: fc.constant(n),
          k: fc.constant(k),
          min: fc.integer({ min: 1, max: Math.floor(n / k) }),
          max: fc.integer({ min: Math.ceil(n / k), max: n }),
          seed: fc.nat({ max: 1000 }),
        }),
      )
    fc.assert(
      fc.property(problem, ({ n, k, min, max, seed }) => {
        const matrix = cloud(n, 2, seed)
        const few = { ...params, nClusters: k, nInit: 2 }
        const { labels, inertia } = fitKMeansWithinSizes(matrix, few, { min, max })
        expect(isWithin(labels, k, { min, max })).toBe(true)
        const free = fitKMeans(matrix, few).inertia
        expect(inertia).toBeGreaterThanOrEqual(free * (1 - 1e-9))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the bounds where rows repeat', () => {
    const matrix = { X: new Float64Array(12), nSamples: 12, nFeatures: 1 }
    const { labels, inertia } = fitKMeansWithinSizes(matrix, params, { min: 4, max: 4 })
    expect(isWithin(labels, 3, { min: 4, max: 4 })).toBe(true)
    expect(inertia).toBe(0)
  })

  it('takes thousands of rows', () => {
    const matrix = cloud(3000, 4, 5)
    const bounds = { min: 250, max: 350 }
    const ten = { ...params, nClusters: 10, nInit: 1 }
    expect(isWithin(fitKMeansWithinSizes(matrix, ten, bounds).labels, 10, bounds)).toBe(true)
  })
})
