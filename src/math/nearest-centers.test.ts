import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestCenters } from './nearest-centers'

const column = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('nearestCenters(matrix, clusterCenters, nClusters)', () => {
  it('is the nearest and the second nearest centre, with Euclidean distances', () => {
    const matrix = { X: Float64Array.of(3, 4), nSamples: 1, nFeatures: 2 }
    expect(nearestCenters(matrix, Float64Array.of(0, 0, 3, 5, 9, 12), 3)).toEqual({
      labels: Int32Array.of(1),
      distances: Float64Array.of(1),
      runnerUp: Int32Array.of(0),
      runnerUpDistances: Float64Array.of(5),
    })
  })

  it('goes to the lowest index on a tie, for the first and for the second', () => {
    const { labels, runnerUp } = nearestCenters(column(0, 1), Float64Array.of(2, 0, 0, 2), 4)
    expect(labels).toEqual(Int32Array.of(1, 0))
    expect(runnerUp).toEqual(Int32Array.of(2, 1))
  })

  it('has no runner-up with one centre', () => {
    const { labels, runnerUp, runnerUpDistances } = nearestCenters(column(4), Float64Array.of(1), 1)
    expect([labels[0], runnerUp[0], runnerUpDistances[0]]).toEqual([0, -1, NaN])
  })

  it('places a row with a missing value nowhere', () => {
    const { labels, distances } = nearestCenters(column(NaN), Float64Array.of(1, 2), 2)
    expect([labels[0], distances[0]]).toEqual([-1, NaN])
  })

  it('places a row that is too far for a square to hold, and no rows', () => {
    const { labels, distances } = nearestCenters(column(1e300), Float64Array.of(1, 2), 2)
    expect([labels[0], distances[0]]).toEqual([0, Infinity])
    expect(nearestCenters(column(), Float64Array.of(1), 1).labels).toEqual(new Int32Array(0))
  })

  it('leaves no centre nearer than the own, and none but the own nearer than the runner-up', () => {
    const integer = fc.integer({ min: -9, max: 9 })
    const centers = fc.array(integer, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(integer), centers, (cells, placed) => {
        const nearest = nearestCenters(column(...cells), Float64Array.from(placed), placed.length)
        cells.forEach((cell, i) => {
          placed.forEach((center, c) => {
            const distance = Math.abs(cell - center)
            expect(distance).toBeGreaterThanOrEqual(nearest.distances[i])
            if (c === nearest.labels[i]) return
            expect(distance).toBeGreaterThanOrEqual(nearest.runnerUpDistances[i])
          })
        })
      }),
    )
  })
})
