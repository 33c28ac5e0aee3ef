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

  it.each([
    [
      'more columns',
      matrix(3, 1, 2, 0, 2, 1, 1, 3, 5, 1, 4, 4, 3, 5, 7, 2, 0, 3, 8),
      [1, 2, 2.5, 4, 5.5, -3],
      [1.41681824484297, -0.12675320430138168, -0.27604912912502855, -0.38716104018978736],
    ],
    [
      'values so small that the priors count',
      matrix(2, 0.001, 0.002, 0.003, 0.001, 0.002, 0.005, 0.004, 0.004, 0.001, 0.003),
      [0.002, 0.001, 0.004, 0.003, 0.007],
      [-0.028087093939751062, 0.03572434372151302, 0.0033546185755029133],
    ],
    [
      'a column that is there twice',
      matrix(3, 1, 1, 2, 2, 2, 1, 3, 3, 7, 5, 5, 4),
      [1, 3, 2, 6],
      [0.7182471101105121, 0.7182471101103695, -0.39675759327059484, 0.4382924708396576],
    ],
    [
      'more rows',
      matrix(3, 1, 5, 2, 2, 3, 9, 7, 1, 4, 3, 3, 3, 8, 2, 1, 4, 9, 6, 5, 5, 0),
      [10, -4, 3, 7, 1, 0, 12],
      [-0.9204334706782455, 0.0657166474252122, -1.6362590099693093, 13.668487605953452],
    ],
  ])('also for %s', (_name, X, target, expected) => {
    const { coefficients, intercept } = fitBayesianRidge(X, Float64Array.from(target))
    const found = [...coefficients, intercept]
    found.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 9))
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
    expect(() => fitBayesianRidge(matrix(1, NaN), Float64Array.of(1))).toThrow(
      /^Bayesian ridge needs .* row 0, column 0/,
    )
    expect(() => fitBayesianRidge(matrix(1, 1), Float64Array.of(1e200))).toThrow(
      /^Bayesian ridge needs .* is 1e\+200/,
    )
  })
})

describe('fitIterativeImputer(matrix)', () => {
  it('fills what scikit-learn IterativeImputer fills, in as many rounds', () => {
    const { imputer, X } = fitIterativeImputer(gaps)
    expect(imputer.nRounds).toBe(4)
    expect([...imputer.order]).toEqual([0, 1, 2])
    expect(X[2]).toBeCloseTo(1.5715879175127374, 6)
    expect(X[6]).toBeCloseTo(5.49981377892485, 6)
    expect(X[13]).toBeCloseTo(7.33402014005831, 6)
  })

  /** Cells that were filled, in the order of the rows. */
  const filledOf = (cells: Float64Array, given: { readonly X: Float64Array }) =>
    [...cells].filter((_, cell) => Number.isNaN(given.X[cell]))

  it('fills as it does in wider and narrower tables, and new rows of theirs', () => {
    const wide = matrix(
      4,
      ...[
        [1, 2, NaN, 4],
        [3, NaN, 3, 1],
        [NaN, 6, 5, 2],
        [8, 8, 7, NaN],
      ].flat(),
      ...[
        [2.5, NaN, 1, 6],
        [4, 9, 2, 3],
        [NaN, 1, 6, 7],
      ].flat(),
    )
    const fit = fitIterativeImputer(wide)
    expect(fit.imputer.nRounds).toBe(3)
    const cells = [
      2.6008020877879594, 6.146689512763409, 4.859350078037917, 3.7870324495193852,
      6.791339903518714, 3.999747932052699,
    ]
    filledOf(fit.X, wide).forEach((cell, i) => expect(cell).toBeCloseTo(cells[i], 5))
    const rows = matrix(4, NaN, 1, NaN, 2, 5, NaN, 2, NaN)
    const more = [3.728461740576063, 6.731536449903485, 10.630340207760657, 3.7449591066887016]
    filledOf(transformIterativeImputer(fit.imputer, rows), rows).forEach((cell, i) =>
      expect(cell).toBeCloseTo(more[i], 5),
    )
    const narrow = matrix(2, 1, 10, 2, NaN, 3, 31, NaN, 38, 5, 52)
    const two = fitIterativeImputer(narrow)
    expect(two.imputer.nRounds).toBe(3)
    const [first, second] = filledOf(two.X, narrow)
    expect(first).toBeCloseTo(20.500795021863215, 5)
    expect(second).toBeCloseTo(3.6662461675138447, 5)
  })

  it('keeps what was there', () => {
    const { X } = fitIterativeImputer(gaps)
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
  it('gives the rows that it was fitted on what they got then', () => {
    const { imputer, X } = fitIterativeImputer(gaps)
    expect(transformIterativeImputer(imputer, gaps)).toEqual(X)
  })

  it('fills new rows as scikit-learn does', () => {
    const { imputer } = fitIterativeImputer(gaps)
    const filled = transformIterativeImputer(imputer, matrix(3, 5, NaN, NaN, NaN, 1, 9))
    expect(filled[1]).toBeCloseTo(7.4297209131017015, 6)
    expect(filled[2]).toBeCloseTo(3.815929008309233, 6)
    expect(filled[3]).toBeCloseTo(7.125938440804941, 6)
  })
})
