import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitKMeans } from './k-means'
import {
  fitKMeansWithinSizes,
  isWithin,
  labelWithinSizes,
  meansWithin,
} from './k-means-within-sizes'
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

  // Clusters, starts, steps, tol, bounds: steps, inertia, runners-up, weighted sum of theirs.
  it.each([
    [3, 5, 300, 0.0001, 18, 22, 2, 3.118876372666855, 3, 24.726924093258397],
    [4, 2, 300, 0.2, 10, 16, 2, 2.9559271299724093, 2, 13.073985601241151],
    [5, 1, 1, 0.0001, 12, 12, 1, 2.3307754868181787, 1, 3.517066547777171],
    [4, 3, 2, 0.0001, 0, 15, 2, 2.4665575338313843, 3, 24.547215090803974],
  ])('gives these numbers on every engine: %d clusters, %d starts', (...numbers) => {
    const [nClusters, nInit, maxIter, tol, min, max, nIter, inertia, nRunnersUp, weighted] = numbers
    const few = { nClusters, nInit, maxIter, tol, randomState: 42 }
    const fit = fitKMeansWithinSizes(cloud(60, 2, 9), few, { min, max })
    expect(fit.nIter).toBe(nIter)
    expect(fit.inertia).toBeCloseTo(inertia, 9)
    expect(fit.runnersUp).toHaveLength(nRunnersUp)
    const sum = fit.runnersUp.reduce((total, r, i) => total + r.inertia * (i + 1) + r.nIter, 0)
    expect(sum).toBeCloseTo(weighted, 9)
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

it('isWithin(labels, nClusters, bounds) asks every cluster, those without rows too, not the noise', () => {
  const labels = Int32Array.of(0, 1, 1, -1, -1, -1)
  expect(isWithin(labels, 2, { min: 1, max: 2 })).toBe(true)
  expect(isWithin(labels, 2, { min: 2, max: 2 })).toBe(false)
  expect(isWithin(labels, 2, { min: 1, max: 1 })).toBe(false)
  expect(isWithin(labels, 3, { min: 1, max: 2 })).toBe(false)
  expect(isWithin(labels, 3, { min: 0, max: 2 })).toBe(true)
})

it('labelWithinSizes(matrix, centers, bounds) moves the row that it costs least', () => {
  const matrix = { X: Float64Array.of(0, 0, 1, 0, 4, 0, 9, 0), nSamples: 4, nFeatures: 2 }
  const centers = Float64Array.of(0, 0, 9, 0)
  expect([...labelWithinSizes(matrix, centers, { min: 1, max: 4 })]).toEqual([0, 0, 0, 1])
  expect([...labelWithinSizes(matrix, centers, { min: 2, max: 2 })]).toEqual([0, 0, 1, 1])
})

it('meansWithin(matrix, labels, centers) leaves the centre of a cluster without rows', () => {
  const matrix = { X: Float64Array.of(1, 2, 3, 6, 5, 5), nSamples: 3, nFeatures: 2 }
  const centers = Float64Array.of(9, 8, 7, 6, 5, 4)
  const means = meansWithin(matrix, Int32Array.of(2, 2, 0), centers)
  expect([...means]).toEqual([5, 5, 7, 6, 2, 4])
  expect([...centers]).toEqual([9, 8, 7, 6, 5, 4])
})
