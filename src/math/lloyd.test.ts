import { describe, expect, it } from 'vitest'
import { runLloyd } from './lloyd'
import { toRows, type Matrix } from './matrix'

const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})
const run = (matrix: Matrix, init: number[], maxIter = 300, tolerance = 0) =>
  runLloyd(matrix, toRows(matrix), { init: Float64Array.from(init), maxIter, tolerance })

describe('runLloyd(matrix, rows, options)', () => {
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

  it('without an iteration labels by the given centres', () => {
    const fitted = run(column(1, 9), [0, 10], 0)
    expect(fitted).toEqual({
      clusterCenters: Float64Array.of(0, 10),
      labels: Int32Array.of(0, 1),
      inertia: 2,
      nIter: 0,
    })
  })
})
