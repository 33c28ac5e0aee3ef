import { describe, expect, it } from 'vitest'
import { localOutlierFactor } from './local-outlier-factor'
import type { Matrix } from './matrix'
import { createRandom } from './random'

const line = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('localOutlierFactor(matrix, nNeighbors)', () => {
  it('is worked out by hand on four rows', () => {
    // k = 2. Radii 2, 1, 2, 9; mean reachability 1.5, 2, 1.5, 8.5; density is one over it.
    const scores = localOutlierFactor(line(0, 1, 2, 10), 2)
    const density = [1.5, 2, 1.5, 8.5].map((mean) => 1 / mean)
    const expected = [
      (density[1] + density[2]) / 2 / density[0],
      (density[0] + density[2]) / 2 / density[1],
      (density[1] + density[0]) / 2 / density[2],
      (density[2] + density[1]) / 2 / density[3],
    ]
    scores.forEach((score, i) => expect(score).toBeCloseTo(-expected[i], 8))
  })

  it('is lowest for the row far from a cloud', () => {
    const random = createRandom(5)
    const cells = Array.from({ length: 60 }, () => random.next())
    const scores = localOutlierFactor(line(...cells, 40), 20)
    expect(scores.indexOf(scores.reduce((a, b) => Math.min(a, b)))).toBe(60)
  })

  it('stays finite among duplicates, of which each is as normal as the others', () => {
    expect([...localOutlierFactor(line(3, 3, 3, 3), 2)]).toEqual([-1, -1, -1, -1])
    const scores = localOutlierFactor(line(3, 3, 3, 3, 9), 2)
    expect(scores.every(Number.isFinite)).toBe(true)
    // The twins' density is 1e10, that of the row 6 away from them 1 / 6.
    expect(scores[4] / 6e10).toBeCloseTo(-1, 9)
  })

  it('takes one row as normal, and more neighbours than rows as all of them', () => {
    expect([...localOutlierFactor(line(7), 20)]).toEqual([-1])
    expect(localOutlierFactor(line(0, 1, 5), 20)).toEqual(localOutlierFactor(line(0, 1, 5), 2))
  })

  it('stays finite from denormal to very large values', () => {
    for (const unit of [5e-324, 1e-300, 1e150]) {
      const scores = localOutlierFactor(line(0, unit, -unit, unit / 2), 2)
      expect(scores.every(Number.isFinite)).toBe(true)
    }
  })

  it('refuses no rows, and a missing value by its place', () => {
    expect(() => localOutlierFactor(line(), 2)).toThrow('at least one row')
    expect(() => localOutlierFactor(line(1, NaN), 2)).toThrow(
      /^A local outlier factor needs .* row 1, column 0 is NaN/,
    )
  })
})
