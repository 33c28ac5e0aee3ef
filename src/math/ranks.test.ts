import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranks } from './ranks'

describe('ranks(values)', () => {
  it('start at 1, equal values share the average', () => {
    expect(ranks(Float64Array.of(10, 20, 20, 5))).toEqual(Float64Array.of(2, 3.5, 3.5, 1))
  })

  it('of no, one and huge values', () => {
    expect(ranks(new Float64Array(0))).toEqual(new Float64Array(0))
    expect(ranks(Float64Array.of(3))).toEqual(Float64Array.of(1))
    expect(ranks(Float64Array.of(1e308, -1e308, 0))).toEqual(Float64Array.of(3, 1, 2))
  })

  it('sum to n (n + 1) / 2 and keep the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const result = ranks(Float64Array.from(values))
        const n = values.length
        expect(result.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2)
        for (let i = 1; i < n; i++) {
          expect(Math.sign(result[i] - result[i - 1])).toBe(Math.sign(values[i] - values[i - 1]))
        }
      }),
    )
  })
})
