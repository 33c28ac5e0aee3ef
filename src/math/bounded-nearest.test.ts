import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNearest, moveRow, reassign, shiftBounds, sumAnew } from './bounded-nearest'

/** Distances of each row to each centre, squared. */
function squaresByHand(X: Float64Array, centers: Float64Array, nFeatures: number): number[][] {
  const rowsOf = (cells: Float64Array) =>
    Array.from({ length: cells.length / nFeatures }, (_, i) => [
      ...cells.subarray(i * nFeatures, (i + 1) * nFeatures),
    ])
  const squared = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, cell, j) => sum + (cell - b[j]) ** 2, 0)
  return rowsOf(X).map((row) => rowsOf(centers).map((center) => squared(row, center)))
}
const leastOf = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)

/** Whole numbers, so that nothing rounds: rows, and the centres of some steps. */
const walks = fc
  .record({
    nFeatures: fc.integer({ min: 1, max: 3 }),
    nClusters: fc.integer({ min: 1, max: 10 }),
    nSamples: fc.integer({ min: 1, max: 12 }),
  })
  .chain(({ nFeatures, nClusters, nSamples }) => {
    const cells = (n: number) =>
      fc
        .array(fc.integer({ min: -6, max: 6 }), { minLength: n, maxLength: n })
        .map((values) => Float64Array.from(values))
    return fc.record({
      nFeatures: fc.constant(nFeatures),
      nClusters: fc.constant(nClusters),
      X: cells(nSamples * nFeatures),
      steps: fc.array(cells(nClusters * nFeatures), { minLength: 1, maxLength: 5 }),
    })
  })

describe('reassign(matrix, centers, nearest) and shiftBounds(nearest, before, after)', () => {
  it('label as measuring every row does, from step to step, the lowest on a tie', () => {
    fc.assert(
      fc.property(walks, ({ nFeatures, nClusters, X, steps }) => {
        const matrix = { X, nSamples: X.length / nFeatures, nFeatures }
        const nearest = createNearest(matrix, nClusters)
        steps.forEach((centers, step) => {
          if (step > 0) {
            const shift = shiftBounds(nearest, steps[step - 1], centers)
            expect(shift).toBe(
              centers.reduce((sum, cell, at) => sum + (cell - steps[step - 1][at]) ** 2, 0),
            )
          }
          const before = [...nearest.labels]
          const nChanged = reassign(matrix, centers, nearest)
          const squares = squaresByHand(X, centers, nFeatures)
          const expected = squares.map((own) => own.indexOf(leastOf(own)))
          expect([...nearest.labels]).toEqual(expected)
          expect(nChanged).toBe(before.filter((label, i) => label !== expected[i]).length)
          const counted = createNearest(matrix, nClusters)
          counted.labels.set(expected)
          sumAnew(matrix, counted)
          expect([...nearest.sizes, ...nearest.sums]).toEqual([...counted.sizes, ...counted.sums])
        })
      }),
      { numRuns: 400 },
    )
  })

  it('keep the distance to the own centre under its bound, those to the others over theirs', () => {
    fc.assert(
      fc.property(walks, ({ nFeatures, nClusters, X, steps }) => {
        const matrix = { X, nSamples: X.length / nFeatures, nFeatures }
        const nearest = createNearest(matrix, nClusters)
        steps.forEach((centers, step) => {
          reassign(matrix, centers, nearest)
          const after = steps[step + 1] ?? centers
          shiftBounds(nearest, centers, after)
          squaresByHand(X, after, nFeatures).forEach((own, i) => {
            const label = nearest.labels[i]
            expect(nearest.upper[i]).toBeGreaterThanOrEqual(Math.sqrt(own[label]))
            const others = own.filter((_, c) => c !== label)
            expect(nearest.lower[i]).toBeLessThanOrEqual(Math.sqrt(leastOf(others)))
          })
        })
      }),
    )
  })

  it('hold bounds as tight as rounding allows', () => {
    const matrix = { X: Float64Array.of(0, 0, 9, 0), nSamples: 2, nFeatures: 2 }
    const nearest = createNearest(matrix, 3)
    const before = Float64Array.of(3, 4, 9, 1, 60, 80)
    expect(reassign(matrix, before, nearest)).toBe(2)
    const expectBounds = (upper: readonly number[], lower: readonly number[]) => {
      upper.forEach((bound, i) => expect(nearest.upper[i]).toBeCloseTo(bound, 12))
      lower.forEach((bound, i) => expect(nearest.lower[i]).toBeCloseTo(bound, 12))
    }
    expectBounds([5, 1], [Math.sqrt(82), Math.sqrt(52)])
    // The first centre moves by 5, the second by 1, the third by 2: a row of the first is at most 2
    // nearer to any other, one of the second at most 5.
    expect(shiftBounds(nearest, before, Float64Array.of(0, 0, 9, 2, 60, 82))).toBe(30)
    expectBounds([10, 2], [Math.sqrt(82) - 2, Math.sqrt(52) - 5])
  })

  it('leave the bounds where no centre moves', () => {
    const matrix = { X: Float64Array.of(0.1, 0.7), nSamples: 2, nFeatures: 1 }
    const nearest = createNearest(matrix, 2)
    const centers = Float64Array.of(0, 1)
    reassign(matrix, centers, nearest)
    const { upper, lower } = { upper: nearest.upper.slice(), lower: nearest.lower.slice() }
    expect(shiftBounds(nearest, centers, centers)).toBe(0)
    expect([nearest.upper, nearest.lower]).toEqual([upper, lower])
  })
})

describe('moveRow(matrix, nearest, row, to) and sumAnew(matrix, nearest)', () => {
  const matrix = { X: Float64Array.of(1, 2, 3, 4, 5, 6), nSamples: 3, nFeatures: 2 }

  it('take a row out of one cluster and into another', () => {
    const nearest = createNearest(matrix, 2)
    for (const row of [0, 1, 2]) moveRow(matrix, nearest, row, 1)
    expect([...nearest.sizes, ...nearest.sums]).toEqual([0, 3, 0, 0, 9, 12])
    moveRow(matrix, nearest, 1, 0)
    expect([...nearest.labels]).toEqual([1, 0, 1])
    expect([...nearest.sizes, ...nearest.sums]).toEqual([1, 2, 3, 4, 6, 8])
  })

  it('count and add anew, whatever was there', () => {
    const nearest = createNearest(matrix, 2)
    nearest.labels.set([1, 0, 1])
    nearest.sizes.fill(7)
    nearest.sums.fill(0.1)
    sumAnew(matrix, nearest)
    expect([...nearest.sizes, ...nearest.sums]).toEqual([1, 2, 3, 4, 6, 8])
  })
})
