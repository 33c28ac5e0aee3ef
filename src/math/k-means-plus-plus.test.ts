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

  it('is the same for the same random numbers', () => {
    const matrix = column(5, 3, 8, 1, 9, 2)
    const draw = () => kMeansPlusPlus(matrix, 4, createRandom(3))
    expect(draw()).toEqual(draw())
  })
})
