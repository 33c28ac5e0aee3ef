import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitKnnImputer, transformKnnImputer } from './knn-imputer'

const matrix = (nFeatures: number, ...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})
const gaps = matrix(3, 1, 2, NaN, 3, 4, 3, NaN, 6, 5, 8, 8, 7, 2.5, NaN, 1, 4, 9, 2)

type Cells = readonly number[]
const meanOf = (values: Cells) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The same by the definitions, row by row. */
function fillByHand(donors: readonly Cells[], rows: readonly Cells[], k: number): number[] {
  const present = [0, 1, 2].map((j) => donors.map((row) => row[j]).filter((cell) => cell === cell))
  const spreads = present.map((cells) => {
    const center = meanOf(cells)
    return Math.sqrt(meanOf(cells.map((cell) => (cell - center) ** 2))) || 1
  })
  return rows.flatMap((row) => {
    const distances = donors.map((donor) => {
      const common = [0, 1, 2].filter((j) => !Number.isNaN(row[j] - donor[j]))
      const squares = common.map((j) => ((row[j] - donor[j]) / spreads[j]) ** 2)
      return common.length === 0 ? Infinity : Math.round(meanOf(squares) * 1e9)
    })
    return row.map((cell, j) => {
      if (!Number.isNaN(cell)) return cell
      const holders = [...donors.keys()].filter((i) => !Number.isNaN(donors[i][j]))
      if (holders.every((i) => distances[i] === Infinity)) return meanOf(present[j])
      // Sorting keeps the order of rows that are as near; Infinity less Infinity is NaN: as near.
      const nearest = holders.sort((a, b) => distances[a] - distances[b] || a - b).slice(0, k)
      return meanOf(nearest.map((i) => donors[i][j]))
    })
  })
}

describe('transformKnnImputer(imputer, matrix)', () => {
  it('is what the definition fills, for the rows that it was fitted on and for others', () => {
    const cell = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(NaN))
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 3 }), (donors, others, k) => {
        const imputer = fitKnnImputer(matrix(3, ...donors.flat()), k)
        for (const given of [donors, others]) {
          const filled = transformKnnImputer(imputer, matrix(3, ...given.flat()))
          const round = (value: number) => Math.round(value * 1e9)
          expect(Array.from(filled, round)).toEqual(fillByHand(donors, given, k).map(round))
        }
      }),
      { numRuns: 300 },
    )
  })

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
    // Also in a column that was empty when it was fitted.
    const row = transformKnnImputer(fitKnnImputer(empty, 1), matrix(2, NaN, 7))
    expect(row).toEqual(Float64Array.of(1.5, 7))
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
