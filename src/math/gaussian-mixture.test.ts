import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepComponents } from './gaussian-components'
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
    expect(() => fitGaussianMixture(none, new Float64Array(0), full)).toThrow(RangeError)
    expect(() => fitGaussianMixture(matrixOf([1]), new Float64Array(0), full)).toThrow(RangeError)
    expect(() => fitGaussianMixture(matrixOf([NaN]), sure(1, 0), full)).toThrow(/finite/)
  })
})

describe('mixtureResponsibilities(matrix, components)', () => {
  const { components } = fitGaussianMixture(sample, start, full)

  it('does not depend on which component is looked at first', () => {
    const plain = mixtureResponsibilities(sample, components)
    expect(mixtureResponsibilities(sample, components, new Int32Array(7).fill(1))).toEqual(plain)
  })

  it('has an answer for a row that is far from every component', () => {
    const far = mixtureResponsibilities(matrixOf([1e150, 1e150], [-1e9, 3]), components)
    expect(far.responsibilities.every(Number.isFinite)).toBe(true)
    expect(Number.isFinite(far.meanLogLikelihood)).toBe(true)
  })

  it('without some components the rows of the others stay theirs', () => {
    const turned = keepComponents(components, Int32Array.of(1, 0))
    expect([...mixtureResponsibilities(sample, turned).labels]).toEqual([1, 1, 1, 1, 0, 0, 0])
    const [one] = keepComponents(components, Int32Array.of(1)).weights
    expect(one).toBe(1)
  })
})
