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
