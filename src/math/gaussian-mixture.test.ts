import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateComponents, keepComponents } from './gaussian-components'
import { fitGaussianMixture, mixtureDefaults } from './gaussian-mixture'
import type { Matrix } from './matrix'
import { mixtureResponsibilities } from './mixture-responsibilities'
import { createRandom } from './random'

const matrixOf = (...rows: readonly (readonly number[])[]): Matrix => ({
  X: Float64Array.from(rows.flat()),
  nSamples: rows.length,
  nFeatures: rows[0].length,
})
const full = { ...mixtureDefaults, covarianceType: 'full' } as const
const diag = { ...mixtureDefaults, covarianceType: 'diag' } as const

/** 1 at the label of each row. */
function sure(nComponents: number, ...labels: readonly number[]): Float64Array {
  const responsibilities = new Float64Array(labels.length * nComponents)
  labels.forEach((label, row) => (responsibilities[row * nComponents + label] = 1))
  return responsibilities
}

const sample = matrixOf([0, 0], [1, 0.5], [0.2, 1], [1.1, 1.3], [6, 7], [7, 6.2], [6.4, 7.5])
const start = sure(2, 0, 0, 0, 1, 1, 1, 1)

type Cells = readonly number[]
const sumOf = (values: Cells) => values.reduce((sum, value) => sum + value, 0)
const cross = (a: Cells, b: Cells) =>
  [0, 1, 2].map((j) => a[(j + 1) % 3] * b[(j + 2) % 3] - a[(j + 2) % 3] * b[(j + 1) % 3])

/** Weight, mean and covariance of one component of rows of three cells, by their definitions. */
function componentByHand(rows: readonly Cells[], shares: Cells, regCovar: number) {
  const total = sumOf(shares)
  const mean = [0, 1, 2].map((j) => sumOf(rows.map((row, i) => shares[i] * row[j])) / total)
  const covariance = [0, 1, 2].map((a) =>
    [0, 1, 2].map((b) => {
      const products = rows.map((row, i) => shares[i] * (row[a] - mean[a]) * (row[b] - mean[b]))
      return sumOf(products) / total + (a === b ? regCovar : 0)
    }),
  )
  return { total, mean, covariance }
}

/** The density of a row, its inverse covariance by cross products. */
function densityByHand(
  row: Cells,
  { mean, covariance: [p, q, r] }: ReturnType<typeof componentByHand>,
) {
  const determinant = sumOf(cross(p, q).map((cell, j) => cell * r[j]))
  const off = row.map((cell, j) => cell - mean[j])
  const stretched = [cross(q, r), cross(r, p), cross(p, q)].map(
    (line) => sumOf(line.map((cell, j) => cell * off[j])) / determinant,
  )
  const squared = sumOf(stretched.map((cell, j) => cell * off[j]))
  return Math.exp(-squared / 2) / Math.sqrt((2 * Math.PI) ** 3 * determinant)
}

describe('the M step and the E step', () => {
  const cell = fc.integer({ min: -3, max: 3 })
  const row = fc.record({
    cells: fc.tuple(cell, cell, cell),
    share: fc.integer({ min: 1, max: 9 }),
  })
  const close = (found: number, expected: number) =>
    expect(Math.abs(found - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)))

  it.each(['full', 'diag'] as const)('are what their definitions say (%s)', (covarianceType) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 7 }), (made) => {
        const rows = made.map(({ cells }) => cells)
        const shares = made.map(({ share }) => [share / 10, 1 - share / 10])
        const matrix = matrixOf(...rows)
        const found = estimateComponents(matrix, Float64Array.from(shares.flat()), {
          covarianceType,
          regCovar: 0.5,
        })
        const byHand = [0, 1].map((c) =>
          componentByHand(
            rows,
            shares.map((own) => own[c]),
            0.5,
          ),
        )
        const diagonal = byHand.map((one) => ({
          ...one,
          covariance: one.covariance.map((line, a) =>
            line.map((value, b) => (a === b ? value : 0)),
          ),
        }))
        const expected = covarianceType === 'full' ? byHand : diagonal
        expected.forEach(({ total, mean, covariance }, c) => {
          close(found.weights[c], total / rows.length)
          mean.forEach((value, j) => close(found.means[3 * c + j], value))
          const cells =
            covarianceType === 'full' ? covariance.flat() : covariance.map((l, j) => l[j])
          cells.forEach((value, at) => close(found.covariances[c * cells.length + at], value))
        })
        const fit = mixtureResponsibilities(matrix, found)
        const densities = rows.map((own) =>
          expected.map((one) => (one.total / rows.length) * densityByHand(own, one)),
        )
        densities.forEach((own, i) => {
          own.forEach((density, c) => close(fit.responsibilities[2 * i + c], density / sumOf(own)))
        })
        close(
          fit.meanLogLikelihood,
          sumOf(densities.map((own) => Math.log(sumOf(own)))) / rows.length,
        )
      }),
    )
  })

  it('label a row with the likeliest component, the lowest on a tie', () => {
    const components = estimateComponents(matrixOf([-1], [1]), sure(2, 0, 1), {
      covarianceType: 'diag',
      regCovar: 1,
    })
    const { labels } = mixtureResponsibilities(matrixOf([0], [0.1], [-0.1], [9]), components)
    expect([...labels]).toEqual([0, 1, 0, 1])
  })
})

describe('fitGaussianMixture(matrix, responsibilities, params)', () => {
  // scikit-learn 1.2.1: GaussianMixture(2, covariance_type=...) begun at the same responsibilities.
  it.each([
    [
      full,
      {
        nIter: 5,
        lowerBound: -1.8091571489021163,
        means: [0.5749999999999997, 0.6999999999999996, 6.4666666666666615, 6.899999999999995],
        covariances: [
          0.2318759999999999, 0.12999999999999995, 0.12999999999999995, 0.2450009999999999,
          0.16888988888888873, -0.15333333333333313, -0.15333333333333313, 0.2866676666666664,
        ],
      },
    ],
    [
      diag,
      {
        nIter: 4,
        lowerBound: -2.0524948912003658,
        means: [0.5749999999999997, 0.6999999999999996, 6.4666666666666615, 6.899999999999995],
        covariances: [
          0.2318760000000001, 0.24500100000000027, 0.1688898888889366, 0.28666766666670435,
        ],
      },
    ],
  ] as const)('is what scikit-learn gives from the same start (%#)', (params, expected) => {
    const fit = fitGaussianMixture(sample, start, params)
    expect(fit.nIter).toBe(expected.nIter)
    expect([...fit.labels]).toEqual([0, 0, 0, 0, 1, 1, 1])
    expect(fit.lowerBound).toBeCloseTo(expected.lowerBound, 10)
    fit.components.means.forEach((mean, at) => expect(mean).toBeCloseTo(expected.means[at], 10))
    fit.components.covariances.forEach((cell, at) =>
      expect(cell).toBeCloseTo(expected.covariances[at], 10),
    )
  })

  it('settles where the bound gains less than tol, and at the last of maxIter steps', () => {
    expect(fitGaussianMixture(sample, start, { ...full, maxIter: 2 }).nIter).toBe(2)
    expect(fitGaussianMixture(sample, start, { ...full, tol: 1e9 }).nIter).toBe(2)
    // A bound that stays where it is gains 0, which is not less than 0.
    const one = matrixOf([1], [1])
    expect(fitGaussianMixture(one, sure(1, 0, 0), { ...full, tol: 0, maxIter: 9 }).nIter).toBe(9)
  })

  it('the likelihood never falls from one step to the next', () => {
    const seeds = fc.integer({ min: 0, max: 1e6 })
    fc.assert(
      fc.property(seeds, fc.constantFrom(full, diag), (seed, params) => {
        const random = createRandom(seed)
        const rows = Array.from({ length: 60 }, (_, row) => [
          random.next() + (row % 3),
          random.next(),
        ])
        const from = sure(3, ...rows.map(() => random.nextInt(3)))
        let before = -Infinity
        for (let maxIter = 1; maxIter < 8; maxIter++) {
          const fit = fitGaussianMixture(matrixOf(...rows), from, { ...params, maxIter, tol: 0 })
          // What is added to the variances is no part of the likelihood.
          expect(fit.lowerBound).toBeGreaterThanOrEqual(before - 1e-4)
          before = fit.lowerBound
        }
      }),
    )
  })

  it('shares of a row sum to 1, also where one component has no row', () => {
    const fit = fitGaussianMixture(sample, sure(3, 0, 0, 0, 0, 1, 1, 1), full)
    for (let row = 0; row < 7; row++) {
      const shares = fit.responsibilities.subarray(3 * row, 3 * row + 3)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
    expect(fit.components.means.every(Number.isFinite)).toBe(true)
    expect(fit.components.weights[2]).toBeLessThan(1e-4)
  })

  it.each([
    ['rows that are equal', matrixOf([1, 1], [1, 1], [1, 1], [1, 1])],
    ['a column that repeats another at 1e9', matrixOf([1e9, 1e9], [2e9, 2e9], [3e9, 3e9], [9, 9])],
    ['the ends of the range', matrixOf([1e150, -1e150], [-1e150, 1e150], [0, 0], [5e-324, 1])],
    ['fewer rows than columns', matrixOf([1, 2, 3, 4, 5, 6], [2, 3, 1, 5, 6, 7])],
  ] as const)('is finite for %s', (_name, matrix) => {
    const labels = Array.from({ length: matrix.nSamples }, (_, row) => row % 2)
    for (const params of [full, diag]) {
      const fit = fitGaussianMixture(matrix, sure(2, ...labels), params)
      const { means, covariances, whitening, weights } = fit.components
      for (const values of [means, covariances, whitening, weights, fit.responsibilities])
        expect(values.every(Number.isFinite)).toBe(true)
      expect(Number.isFinite(fit.lowerBound)).toBe(true)
    }
  })

  it('refuses no rows, no components and missing values', () => {
    const none = { X: new Float64Array(0), nSamples: 0, nFeatures: 2 }
    expect(() => fitGaussianMixture(none, new Float64Array(0), full)).toThrow(
      new RangeError('A Gaussian mixture needs at least one row and one component.'),
    )
    expect(() => fitGaussianMixture(matrixOf([1]), new Float64Array(0), full)).toThrow(RangeError)
    expect(() => fitGaussianMixture(matrixOf([NaN]), sure(1, 0), full)).toThrow(
      /^A Gaussian mixture needs finite/,
    )
  })
})

describe('mixtureResponsibilities(matrix, components)', () => {
  const fitted = () => fitGaussianMixture(sample, start, full).components

  it('does not depend on which component is looked at first', () => {
    const components = fitted()
    const plain = mixtureResponsibilities(sample, components)
    expect(mixtureResponsibilities(sample, components, new Int32Array(7).fill(1))).toEqual(plain)
  })

  it('has an answer for a row that is far from every component', () => {
    const far = mixtureResponsibilities(matrixOf([1e150, 1e150], [-1e9, 3]), fitted())
    expect(far.responsibilities.every(Number.isFinite)).toBe(true)
    expect(Number.isFinite(far.meanLogLikelihood)).toBe(true)
  })

  it('without some components the rows of the others stay theirs', () => {
    const components = fitted()
    const turned = keepComponents(components, Int32Array.of(1, 0))
    expect([...mixtureResponsibilities(sample, turned).labels]).toEqual([1, 1, 1, 1, 0, 0, 0])
    const [one] = keepComponents(components, Int32Array.of(1)).weights
    expect(one).toBe(1)
    // All of them keep their weights to the last digit.
    expect([...turned.weights]).toEqual([components.weights[1], components.weights[0]])
  })
})
