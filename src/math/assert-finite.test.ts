import { expect, it } from 'vitest'
import { assertFinite } from './assert-finite'

const matrixOf = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / 2,
  nFeatures: 2,
})

it('assertFinite(matrix, fit) names the fit, the row and the column of the first bad cell', () => {
  expect(() => assertFinite(matrixOf(1, 2, 3, NaN), 'PCA')).toThrow(
    new RangeError(
      'PCA needs finite values up to 1e150; row 1, column 1 is NaN. Impute and scale first.',
    ),
  )
})

it.each([Infinity, -Infinity, 1e200, -1e200])('assertFinite refuses %s', (cell) => {
  expect(() => assertFinite(matrixOf(cell, 0), 'PCA')).toThrow(RangeError)
})

it('assertFinite accepts no rows, and values up to 1e150', () => {
  assertFinite(matrixOf(), 'PCA')
  assertFinite(matrixOf(1e150, -1e150), 'PCA')
})
