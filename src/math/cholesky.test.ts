import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cholesky, invertLower } from './cholesky'

describe('cholesky(A, n)', () => {
  it('is the lower triangle whose square is A', () => {
    expect(cholesky(Float64Array.of(4, 2, 2, 5), 2)).toEqual(Float64Array.of(2, 0, 1, 2))
  })

  it('is null where A is not positive definite', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeNull()
    expect(cholesky(Float64Array.of(-1), 1)).toBeNull()
    expect(cholesky(Float64Array.of(NaN), 1)).toBeNull()
    expect(cholesky(Float64Array.of(Infinity), 1)).toBeNull()
  })
})

describe('invertLower(L, n)', () => {
  it('gives the unit matrix when multiplied with L', () => {
    const cell = fc.integer({ min: -5, max: 5 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), (cells) => {
        const L = Float64Array.from(cells, (value, at) => {
          const [i, j] = [Math.floor(at / 3), at % 3]
          return i === j ? 1 + Math.abs(value) : j < i ? value : 0
        })
        const inverse = invertLower(L, 3)
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 3; j++) {
            let sum = 0
            for (let c = 0; c < 3; c++) sum += L[i * 3 + c] * inverse[c * 3 + j]
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 9)
          }
      }),
    )
  })
})
