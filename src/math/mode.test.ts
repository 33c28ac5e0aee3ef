import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mode } from './mode'

describe('mode(values)', () => {
  it('is the most frequent value', () => {
    expect(mode(Float64Array.of(1, 3, 3, 2))).toBe(3)
  })

  it('is the smallest of several that are equally frequent', () => {
    expect(mode(Float64Array.of(5, 2, 5, 2, 9))).toBe(2)
    expect(mode(Float64Array.of(3, 2, 1))).toBe(1)
  })

  it('skips missing cells, however many, and is NaN when there is no other', () => {
    expect(mode(Float64Array.of(NaN, NaN, NaN, 4))).toBe(4)
    expect(mode(Float64Array.of(NaN))).toBeNaN()
    expect(mode(new Float64Array(0))).toBeNaN()
  })

  it('tells huge neighbours apart', () => {
    expect(mode(Float64Array.of(1e308, 1.1e308, 1.1e308))).toBe(1.1e308)
  })

  it('no value is more frequent', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 })
    fc.assert(
      fc.property(values, (column) => {
        const count = (of: number) => column.filter((value) => value === of).length
        const result = mode(Float64Array.from(column))
        for (const value of column) expect(count(value)).toBeLessThanOrEqual(count(result))
      }),
    )
  })
})
