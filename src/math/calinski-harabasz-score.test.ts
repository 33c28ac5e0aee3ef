import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calinskiHarabaszScore } from './calinski-harabasz-score'

const column = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('calinskiHarabaszScore(matrix, labels)', () => {
  it('is (B / (k - 1)) / (W / (n - k))', () => {
    // B = 4 * 25, W = 4 * .25
    const score = calinskiHarabaszScore(column(0, 1, 10, 11), Int32Array.of(0, 0, 1, 1))
    expect(score).toBeCloseTo(100 / 1 / (1 / 2), 12)
  })

  it('divides by one less than the clusters, of uneven sizes too', () => {
    // The mean is 4: B = 3 * 9 + 2 * 4 + 1 * 25, W = 2 + 2 + 0.
    const cells = column(0, 1, 2, 5, 7, 9)
    expect(calinskiHarabaszScore(cells, Int32Array.of(2, 2, 2, 0, 0, 1))).toBeCloseTo(
      60 / 2 / (4 / 3),
      12,
    )
  })

  it('is NaN with fewer than two clusters, no rows, or a cluster a row', () => {
    expect(calinskiHarabaszScore(column(1, 2), Int32Array.of(0, 0))).toBeNaN()
    expect(calinskiHarabaszScore(column(1, 1), Int32Array.of(0, 0))).toBeNaN()
    expect(calinskiHarabaszScore(column(), new Int32Array(0))).toBeNaN()
    expect(calinskiHarabaszScore(column(1, 2), Int32Array.of(0, 1))).toBeNaN()
  })

  it('is 1 when W is 0, as in scikit-learn', () => {
    expect(calinskiHarabaszScore(column(1, 1, 2), Int32Array.of(0, 0, 1))).toBe(1)
  })

  it('leaves rows labelled -1 and labels without rows out', () => {
    const score = calinskiHarabaszScore(column(0, 1, 99, 10, 11), Int32Array.of(0, 0, -1, 4, 4))
    expect(score).toBeCloseTo(200, 12)
  })

  it('does not depend on the unit, and large values keep it finite', () => {
    const labels = Int32Array.of(0, 0, 1, 1)
    expect(calinskiHarabaszScore(column(0, 1e100, 1e101, 1.1e101), labels)).toBeCloseTo(200, 9)
  })

  it('does not depend on the numbers of the labels', () => {
    const row = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const matrix = column(...rows.map(([cell]) => cell))
        const labels = Int32Array.from(rows, ([, label]) => label)
        const score = calinskiHarabaszScore(matrix, labels)
        const renamed = calinskiHarabaszScore(
          matrix,
          labels.map((label) => 2 - label),
        )
        if (Number.isNaN(score)) expect(renamed).toBeNaN()
        else expect(renamed / (score || 1)).toBeCloseTo(score === 0 ? 0 : 1, 9)
      }),
    )
  })
})
