import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index'
import { normalizedMutualInfo } from './normalized-mutual-info'

const labelsOf = (...labels: number[]) => Int32Array.from(labels)
const pairs = fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 4 })))
const both = [
  { name: 'adjustedRandIndex', measure: adjustedRandIndex },
  { name: 'normalizedMutualInfo', measure: normalizedMutualInfo },
]

describe.each(both)('$name(a, b)', ({ measure }) => {
  it('is 1 for the same partition under other numbers', () => {
    expect(measure(labelsOf(0, 0, 1, 2), labelsOf(7, 7, 3, -1))).toBeCloseTo(1, 14)
  })

  it('is 1 for no rows, one row, and one group on both sides', () => {
    expect(measure(labelsOf(), labelsOf())).toBe(1)
    expect(measure(labelsOf(4), labelsOf(0))).toBe(1)
    expect(measure(labelsOf(1, 1, 1), labelsOf(2, 2, 2))).toBe(1)
  })

  it('is 0 for one group against singletons', () => {
    expect(measure(labelsOf(0, 0, 0), labelsOf(0, 1, 2))).toBe(0)
  })

  it('refuses labelings of different lengths', () => {
    expect(() => measure(labelsOf(0, 1), labelsOf(0))).toThrow('2 and of 1 rows')
  })

  it('is symmetric and at most 1', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const a = Int32Array.from(rows, ([label]) => label)
        const b = Int32Array.from(rows, ([, label]) => label)
        expect(measure(a, b)).toBeCloseTo(measure(b, a), 12)
        expect(measure(a, b)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('against scikit-learn', () => {
  it('adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.5714, ([0, 0, 1, 1], [0, 1, 0, 1]) = -0.5', () => {
    expect(adjustedRandIndex(labelsOf(0, 0, 1, 2), labelsOf(0, 0, 1, 1))).toBeCloseTo(4 / 7, 14)
    expect(adjustedRandIndex(labelsOf(0, 0, 1, 1), labelsOf(0, 1, 0, 1))).toBeCloseTo(-0.5, 14)
  })

  it('normalized_mutual_info_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.8', () => {
    expect(normalizedMutualInfo(labelsOf(0, 0, 1, 2), labelsOf(0, 0, 1, 1))).toBeCloseTo(0.8, 14)
    expect(normalizedMutualInfo(labelsOf(0, 0, 1, 1), labelsOf(0, 1, 0, 1))).toBe(0)
  })

  it('normalized_mutual_info_score is exactly 0 for groups of uneven sizes that are independent', () => {
    const a = new Int32Array(66).map((_, i) => (i % 11 < 3 ? 0 : 1))
    const b = new Int32Array(66).map((_, i) => (i < 11 ? 0 : 1))
    expect(normalizedMutualInfo(a, b)).toBe(0)
  })

  it('stays exact for a hundred thousand rows', () => {
    const a = new Int32Array(100_000).map((_, i) => i % 2)
    const b = new Int32Array(100_000).map((_, i) => (i >> 1) % 2)
    expect(adjustedRandIndex(a, a)).toBe(1)
    expect(adjustedRandIndex(a, b)).toBeCloseTo(0, 4)
    expect(normalizedMutualInfo(a, b)).toBe(0)
  })
})
