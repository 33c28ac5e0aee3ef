import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import { componentsForShare, fitPca, transformPca } from './pca'
import { createRandom } from './random'
import { transformScaler } from './scaler'
import { fitStandardScaler } from './standard-scaler'

const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

function noise(nSamples: number, nFeatures: number, randomState = 1): Matrix {
  const random = createRandom(randomState)
  const X = Float64Array.from({ length: nSamples * nFeatures }, () => random.next() - 0.5)
  return { X, nSamples, nFeatures }
}

function expectOrthonormal(components: Float64Array, nComponents: number, nFeatures: number) {
  for (let a = 0; a < nComponents; a++) {
    for (let b = 0; b <= a; b++) {
      let product = 0
      for (let j = 0; j < nFeatures; j++) {
        product += components[a * nFeatures + j] * components[b * nFeatures + j]
      }
      expect(product).toBeCloseTo(a === b ? 1 : 0, 12)
    }
  }
}

describe('fitPca(matrix)', () => {
  it('finds the line, its variance with ddof 1 and the mean', () => {
    const pca = fitPca(matrixOf(2, 0, 0, 1, 1, 2, 2))
    expect([...pca.mean]).toEqual([1, 1])
    expect(pca.explainedVariance[0]).toBeCloseTo(2, 14)
    expect(pca.explainedVarianceRatio[0]).toBeCloseTo(1, 14)
    expect(pca.components[0]).toBeCloseTo(Math.SQRT1_2, 14)
    expect(pca.components[1]).toBeCloseTo(Math.SQRT1_2, 14)
  })

  it('has as many variances as components where rows are fewer than columns', () => {
    const pca = fitPca(noise(3, 7))
    expect(pca.nComponents).toBe(3)
    expect(pca.explainedVariance).toHaveLength(3)
    expect(pca.explainedVarianceRatio).toHaveLength(3)
    expect(pca.components).toHaveLength(3 * 7)
  })

  it('makes the largest absolute loading of each component positive', () => {
    const { components, nComponents } = fitPca(noise(40, 6))
    for (let c = 0; c < nComponents; c++) {
      const loadings = components.slice(c * 6, (c + 1) * 6)
      const largest = loadings.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))
      expect(largest).toBeGreaterThan(0)
    }
  })

  it('takes loadings that differ by rounding only as a tie: the first is positive', () => {
    // Two standardised columns always load by the root of 1/2, whatever their correlation.
    for (let randomState = 0; randomState < 20; randomState++) {
      const { X } = noise(30, 2, randomState)
      const matrix = { X, nSamples: 30, nFeatures: 2 }
      const scaled = { ...matrix, X: transformScaler(fitStandardScaler(matrix), matrix) }
      const { components } = fitPca(scaled)
      expect(components[0]).toBeCloseTo(Math.SQRT1_2, 9)
      expect(components[2]).toBeCloseTo(Math.SQRT1_2, 9)
    }
  })

  it('keeps the variance of nearly collinear columns, which the covariance would lose', () => {
    const cells = [-3, -1, 1, 3].flatMap((x, i) => [x, x + (i % 2 ? 1e-7 : -1e-7)])
    const { explainedVariance } = fitPca(matrixOf(2, ...cells))
    // The smaller eigenvalue of the scatter is its determinant over its trace.
    const [xx, ee, xe] = [20, 4e-14, 4e-7]
    const smaller = (xx * ee - xe ** 2) / (2 * xx) / 3
    expect(explainedVariance[1] / smaller).toBeCloseTo(1, 6)
  })

  it('has min(nSamples, nFeatures) components, also for fewer rows than columns', () => {
    const wide = fitPca(noise(4, 9))
    expect(wide.nComponents).toBe(4)
    expect(wide.components).toHaveLength(36)
    expect(wide.explainedVariance).toHaveLength(4)
    expect(wide.explainedVariance[3]).toBeCloseTo(0, 14)
    expectOrthonormal(wide.components, 3, 9)
  })

  it('gives no share to anything when there is no variance', () => {
    const pca = fitPca(matrixOf(2, 5, 7, 5, 7, 5, 7))
    expect([...pca.explainedVarianceRatio]).toEqual([0, 0])
    expect([...transformPca(pca, matrixOf(2, 5, 7), 2)]).toEqual([0, 0])
    expectOrthonormal(pca.components, 2, 2)
  })

  it('ignores a constant column', () => {
    const { explainedVariance, components } = fitPca(matrixOf(2, 1, 9, 2, 9, 6, 9))
    expect(Math.abs(components[0])).toBeCloseTo(1, 14)
    expect(components[1]).toBeCloseTo(0, 14)
    expect(explainedVariance[1]).toBeCloseTo(0, 14)
  })

  it('is in the unit of the data, however large', () => {
    const small = fitPca(matrixOf(2, 1, 2, 3, 5, 4, 4))
    const large = fitPca(matrixOf(2, 1e100, 2e100, 3e100, 5e100, 4e100, 4e100))
    large.components.forEach((loading, at) => expect(loading).toBeCloseTo(small.components[at], 12))
    expect(large.explainedVariance[0] / 1e200).toBeCloseTo(small.explainedVariance[0], 10)
  })

  it('refuses one row, no column, and a missing value by its place', () => {
    expect(() => fitPca(matrixOf(2, 1, 2))).toThrow('PCA needs two rows and a column; got 1 x 2')
    const noColumn = { X: new Float64Array(0), nSamples: 3, nFeatures: 0 }
    expect(() => fitPca(noColumn)).toThrow('PCA needs two rows and a column; got 3 x 0')
    expect(() => fitPca(matrixOf(1, 1, NaN))).toThrow(
      'PCA needs finite values up to 1e150; row 1, column 0 is NaN',
    )
  })

  it('turns the data without stretching it: all components keep every distance', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 12 }), (randomState, nFeatures) => {
        const matrix = noise(15, nFeatures, randomState)
        const pca = fitPca(matrix)
        expectOrthonormal(pca.components, pca.nComponents, nFeatures)
        const scores = transformPca(pca, matrix, pca.nComponents)
        const squaredNorm = (X: Float64Array, a: number, b: number, width: number) => {
          let sum = 0
          for (let j = 0; j < width; j++) sum += (X[a * width + j] - X[b * width + j]) ** 2
          return sum
        }
        expect(squaredNorm(scores, 0, 7, pca.nComponents)).toBeCloseTo(
          squaredNorm(matrix.X, 0, 7, nFeatures),
          10,
        )
      }),
      { numRuns: 30 },
    )
  })
})

describe('transformPca(pca, matrix, nComponents)', () => {
  it('has variances equal to the explained variances', () => {
    const matrix = noise(50, 4)
    const pca = fitPca(matrix)
    const scores = transformPca(pca, matrix, 2)
    for (let c = 0; c < 2; c++) {
      let sum = 0
      for (let i = 0; i < 50; i++) sum += scores[i * 2 + c] ** 2
      expect(sum / 49).toBeCloseTo(pca.explainedVariance[c], 12)
    }
  })

  it('is what a row has along each component, seen from the mean', () => {
    const pca = { mean: Float64Array.of(1, 2), components: Float64Array.of(0.6, 0.8, 0.8, -0.6) }
    const scores = transformPca(pca, matrixOf(2, 11, 2, 1, 12), 2)
    expect([...scores]).toEqual([6, 8, 8, -6])
  })

  it('of no rows is empty', () => {
    expect(transformPca(fitPca(noise(5, 2)), matrixOf(2), 2)).toEqual(new Float64Array(0))
  })
})

describe('componentsForShare(explainedVarianceRatio, share)', () => {
  const ratio = Float64Array.of(0.5, 0.25, 0.125, 0.125)

  it('is the smallest count whose cumulative share is over it, not equal to it', () => {
    expect(componentsForShare(ratio, 0.4)).toBe(1)
    expect(componentsForShare(ratio, 0.5)).toBe(2)
    expect(componentsForShare(ratio, 0.8)).toBe(3)
  })

  it('is all of them when none is over it, and 1 when there is no variance', () => {
    expect(componentsForShare(ratio, 1)).toBe(4)
    expect(componentsForShare(new Float64Array(3), 0.95)).toBe(1)
  })
})
