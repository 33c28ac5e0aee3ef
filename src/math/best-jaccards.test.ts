import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestJaccards } from './best-jaccards'

const of = (...labels: number[]) => Int32Array.from(labels)

describe('bestJaccards(labels, nClusters, others)', () => {
  it('is the best overlap of each cluster, whatever the others are called', () => {
    expect(bestJaccards(of(0, 0, 0, 1, 1), 2, of(4, 4, 1, 1, 1))).toEqual(
      Float64Array.of(2 / 3, 2 / 3),
    )
  })

  it('counts noise on either side in no cluster', () => {
    expect(bestJaccards(of(0, 0, -1, 1), 2, of(0, -1, 0, 2))).toEqual(Float64Array.of(1 / 3, 1))
    // A row that is noise in the others alone is no overlap with the last of them.
    expect(bestJaccards(of(0, 1), 2, of(1, -1))).toEqual(Float64Array.of(1, 0))
  })

  it('is 0 for a cluster without a row, and with no rows or only noise', () => {
    expect(bestJaccards(of(0, 0), 2, of(0, 0))).toEqual(Float64Array.of(1, 0))
    expect(bestJaccards(of(), 1, of())).toEqual(Float64Array.of(0))
    expect(bestJaccards(of(0, 0), 1, of(-1, -1))).toEqual(Float64Array.of(0))
  })

  it('refuses labelings of other rows', () => {
    expect(() => bestJaccards(of(0), 1, of(0, 0))).toThrow(
      new RangeError('Labelings of 1 and of 2 rows differ.'),
    )
  })

  it('is 1 for every cluster that is there under another number, and never above', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(labels, labels, (a, b) => {
        const own = Int32Array.from(a)
        const turned = own.map((label) => 4 - label)
        const found = bestJaccards(own, 5, turned)
        found.forEach((value, c) => expect(value).toBe(own.includes(c) ? 1 : 0))
        const n = Math.min(a.length, b.length)
        for (const value of bestJaccards(own.slice(0, n), 5, Int32Array.from(b.slice(0, n)))) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
