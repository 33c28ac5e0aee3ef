import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transformClr } from './clr'

const rows = (nFeatures: number, ...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

describe('transformClr(matrix)', () => {
  it('is log(x) minus the mean log(x) of the row', () => {
    const [a, b] = transformClr(rows(2, 1, Math.E ** 2))
    expect(a).toBeCloseTo(-1, 14)
    expect(b).toBeCloseTo(1, 14)
  })

  it('replaces a zero by 1e-4 of the row sum', () => {
    expect(transformClr(rows(2, 0, 10))).toEqual(transformClr(rows(2, 1e-4 * 10, 10)))
  })

  it('is finite for the smallest and the largest amounts', () => {
    const [low, high] = transformClr(rows(2, 0, 5e-324))
    expect(high - low).toBeCloseTo(4 * Math.LN10, 10)
    expect(low).toBeCloseTo(-high, 10)
    const [zero, a, b] = transformClr(rows(3, 0, Number.MAX_VALUE, Number.MAX_VALUE))
    expect(a - zero).toBeCloseTo(4 * Math.LN10 - Math.LN2, 10)
    expect(b).toBe(a)
    const [first, , none] = transformClr(rows(3, Number.MAX_VALUE, Number.MAX_VALUE, 0))
    expect(first - none).toBeCloseTo(4 * Math.LN10 - Math.LN2, 10)
  })

  it('is zeros for a row without any amount', () => {
    expect(transformClr(rows(3, 0, 0, 0))).toEqual(Float64Array.of(0, 0, 0))
  })

  it('is NaN for a row with a missing or a negative part, and only for that row', () => {
    const result = transformClr(rows(2, NaN, 1, 2, 2, -1, 4))
    expect(result).toEqual(Float64Array.of(NaN, NaN, 0, 0, NaN, NaN))
  })

  it('of no rows is empty', () => {
    expect(transformClr(rows(2))).toEqual(new Float64Array(0))
  })

  it('sums to 0 in each row and does not depend on the unit', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(parts, (row) => {
        const one = transformClr(rows(row.length, ...row))
        const hundred = transformClr(rows(row.length, ...row.map((part) => part * 100)))
        expect(one.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10)
        one.forEach((value, j) => expect(hundred[j]).toBeCloseTo(value, 10))
      }),
    )
  })
})
