import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cholesky, invertLower } from './cholesky'

const cell = fc.integer({ min: -5, max: 5 })
/** 3 x 3 with a positive diagonal, 0 above it. */
const lower = fc.array(cell, { minLength: 9, maxLength: 9 }).map((cells) =>
  Float64Array.from(cells, (value, at) => {
    const [i, j] = [Math.floor(at / 3), at % 3]
    return i === j ? 1 + Math.abs(value) : j < i ? value : 0
  }),
)

describe('cholesky(A, n)', () => {
  it('is the lower triangle whose square is A', () => {
    expect(cholesky(Float64Array.of(4, 2, 2, 5), 2)).toEqual(Float64Array.of(2, 0, 1, 2))
  })

  it('is L again for L times its transpose', () => {
    fc.assert(
      fc.property(lower, (L) => {
        const A = Float64Array.from({ length: 9 }, (_, at) => {
          const [a, b] = [Math.floor(at / 3) * 3, (at % 3) * 3]
          return L[a] * L[b] + L[a + 1] * L[b + 1] + L[a + 2] * L[b + 2]
        })
        // Whole numbers: without any rounding.
        expect(cholesky(A, 3)).toEqual(L)
      }),
    )
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
    fc.assert(
      fc.property(lower, (L) => {
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
