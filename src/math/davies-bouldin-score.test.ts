import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daviesBouldinScore } from './davies-bouldin-score'

const column = (...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('daviesBouldinScore(matrix, labels)', () => {
  it('is the mean of the worst (s_i + s_j) / d_ij', () => {
    // Means 1, 11, 15; spreads 1, 1, 1: worst 2 / 10, 2 / 4, 2 / 4.
    const matrix = column(0, 2, 10, 12, 14, 16)
    const score = daviesBouldinScore(matrix, Int32Array.of(0, 0, 1, 1, 2, 2))
    expect(score).toBeCloseTo((0.2 + 0.5 + 0.5) / 3, 14)
  })

  it('is NaN with fewer than two clusters and for no rows', () => {
    expect(daviesBouldinScore(column(1, 2), Int32Array.of(0, 0))).toBeNaN()
    expect(daviesBouldinScore(column(), new Int32Array(0))).toBeNaN()
  })

  it('is 0 for clusters without spread, and passes over means that coincide', () => {
    expect(daviesBouldinScore(column(1, 2), Int32Array.of(0, 1))).toBe(0)
    expect(daviesBouldinScore(column(0, 2, 1, 1), Int32Array.of(0, 0, 1, 1))).toBe(0)
  })

  it('leaves rows labelled -1 and labels without rows out', () => {
    const alone = daviesBouldinScore(column(0, 2, 10, 12), Int32Array.of(0, 0, 1, 1))
    const labels = Int32Array.of(0, 0, -1, 5, 5)
    expect(daviesBouldinScore(column(0, 2, 99, 10, 12), labels)).toBe(alone)
  })

  it('does not depend on the unit, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: -140, max: 140 }), (exponent) => {
        const unit = 10 ** exponent
        const matrix = column(0, 2 * unit, 10 * unit, 12 * unit)
        expect(daviesBouldinScore(matrix, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.2, 12)
      }),
    )
  })
})
