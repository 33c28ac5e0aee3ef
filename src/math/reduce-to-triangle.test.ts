import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reduceToTriangle } from './reduce-to-triangle'

const products = (columns: Float64Array, nRows: number) => {
  const column = (c: number) => columns.subarray(c * nRows, (c + 1) * nRows)
  const n = columns.length / nRows
  return Array.from({ length: n * n }, (_, at) =>
    column(at % n).reduce((sum, value, i) => sum + value * column(Math.floor(at / n))[i], 0),
  )
}

it('reduceToTriangle(columns, nRows) keeps lengths and angles and leaves the upper triangle', () => {
  const value = fc.integer({ min: -9, max: 9 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 15, maxLength: 15 }), (cells) => {
      for (const nRows of [3, 5]) {
        const columns = Float64Array.from(cells)
        reduceToTriangle(columns, nRows)
        products(columns, nRows).forEach((product, at) =>
          expect(product).toBeCloseTo(products(Float64Array.from(cells), nRows)[at], 9),
        )
        columns.forEach((cell, at) => {
          if (at % nRows > Math.floor(at / nRows)) expect(cell).toBe(0)
        })
      }
    }),
  )
  expect(() => reduceToTriangle(new Float64Array(0), 0)).not.toThrow()
})

it('reduceToTriangle(columns, nRows) leaves what is a triangle already: one row, a column of 0', () => {
  for (const { cells, nRows } of [
    { cells: [3, -4], nRows: 1 },
    { cells: [0, 0, 3, 4], nRows: 2 },
  ]) {
    const columns = Float64Array.from(cells)
    reduceToTriangle(columns, nRows)
    expect([...columns]).toEqual(cells)
  }
})

it.each([1, -1])(
  'reduceToTriangle(columns, nRows) loses no digit where a column starts with %d',
  (first) => {
    const columns = Float64Array.of(first, 1e-9, 2, 3)
    reduceToTriangle(columns, 2)
    expect([...columns.subarray(0, 2)]).toEqual([-first, 0])
    expect(columns[2]).toBeCloseTo(-2, 8)
    expect(Math.abs(columns[3])).toBeCloseTo(3, 8)
  },
)
