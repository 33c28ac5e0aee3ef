import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterMeans } from './cluster-means'
import { distancesToOwn } from './distances-to-own'
import { inertia } from './inertia'
import { squaredDistance, squaredDistances } from './squared-distances'

const column = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('inertia(matrix, labels)', () => {
  it('is the sum of squared distances to the mean of the own cluster', () => {
    expect(inertia(column(0, 2, 9, 5), Int32Array.of(0, 0, 1, -1))).toBe(2)
  })

  it('is 0 for no rows, one row, and rows labelled -1 only', () => {
    expect(inertia(column(), new Int32Array(0))).toBe(0)
    expect(inertia(column(7), Int32Array.of(0))).toBe(0)
    expect(inertia(column(7, 9), Int32Array.of(-1, -1))).toBe(0)
  })

  it('is finite for values up to 1e150', () => {
    expect(inertia(column(0, 2e150), Int32Array.of(0, 0)) / 2e300).toBeCloseTo(1, 12)
  })

  it('never rises when a cluster is split', () => {
    const row = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const matrix = column(...rows.map(([cell]) => cell))
        const fine = Int32Array.from(rows, ([, label]) => label)
        const coarse = fine.map((label) => label >> 1)
        expect(inertia(matrix, fine)).toBeLessThanOrEqual(inertia(matrix, coarse) + 1e-9)
      }),
    )
  })
})

it('clusterMeans(matrix, labels) has a row a label, sizes, and the number of filled labels', () => {
  expect(clusterMeans(column(1, 3, 9, 7), Int32Array.of(2, 2, -1, 0))).toEqual({
    centers: { X: Float64Array.of(7, 0, 2), nSamples: 3, nFeatures: 1 },
    sizes: Int32Array.of(1, 0, 2),
    nFilled: 2,
  })
})

it('distancesToOwn(matrix, labels, centers) is Euclidean, NaN for label -1', () => {
  const matrix = { X: Float64Array.of(3, 4, 1, 1), nSamples: 2, nFeatures: 2 }
  const centers = { X: Float64Array.of(9, 9, 0, 0), nSamples: 2, nFeatures: 2 }
  expect(distancesToOwn(matrix, Int32Array.of(1, -1), centers)).toEqual(Float64Array.of(5, NaN))
})

it('squaredDistances(points, row, out) writes one a row, as squaredDistance(a, b) of each', () => {
  const out = new Float64Array(3).fill(-1)
  squaredDistances(column(1, 4), Float64Array.of(2), out)
  expect(out).toEqual(Float64Array.of(1, 4, -1))
  expect(squaredDistance(Float64Array.of(1, 2), Float64Array.of(4, 6))).toBe(25)
})
