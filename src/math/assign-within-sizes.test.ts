import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignWithinSizes } from './assign-within-sizes'
import { linearSumAssignment } from './linear-sum-assignment'
import type { Matrix } from './matrix'

const costsOf = (rows: readonly (readonly number[])[]): Matrix => ({
  X: Float64Array.from(rows.flat()),
  nSamples: rows.length,
  nFeatures: rows[0].length,
})
const total = ({ X, nFeatures }: Matrix, labels: Int32Array) =>
  labels.reduce((sum, label, row) => sum + X[row * nFeatures + label], 0)

/** Least cost of all labelings within the bounds, tried one by one. */
function bruteForce(costs: Matrix, min: number, max: number): number {
  const { nSamples, nFeatures } = costs
  let best = Infinity
  for (let code = 0; code < nFeatures ** nSamples; code++) {
    const labels = Int32Array.from(
      { length: nSamples },
      (_, i) => Math.floor(code / nFeatures ** i) % nFeatures,
    )
    const sizes = new Int32Array(nFeatures)
    for (const label of labels) sizes[label]++
    if (sizes.every((size) => size >= min && size <= max))
      best = Math.min(best, total(costs, labels))
  }
  return best
}

const problem = (maxRows: number, maxClusters: number) =>
  fc
    .record({
      nClusters: fc.integer({ min: 1, max: maxClusters }),
      nRows: fc.integer({ min: 1, max: maxRows }),
    })
    .chain(({ nClusters, nRows }) =>
      fc.record({
        rows: fc.array(
          fc.array(fc.integer({ min: 0, max: 50 }), {
            minLength: nClusters,
            maxLength: nClusters,
          }),
          { minLength: nRows, maxLength: nRows },
        ),
        min: fc.integer({ min: 0, max: Math.floor(nRows / nClusters) }),
        max: fc.integer({ min: Math.ceil(nRows / nClusters), max: nRows }),
      }),
    )

describe('assignWithinSizes(costs, bounds)', () => {
  it('gives each row its cheapest cluster where the sizes allow it', () => {
    const costs = costsOf([
      [1, 2],
      [2, 1],
      [1, 1],
    ])
    expect(assignWithinSizes(costs, { min: 0, max: 3 })).toEqual(Int32Array.of(0, 1, 0))
  })

  it('moves rows through a third cluster where that is cheaper', () => {
    const costs = costsOf([
      [0, 1, 100],
      [0, 2, 100],
      [100, 0, 1],
    ])
    expect(assignWithinSizes(costs, { min: 1, max: 1 })).toEqual(Int32Array.of(1, 0, 2))
  })

  it('costs as little as the best of all labelings', () => {
    fc.assert(
      fc.property(problem(7, 3), ({ rows, min, max }) => {
        const costs = costsOf(rows)
        const labels = assignWithinSizes(costs, { min, max })
        expect(total(costs, labels)).toBe(bruteForce(costs, min, max))
      }),
      { numRuns: 150 },
    )
  })

  it('with one row a cluster is the assignment problem', () => {
    const square = fc.integer({ min: 1, max: 12 }).chain((n) =>
      fc.array(fc.array(fc.nat({ max: 99 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    )
    fc.assert(
      fc.property(square, (rows) => {
        const costs = costsOf(rows)
        const ours = assignWithinSizes(costs, { min: 1, max: 1 })
        expect(total(costs, ours)).toBe(total(costs, linearSumAssignment(costs)))
      }),
    )
  })

  it('never breaks a bound', () => {
    fc.assert(
      fc.property(problem(60, 6), ({ rows, min, max }) => {
        const sizes = new Int32Array(rows[0].length)
        for (const label of assignWithinSizes(costsOf(rows), { min, max })) sizes[label]++
        expect(sizes.every((size) => size >= min && size <= max)).toBe(true)
      }),
    )
  })

  it('refuses bounds that leave no way, with their numbers', () => {
    const costs = costsOf([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    expect(() => assignWithinSizes(costs, { min: 2, max: 3 })).toThrow('3 rows do not go into 2')
    expect(() => assignWithinSizes(costs, { min: 0, max: 1 })).toThrow('0 to 1 rows')
  })
})
