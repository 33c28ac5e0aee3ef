import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countDistinctRows, distinctRows } from './count-distinct-rows'

const pairsOf = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / 2,
  nFeatures: 2,
})

describe('countDistinctRows(matrix)', () => {
  it('counts equal rows once, wherever they are', () => {
    expect(countDistinctRows(pairsOf(1, 2, 3, 4, 1, 2, 2, 1))).toBe(3)
  })

  it('is 0 for no rows and 1 for one', () => {
    expect(countDistinctRows(pairsOf())).toBe(0)
    expect(countDistinctRows(pairsOf(1, 2))).toBe(1)
  })

  it('takes 0 and -0 as the same, and two missing values', () => {
    expect(countDistinctRows(pairsOf(0, NaN, -0, NaN))).toBe(1)
    expect(countDistinctRows(pairsOf(0, NaN, 0, 1, NaN, 0))).toBe(3)
    expect(countDistinctRows(pairsOf(NaN, 1, NaN, 2))).toBe(2)
  })

  it('tells huge neighbours and infinities apart', () => {
    expect(countDistinctRows(pairsOf(1e308, 0, 1.0000000000000002e308, 0, Infinity, 0))).toBe(3)
  })

  it('is the size of a set of the rows', () => {
    const cell = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const expected = new Set(rows.map(String)).size
        const matrix = pairsOf(...rows.flat())
        expect(countDistinctRows(matrix)).toBe(expected)
        expect(distinctRows(matrix, Infinity)).toHaveLength(expected)
      }),
    )
  })
})

it('distinctRows(matrix, limit) is the first row of each kind, and stops at the limit', () => {
  const matrix = pairsOf(5, 5, 5, 5, 1, 1, 5, 5, 2, 2)
  expect(distinctRows(matrix, 9)).toEqual([0, 2, 4])
  expect(distinctRows(matrix, 2)).toEqual([0, 2])
})
