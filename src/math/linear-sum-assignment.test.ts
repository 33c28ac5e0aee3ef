import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearSumAssignment } from './linear-sum-assignment'
import type { Matrix } from './matrix'

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => ({
  X: Float64Array.from(rows.flat()),
  nSamples: rows.length,
  nFeatures: rows[0]?.length ?? 0,
})

const totalOf = ({ X, nFeatures }: Matrix, columns: Int32Array) =>
  columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : X[row * nFeatures + column]), 0)

/** Least total over every way to give rows (from `row` on) columns that are still free. */
function leastByHand(costs: Matrix, row = 0, taken: readonly number[] = []): number {
  const { X, nSamples, nFeatures } = costs
  if (row === nSamples) return 0
  const free = Array.from({ length: nFeatures }, (_, j) => j).filter((j) => !taken.includes(j))
  const totals = free.map(
    (j) => X[row * nFeatures + j] + leastByHand(costs, row + 1, [...taken, j]),
  )
  const without = free.length < nSamples - row ? leastByHand(costs, row + 1, taken) : Infinity
  return totals.reduce((least, total) => Math.min(least, total), without)
}

const costs = (longest: number) =>
  fc
    .record({
      nSamples: fc.integer({ min: 1, max: longest }),
      nFeatures: fc.integer({ min: 1, max: longest }),
    })
    .chain(({ nSamples, nFeatures }) =>
      fc
        .array(fc.integer({ min: -9, max: 9 }), {
          minLength: nSamples * nFeatures,
          maxLength: nSamples * nFeatures,
        })
        .map((values): Matrix => ({ X: Float64Array.from(values), nSamples, nFeatures })),
    )

describe('linearSumAssignment(costs)', () => {
  it('takes the dear cell of one row where that saves more in the others', () => {
    const given = matrixOf([
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ])
    expect(linearSumAssignment(given)).toEqual(Int32Array.of(1, 0, 2))
  })

  it('leaves the dearest row out where there are more rows than columns', () => {
    expect(linearSumAssignment(matrixOf([[3], [1], [2]]))).toEqual(Int32Array.of(-1, 0, -1))
  })

  it('of no rows or no columns assigns nothing', () => {
    expect(linearSumAssignment(matrixOf([]))).toEqual(new Int32Array(0))
    const noColumns = { X: new Float64Array(0), nSamples: 2, nFeatures: 0 }
    expect(linearSumAssignment(noColumns)).toEqual(Int32Array.of(-1, -1))
  })

  it('refuses a cost that is not finite', () => {
    expect(() => linearSumAssignment(matrixOf([[NaN]]))).toThrow(/^Assignment needs finite/)
    expect(() => linearSumAssignment(matrixOf([[Infinity]]))).toThrow(RangeError)
  })

  it('is as cheap as the best of all assignments, up to seven by seven and not only square', () => {
    fc.assert(
      fc.property(costs(7), (given) => {
        expect(totalOf(given, linearSumAssignment(given))).toBe(leastByHand(given))
      }),
    )
  }, 60_000)

  it('gives each row at most one column, each column at most one row, and as many as fit', () => {
    fc.assert(
      fc.property(costs(12), (given) => {
        const columns = [...linearSumAssignment(given)].filter((column) => column >= 0)
        expect(columns.length).toBe(Math.min(given.nSamples, given.nFeatures))
        expect(new Set(columns).size).toBe(columns.length)
      }),
    )
  })

  it('stays as cheap when a row gets dearer by the same in every column', () => {
    fc.assert(
      fc.property(costs(6), fc.integer({ min: 1, max: 50 }), (given, extra) => {
        fc.pre(given.nSamples <= given.nFeatures)
        const dearer = given.X.map((cost, at) => (at < given.nFeatures ? cost + extra : cost))
        const columns = linearSumAssignment({ ...given, X: dearer })
        expect(totalOf(given, columns)).toBe(totalOf(given, linearSumAssignment(given)))
      }),
    )
  })
})
