import { describe, expect, it } from 'vitest'
import { fitKernelPca, fittedKernelPca, kernelPcaBytes, transformKernelPca } from './kernel-pca'
import type { Matrix } from './matrix'
import { createRandom } from './random'

function clouds(nSamples: number, nFeatures = 4): Matrix {
  const random = createRandom(17)
  const X = Float64Array.from(
    { length: nSamples * nFeatures },
    (_, at) => random.next() + (Math.floor(at / nFeatures) % 3) * 0.8,
  )
  return { X, nSamples, nFeatures }
}

const params = { nComponents: 3, gamma: null }
const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

describe('fitKernelPca(matrix, params)', () => {
  it('is one over the number of columns wide, unless a width is given', () => {
    expect(fitKernelPca(clouds(20), params).gamma).toBe(1 / 4)
    expect(fitKernelPca(clouds(20), { ...params, gamma: 2 }).gamma).toBe(2)
  })

  it('places two rows at the same distance on both sides', () => {
    const scores = fittedKernelPca(fitKernelPca(matrixOf(1, 0, 1), params))
    // The centred kernel of two rows has the one eigenvalue 1 - k.
    const expected = Math.sqrt((1 - Math.exp(-1)) / 2)
    expect(scores[0]).toBeCloseTo(expected, 14)
    expect(scores[1]).toBeCloseTo(-expected, 14)
  })

  it('holds a copy of the rows, their mean kernels and the mean of those', () => {
    const matrix = matrixOf(1, 0, 1)
    const pca = fitKernelPca(matrix, params)
    matrix.X.fill(9)
    const mean = (1 + Math.exp(-1)) / 2
    expect(pca.rows).toEqual(Float64Array.of(0, 1))
    for (const value of [...pca.kernelMeans, pca.kernelMean]) expect(value).toBeCloseTo(mean, 14)
    expect(pca.eigenvalues).toHaveLength(1)
  })

  it('the largest coefficient of each component is positive, eigenvalues fall', () => {
    const { eigenvectors, eigenvalues, nComponents } = fitKernelPca(clouds(40), params)
    expect(nComponents).toBe(3)
    expect([...eigenvalues]).toEqual([...eigenvalues].sort((a, b) => b - a))
    for (let c = 0; c < 3; c++) {
      const own = eigenvectors.subarray(c * 40, (c + 1) * 40)
      const largest = own.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))
      expect(largest).toBeGreaterThan(0)
    }
  })

  it('puts a fitted row, taken as a new one, where the fit has it', () => {
    for (const nSamples of [50, 260]) {
      const matrix = clouds(nSamples)
      const pca = fitKernelPca(matrix, params)
      const again = transformKernelPca(pca, matrix)
      fittedKernelPca(pca).forEach((value, at) => expect(again[at]).toBeCloseTo(value, 10))
    }
  })

  it('does so to many digits where rows are so near that their kernel is hardly under 1', () => {
    const unit = 1e-5
    for (const nSamples of [50, 260]) {
      const { X, nFeatures } = clouds(nSamples)
      const matrix = { X: X.map((cell) => cell * unit), nSamples, nFeatures }
      const pca = fitKernelPca(matrix, params)
      expect(pca.nComponents).toBe(3)
      const again = transformKernelPca(pca, matrix)
      fittedKernelPca(pca).forEach((value, at) =>
        expect(again[at] / unit).toBeCloseTo(value / unit, 8),
      )
    }
  })

  it('keeps no component of an eigenvalue that is 0', () => {
    const same = matrixOf(2, 1, 2, 1, 2, 1, 2)
    expect(fitKernelPca(same, params).nComponents).toBe(0)
    expect(transformKernelPca(fitKernelPca(same, params), same)).toHaveLength(0)
    expect(fitKernelPca(matrixOf(1, 0, 0, 1, 1), params).nComponents).toBe(1)
    expect(fitKernelPca(matrixOf(1, 5), params).nComponents).toBe(0)
  })

  it('is finite from denormal to very large values', () => {
    for (const unit of [5e-324, 1e150]) {
      const pca = fitKernelPca(matrixOf(1, 0, unit, -unit, unit / 2), params)
      expect(fittedKernelPca(pca).every(Number.isFinite)).toBe(true)
      const far = transformKernelPca(pca, matrixOf(1, 1e149))
      expect(far.every(Number.isFinite)).toBe(true)
    }
  })

  it('refuses an empty matrix, and a missing value by its place', () => {
    const message = 'Kernel PCA needs a row and a column.'
    expect(() => fitKernelPca(matrixOf(1), params)).toThrow(message)
    const noColumn = { X: new Float64Array(0), nSamples: 2, nFeatures: 0 }
    expect(() => fitKernelPca(noColumn, params)).toThrow(message)
    expect(() => fitKernelPca(matrixOf(1, 1, NaN), params)).toThrow(
      /^Kernel PCA needs .* row 1, column 0 is NaN/,
    )
  })

  it('says how much it holds: 7,000 rows fit in a fifth of a gigabyte and a half', () => {
    // Half of the kernel with its diagonal, and 4 x 2 + 120 vectors.
    expect(kernelPcaBytes(3, 2)).toBe(8 * (6 + 3 * 128))
    expect(kernelPcaBytes(7000, 15)).toBeLessThan(0.21e9)
    expect(kernelPcaBytes(30_000, 15)).toBeGreaterThan(1.5e9)
  })
})
