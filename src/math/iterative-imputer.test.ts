import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitBayesianRidge } from './bayesian-ridge'
import { fitIterativeImputer, transformIterativeImputer } from './iterative-imputer'

const matrix = (nFeatures: number, ...cells: number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})
const gaps = matrix(3, 1, 2, NaN, 3, 4, 3, NaN, 6, 5, 8, 8, 7, 2.5, NaN, 1, 4, 9, 2)

describe('fitBayesianRidge(matrix, target)', () => {
  it('has the coefficients of scikit-learn BayesianRidge', () => {
    const tall = fitBayesianRidge(
      matrix(2, 1, 2, 2, 1, 3, 5, 4, 4, 5, 7),
      Float64Array.of(1, 2, 2.5, 4, 5.5),
    )
    expect(tall.coefficients[0]).toBeCloseTo(1.0775800528064534, 9)
    expect(tall.coefficients[1]).toBeCloseTo(-0.00037113191741999866, 9)
    expect(tall.intercept).toBeCloseTo(-0.23132985713316412, 9)
  })

  it('also where there are more features than rows', () => {
    const wide = fitBayesianRidge(matrix(3, 1, 2, 3, 2, 1, 0), Float64Array.of(1, 4))
    expect(wide.coefficients[0]).toBeCloseTo(0.27272715151544713, 9)
    expect(wide.coefficients[2]).toBeCloseTo(-0.8181814545463415, 9)
    expect(wide.intercept).toBeCloseTo(3.7272721818195125, 9)
  })

  it('says nothing of a target or features that are constant', () => {
    const flat = fitBayesianRidge(matrix(1, 1, 2, 3), Float64Array.of(7, 7, 7))
    expect(flat.intercept).toBeCloseTo(7, 12)
    const still = fitBayesianRidge(matrix(1, 5, 5, 5), Float64Array.of(1, 2, 3))
    expect([...still.coefficients, still.intercept]).toEqual([0, 2])
    expect(fitBayesianRidge(matrix(1, 5), Float64Array.of(3)).intercept).toBe(3)
  })

  it('refuses what is missing or too large', () => {
    expect(() => fitBayesianRidge(matrix(1, NaN), Float64Array.of(1))).toThrow(/row 0, column 0/)
    expect(() => fitBayesianRidge(matrix(1, 1), Float64Array.of(1e200))).toThrow(RangeError)
  })
})

describe('fitIterativeImputer(matrix)', () => {
  const { imputer, X } = fitIterativeImputer(gaps)

  it('fills what scikit-learn IterativeImputer fills, in as many rounds', () => {
    expect(imputer.nRounds).toBe(4)
    expect([...imputer.order]).toEqual([0, 1, 2])
    expect(X[2]).toBeCloseTo(1.5715879175127374, 6)
    expect(X[6]).toBeCloseTo(5.49981377892485, 6)
    expect(X[13]).toBeCloseTo(7.33402014005831, 6)
  })

  it('keeps what was there', () => {
    const given = gaps.X.filter((value) => !Number.isNaN(value))
    expect(X.filter((_, cell) => !Number.isNaN(gaps.X[cell]))).toEqual(given)
  })

  it('starts with the column that misses the fewest cells', () => {
    const order = fitIterativeImputer(matrix(3, NaN, 1, NaN, NaN, 2, 5, 3, 4, 6)).imputer.order
    expect([...order]).toEqual([1, 2, 0])
  })

  it('leaves one column, or no row, at the means', () => {
    expect(fitIterativeImputer(matrix(1, 1, NaN, 3)).X).toEqual(Float64Array.of(1, 2, 3))
    expect(fitIterativeImputer(matrix(2)).imputer.nRounds).toBe(0)
  })

  it('is finite for any values up to 1e150', () => {
    const cell = fc.oneof(
      fc.double({ min: -1e150, max: 1e150, noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constant(NaN),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
        const { X } = fitIterativeImputer(matrix(3, 1, 2, 3, ...cells))
        expect(X.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('transformIterativeImputer(imputer, matrix)', () => {
  const { imputer, X } = fitIterativeImputer(gaps)

  it('gives the rows that it was fitted on what they got then', () => {
    expect(transformIterativeImputer(imputer, gaps)).toEqual(X)
  })

  it('fills new rows as scikit-learn does', () => {
    const filled = transformIterativeImputer(imputer, matrix(3, 5, NaN, NaN, NaN, 1, 9))
    expect(filled[1]).toBeCloseTo(7.4297209131017015, 6)
    expect(filled[2]).toBeCloseTo(3.815929008309233, 6)
    expect(filled[3]).toBeCloseTo(7.125938440804941, 6)
  })
})
