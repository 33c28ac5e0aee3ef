import { describe, expect, it } from 'vitest'
import { cholesky } from './cholesky'
import { pseudoInverse } from './pseudo-inverse'
import { symmetricEigen } from './symmetric-eigen'

describe('symmetricEigen(cells, n)', () => {
  it('gives falling values and unit vectors, one a row', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
    expect(values[0]).toBeCloseTo(3, 14)
    expect(values[1]).toBeCloseTo(1, 14)
    expect(Math.abs(vectors[0])).toBeCloseTo(Math.SQRT1_2, 14)
    expect(vectors[0] * vectors[2] + vectors[1] * vectors[3]).toBeCloseTo(0, 14)
  })
})

describe('pseudoInverse(cells, n)', () => {
  it('is the inverse where there is one', () => {
    const { inverse, rank } = pseudoInverse(Float64Array.of(2, 0, 0, 4), 2)
    expect([...inverse]).toEqual([0.5, 0, 0, 0.25])
    expect(rank).toBe(2)
  })

  it('inverts the directions that vary, and no others', () => {
    const { inverse, rank } = pseudoInverse(Float64Array.of(1, 1, 1, 1), 2)
    for (const cell of inverse) expect(cell).toBeCloseTo(0.25, 14)
    expect(rank).toBe(1)
    const uneven = pseudoInverse(Float64Array.of(1e10, 0, 0, 1e-8), 2)
    expect(uneven).toEqual({ inverse: Float64Array.of(1e-10, 0, 0, 0), rank: 1 })
    expect(pseudoInverse(new Float64Array(4), 2)).toEqual({
      inverse: new Float64Array(4),
      rank: 0,
    })
  })
})

describe('cholesky(cells, n)', () => {
  it('is a triangle whose square is the matrix', () => {
    expect([...(cholesky(Float64Array.of(4, 2, 2, 5), 2) ?? [])]).toEqual([2, 0, 1, 2])
  })

  it('is null where the matrix is singular or negative', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeNull()
    expect(cholesky(Float64Array.of(1, 0, 0, -1), 2)).toBeNull()
    expect(cholesky(new Float64Array(1), 1)).toBeNull()
  })
})
