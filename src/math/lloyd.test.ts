import fc from 'fast-check'
import { kmeansGenerator } from 'ml-kmeans'
import { describe, expect, it } from 'vitest'
import { runLloyd } from './lloyd'
import { type Matrix, toRows } from './matrix'
import { nearestCenters } from './nearest-centers'

const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})
const run = (matrix: Matrix, init: number[], maxIter = 300, tolerance = 0) =>
  runLloyd(matrix, { init: Float64Array.from(init), maxIter, tolerance })

describe('runLloyd(matrix, options)', () => {
  it('moves given centres to the means of their rows and stops when they rest', () => {
    const fitted = run(column(0, 2, 10, 12), [0, 2])
    expect(fitted.clusterCenters).toEqual(Float64Array.of(1, 11))
    expect(fitted.labels).toEqual(Int32Array.of(0, 0, 1, 1))
    expect(fitted.inertia).toBe(4)
    // 0 | 2 10 12 -> 0, 8; 0 2 | 10 12 -> 1, 11; the third step moves nothing.
    expect(fitted.nIter).toBe(3)
  })

  it('stops at the tolerance: the squared shifts of all centres, added up', () => {
    // The first step moves the centres by 1 and by 1: together 2.
    const matrix = column(0, 2, 10, 12)
    expect(run(matrix, [0, 10], 300, 2).nIter).toBe(1)
    expect(run(matrix, [0, 10], 300, 1.9).nIter).toBe(2)
  })

  it('refills a cluster that no row is nearest to with the row farthest from its centre', () => {
    const fitted = run(column(0, 1, 2, 50), [1, 1000])
    expect(fitted.labels).toEqual(Int32Array.of(0, 0, 0, 1))
    expect(fitted.clusterCenters).toEqual(Float64Array.of(1, 50))
  })

  it('refills several, and centres that coincide', () => {
    const fitted = run(column(0, 0, 5, 5, 9, 9), [0, 0, 0])
    expect(new Set(fitted.labels).size).toBe(3)
    expect(fitted.inertia).toBe(0)
  })

  it('counts a row given to an empty cluster once', () => {
    const fitted = run(column(11, 2, 8), [11, 11], 3)
    expect(fitted.labels).toEqual(Int32Array.of(0, 1, 0))
    expect(fitted.clusterCenters).toEqual(Float64Array.of(9.5, 2))
    expect(fitted.nIter).toBe(2)
  })

  it('keeps the centre of a refilled cluster where that was the last step', () => {
    const fitted = run(column(0, 1, 2, 50), [1, 1000], 1)
    expect(fitted.clusterCenters).toEqual(Float64Array.of(1, 50))
    expect(fitted.inertia).toBe(2)
  })

  it('leaves the centre of a cluster that no row can fill where it is', () => {
    const fitted = run(column(3, 3), [3, 3], 2)
    expect(fitted.clusterCenters).toEqual(Float64Array.of(3, 3))
    expect(fitted.labels).toEqual(Int32Array.of(0, 0))
  })

  it('centres at rest are the means of their rows to the last digit, whatever row came and went', () => {
    // 1e17 is in the first cluster at first: a sum that holds it has no tenths.
    const fitted = run(column(0.25, 0.5, 0.75, 1e17, 1.2e17), [0, 2.3e17])
    expect(fitted.labels).toEqual(Int32Array.of(0, 0, 0, 1, 1))
    expect(fitted.clusterCenters).toEqual(Float64Array.of(0.5, 1.1e17))
  })

  it('stops where no row changes its cluster, though the tolerance is not a number', () => {
    // It is 0 times an infinite variance where cells are huge.
    expect(run(column(0, 2, 10, 12), [0, 2], 300, NaN).nIter).toBe(3)
  })

  it('without an iteration labels by the given centres', () => {
    const fitted = run(column(1, 9), [0, 10], 0)
    expect(fitted).toEqual({
      clusterCenters: Float64Array.of(0, 10),
      labels: Int32Array.of(0, 1),
      inertia: 2,
      nIter: 0,
    })
  })

  it('without an iteration fills a cluster that no row is nearest to', () => {
    const fitted = run(column(1, 2, 50), [2, 2], 0)
    expect(fitted.clusterCenters).toEqual(Float64Array.of(2, 50))
    expect(fitted.labels).toEqual(Int32Array.of(0, 0, 1))
    expect(fitted.inertia).toBe(1)
  })

  const clouds = fc
    .record({ nFeatures: fc.integer({ min: 1, max: 4 }), k: fc.integer({ min: 1, max: 9 }) })
    .chain(({ nFeatures, k }) =>
      fc.record({
        k: fc.constant(k),
        rows: fc.array(
          fc.array(fc.integer({ min: -900, max: 900 }), {
            minLength: nFeatures,
            maxLength: nFeatures,
          }),
          { minLength: 10, maxLength: 60 },
        ),
      }),
    )

  it('ends where ml-kmeans ends, which measures every row at every step', () => {
    fc.assert(
      fc.property(clouds, ({ k, rows }) => {
        const matrix = {
          // Off whole numbers: a row between two centres is a tie, which the two decide otherwise.
          X: Float64Array.from(rows.flat(), (value, at) => value + Math.sqrt(at + 2) / 100),
          nSamples: rows.length,
          nFeatures: rows[0].length,
        }
        const initialization = toRows(matrix).slice(0, k)
        const options = { initialization, maxIterations: 300, tolerance: 0 }
        const steps = [...kmeansGenerator(toRows(matrix), k, options)]
        // It leaves a cluster that lost its rows empty.
        fc.pre(steps.every(({ clusters }) => new Set(clusters).size === k))
        const ours = run(matrix, initialization.flat())
        expect([...ours.labels]).toEqual(steps[steps.length - 1].clusters)
      }),
    )
  })

  it('labels each row as a look at every centre does, after any number of steps', () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: 0, max: 6 }), ({ k, rows }, maxIter) => {
        const matrix = {
          X: Float64Array.from(rows.flat()),
          nSamples: rows.length,
          nFeatures: rows[0].length,
        }
        const fitted = run(matrix, rows.slice(0, k).flat(), maxIter)
        const all = nearestCenters(matrix, fitted.clusterCenters, k)
        expect(fitted.labels).toEqual(all.labels)
        const inertia = all.distances.reduce((sum, distance) => sum + distance ** 2, 0)
        expect(Math.abs(fitted.inertia - inertia)).toBeLessThanOrEqual(1e-12 * inertia)
      }),
    )
  })

  it('the inertia never rises from one step to the next', () => {
    fc.assert(
      fc.property(clouds, ({ k, rows }) => {
        fc.pre(new Set(rows.slice(0, k).map((row) => row.join())).size === k)
        const matrix = {
          X: Float64Array.from(rows.flat()),
          nSamples: rows.length,
          nFeatures: rows[0].length,
        }
        let before = Infinity
        for (let maxIter = 0; maxIter < 8; maxIter++) {
          const { inertia } = run(matrix, rows.slice(0, k).flat(), maxIter)
          expect(inertia).toBeLessThanOrEqual(before * (1 + 1e-12))
          before = inertia
        }
      }),
      // Refilled after the last step, a cluster may start lower than one that is filled and goes on.
      { seed: 7 },
    )
  })
})
