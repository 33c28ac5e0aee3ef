import { describe, expect, it } from 'vitest'
import { columnOf, rowOf, selectRows, toRows, type Matrix } from './matrix'

const matrix: Matrix = { X: Float64Array.of(1, 2, 3, 4, 5, NaN), nSamples: 3, nFeatures: 2 }
const empty: Matrix = { X: new Float64Array(0), nSamples: 0, nFeatures: 2 }

describe('matrix', () => {
  it('columnOf(matrix, j) copies a column, missing cells too', () => {
    const column = columnOf(matrix, 1)
    expect(column).toEqual(Float64Array.of(2, 4, NaN))
    column[0] = 9
    expect(matrix.X[1]).toBe(2)
  })

  it('selectRows(matrix, rows) takes rows in the given order, more than once if asked', () => {
    const selected = selectRows(matrix, [2, 0, 0])
    expect(selected).toEqual({
      X: Float64Array.of(5, NaN, 1, 2, 1, 2),
      nSamples: 3,
      nFeatures: 2,
    })
  })

  it('selectRows(matrix, []) is a matrix without rows', () => {
    expect(selectRows(matrix, [])).toEqual(empty)
  })

  it('rowOf(matrix, i) is a view, toRows(matrix) a copy', () => {
    expect(rowOf(matrix, 1).buffer).toBe(matrix.X.buffer)
    expect(toRows(matrix)).toEqual([
      [1, 2],
      [3, 4],
      [5, NaN],
    ])
    expect(toRows(empty)).toEqual([])
  })
})
