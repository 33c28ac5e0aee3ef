import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillEmptyClusters, firstEmptyCluster } from './fill-empty-clusters'

const column = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('fillEmptyClusters(matrix, clusterCenters)', () => {
  it('changes nothing when each cluster has rows, and never its input', () => {
    const centers = Float64Array.of(1, 9)
    expect(fillEmptyClusters(column(0, 10), centers).centers).toEqual(centers)
    fillEmptyClusters(column(0, 2), centers)
    expect(centers).toEqual(Float64Array.of(1, 9))
  })

  it('takes the farthest row, the first on a tie', () => {
    expect(fillEmptyClusters(column(-4, 0, 4), Float64Array.of(0, 99)).centers).toEqual(
      Float64Array.of(0, -4),
    )
  })

  it('moves a centre with all its features, and no other', () => {
    const matrix = { X: Float64Array.of(0, 0, 1, 1, 5, 6, 1, 2), nSamples: 4, nFeatures: 2 }
    const { centers, nearest } = fillEmptyClusters(matrix, Float64Array.of(0, 0, 99, 99, 1, 1))
    expect(centers).toEqual(Float64Array.of(0, 0, 5, 6, 1, 1))
    expect(nearest.labels).toEqual(Int32Array.of(0, 2, 1, 2))
  })

  it('ends when every row lies on a centre', () => {
    const { centers, nearest } = fillEmptyClusters(column(3, 3), Float64Array.of(3, 8))
    expect(centers).toEqual(Float64Array.of(3, 8))
    expect(nearest.labels).toEqual(Int32Array.of(0, 0))
  })

  it('fills every cluster where there are distinct rows enough', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 20 })
    const centers = fc.array(fc.integer({ min: -5, max: 25 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(cells, centers, (values, placed) => {
        const { nearest } = fillEmptyClusters(column(...values), Float64Array.from(placed))
        const nFilled = new Set(nearest.labels).size
        expect(nFilled).toBeGreaterThanOrEqual(Math.min(new Set(values).size, placed.length))
      }),
    )
  })
})

it('firstEmptyCluster(labels, nClusters) is the lowest without a row, -1 when all have one', () => {
  expect(firstEmptyCluster([2, 0, 2], 4)).toBe(1)
  expect(firstEmptyCluster([1, 0], 2)).toBe(-1)
  expect(firstEmptyCluster([], 1)).toBe(0)
})
