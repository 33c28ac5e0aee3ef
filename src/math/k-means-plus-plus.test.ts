import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { createRandom } from './random'

const column = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('kMeansPlusPlus(matrix, nClusters, random)', () => {
  it('takes one row from each of a few far groups', () => {
    const matrix = column(0, 0.1, 0.2, 100, 100.1, 200, 200.1, 200.2)
    for (let stream = 0; stream < 20; stream++) {
      const rows = kMeansPlusPlus(matrix, 3, createRandom(1, stream))
      const groups = new Set([...rows].map((row) => Math.round(matrix.X[row] / 100)))
      expect(groups).toEqual(new Set([0, 1, 2]))
    }
  })

  it('takes the first row uniformly', () => {
    const counts = new Int32Array(4)
    for (let stream = 0; stream < 400; stream++) {
      counts[kMeansPlusPlus(column(0, 0, 0, 50), 1, createRandom(9, stream))[0]]++
    }
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(40)
  })

  it('takes rows that differ while there are some', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(cells, fc.integer(), (values, randomState) => {
        const distinct = new Set(values).size
        const rows = kMeansPlusPlus(column(...values), distinct, createRandom(randomState))
        expect(new Set([...rows].map((row) => values[row])).size).toBe(distinct)
      }),
    )
  })

  /** The first row and the numbers that candidates are drawn by are given. */
  function chosen(cells: readonly number[], nClusters: number, [first, ...numbers]: number[]) {
    let nDrawn = 0
    const random = { next: () => numbers[nDrawn++] ?? 0, nextInt: () => first }
    const rows = kMeansPlusPlus(column(...cells), nClusters, random)
    return { rows: [...rows], nDrawn }
  }

  it('draws 2 + floor(ln nClusters) candidates for each row but the first', () => {
    expect(chosen([1, 2, 3], 1, [2])).toEqual({ rows: [2], nDrawn: 0 })
    expect(chosen([1, 2, 3], 2, [0]).nDrawn).toBe(2)
    expect(chosen([1, 2, 3, 4], 3, [0]).nDrawn).toBe(2 * 3)
    expect(chosen([1, 2, 3, 4, 5, 6, 7, 8], 8, [0]).nDrawn).toBe(7 * 4)
  })

  it('takes the candidate that leaves the least sum, the first drawn on a tie', () => {
    // From 0 squared: 0, 36, 64, 81. With 6 the rest is 4 + 9, with 8 it is 4 + 1.
    expect(chosen([0, 6, 8, 9], 2, [0, 0.1, 0.5]).rows).toEqual([0, 2])
    expect(chosen([0, 6, 8, 9], 2, [0, 0.5, 0.1]).rows).toEqual([0, 2])
    expect(chosen([0, 5, -5], 2, [0, 0.9, 0.1]).rows).toEqual([0, 2])
    expect(chosen([0, 5, -5], 2, [0, 0.1, 0.9]).rows).toEqual([0, 1])
  })

  it('draws a row whose share of the sum begins at the number', () => {
    expect(chosen([0, 5, -5], 2, [0, 0.5, 0.5]).rows).toEqual([0, 2])
    expect(chosen([0, 5, -5], 2, [0, 0, 0]).rows).toEqual([0, 1])
    // A number that rounding puts at the very end goes to the last row with a share.
    expect(chosen([0, 5, 0], 2, [0, 1, 1]).rows).toEqual([0, 1])
    expect(chosen([4, 4], 2, [1, 0.5, 0.5]).rows).toEqual([1, 0])
  })

  it('measures to the nearest of all rows taken so far', () => {
    // After 0 and 8 what is left is 1, 1 and 4: the last 4 begin at 1 / 3.
    const cells = [0, 1, 8, 9, 6]
    expect(chosen(cells, 3, [0, 0.2, 0.2, 0.2, 0.34, 0.34, 0.34]).rows).toEqual([0, 2, 4])
  })

  it('is the same for the same random numbers', () => {
    const matrix = column(5, 3, 8, 1, 9, 2)
    const draw = () => kMeansPlusPlus(matrix, 4, createRandom(3))
    expect(draw()).toEqual(draw())
  })
})
