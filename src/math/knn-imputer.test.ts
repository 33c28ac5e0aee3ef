import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitKnnImputer, transformKnnImputer } from './knn-imputer'

const matrix = (nFeatures: number, ...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})
const gaps = matrix(3, 1, 2, NaN, 3, 4, 3, NaN, 6, 5, 8, 8, 7, 2.5, NaN, 1, 4, 9, 2)

describe('transformKnnImputer(imputer, matrix)', () => {
  it.each([
    [2, [2, 5.5, 5.5]],
    [5, [3.6, 3.7, 5.8]],
  ])('takes the mean of the %d nearest rows that have the cell, as scikit-learn', (k, fills) => {
    const filled = transformKnnImputer(fitKnnImputer(gaps, k), gaps)
    ;[filled[2], filled[6], filled[13]].forEach((value, i) =>
      expect(value).toBeCloseTo(fills[i], 12),
    )
  })

  it('goes to the lower row where two are as near', () => {
    const tied = matrix(2, 0, NaN, 1, 10, -1, 20, 1, 30)
    expect(transformKnnImputer(fitKnnImputer(tied, 1), tied)[1]).toBe(10)
    expect(transformKnnImputer(fitKnnImputer(tied, 2), tied)[1]).toBe(15)
  })

  it('measures distances in standard deviations, whatever the units', () => {
    const cells = [1, 1000, 5, 2, 9000, 6, 1.1, 5000, NaN]
    const nearest = (unit: number) => {
      const scaled = matrix(
        3,
        ...cells.map((value, cell) => (cell % 3 === 1 ? value * unit : value)),
      )
      return transformKnnImputer(fitKnnImputer(scaled, 1), scaled)[8]
    }
    expect(nearest(1)).toBe(5)
    expect(nearest(1e-6)).toBe(5)
  })

  it('takes the mean of the column where a row has nothing in common with any other', () => {
    const imputer = fitKnnImputer(gaps, 2)
    const [a, b, c] = transformKnnImputer(imputer, matrix(3, NaN, NaN, NaN))
    expect([a, b, c]).toEqual([18.5 / 5, 29 / 5, 18 / 5])
    const apart = matrix(2, 1, NaN, 3, NaN, NaN, 7)
    expect(transformKnnImputer(fitKnnImputer(apart, 1), apart)[1]).toBe(7)
  })

  it('leaves a column without any value missing, and fills nothing that is there', () => {
    const empty = matrix(2, 1, NaN, 2, NaN)
    expect(transformKnnImputer(fitKnnImputer(empty, 1), empty)).toEqual(empty.X)
    expect(transformKnnImputer(fitKnnImputer(matrix(2), 1), matrix(2))).toHaveLength(0)
  })

  it('is finite, and within the column, for values of any size', () => {
    const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
        const given = matrix(3, 1, 2, 3, ...cells)
        const filled = transformKnnImputer(fitKnnImputer(given, 2), given)
        expect(filled.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})
