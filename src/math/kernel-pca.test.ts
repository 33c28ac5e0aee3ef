import { describe, expect, it } from 'vitest'
import { fitKernelPca, fittedKernelPca, kernelPcaBytes, transformKernelPca } from './kernel-pca'
import { leadingEigen } from './leading-eigen'
import type { Matrix } from './matrix'
import { createRandom } from './random'
import { symmetricEigen } from './symmetric-eigen'

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
    expect(() => fitKernelPca(matrixOf(1), params)).toThrow('needs a row and a column')
    expect(() => fitKernelPca(matrixOf(1, 1, NaN), params)).toThrow('row 1, column 0 is NaN')
  })

  it('says how much it holds: 7,000 rows fit in a fifth of a gigabyte and a half', () => {
    expect(kernelPcaBytes(7000, 15)).toBeLessThan(0.21e9)
    expect(kernelPcaBytes(30_000, 15)).toBeGreaterThan(1.5e9)
  })
})

describe('leadingEigen(packed, count)', () => {
  /** The lower triangle of Q diag(values) Q' for a random Q. */
  function packedWith(values: readonly number[]) {
    const n = values.length
    const random = createRandom(23)
    const noise = Float64Array.from({ length: n * n }, () => random.next() - 0.5)
    const symmetric = noise.map((value, at) => value + noise[(at % n) * n + Math.floor(at / n)])
    const { vectors } = symmetricEigen(symmetric, n)
    const packed = new Float64Array((n * (n + 1)) / 2)
    for (let i = 0, at = 0; i < n; i++)
      for (let j = 0; j <= i; j++, at++)
        for (let c = 0; c < n; c++)
          packed[at] += values[c] * vectors[c * n + i] * vectors[c * n + j]
    return packed
  }

  it('is what all eigenvalues begin with, however slowly they fall', () => {
    const values = Array.from({ length: 220 }, (_, i) => 10 / (1 + 0.05 * i))
    const { values: found, vectors } = leadingEigen(packedWith(values), 6)
    found.forEach((value, c) => expect(value / values[c]).toBeCloseTo(1, 12))
    expect(vectors).toHaveLength(6 * 220)
  })

  it('finds every vector of a value that is there several times', () => {
    const values = Array.from({ length: 150 }, (_, i) => (i < 5 ? 3 : 1 / (i + 1)))
    const { values: found, vectors } = leadingEigen(packedWith(values), 5)
    for (const value of found) expect(value).toBeCloseTo(3, 11)
    for (let a = 0; a < 5; a++) {
      for (let b = 0; b <= a; b++) {
        let product = 0
        for (let i = 0; i < 150; i++) product += vectors[a * 150 + i] * vectors[b * 150 + i]
        expect(product).toBeCloseTo(a === b ? 1 : 0, 11)
      }
    }
  })

  it('ends where the matrix has fewer directions than are asked for', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i < 3 ? 3 - i : 0))
    const { values: found } = leadingEigen(packedWith(values), 10)
    expect(found[2]).toBeCloseTo(1, 12)
    for (const value of found.slice(3)) expect(Math.abs(value)).toBeLessThan(1e-12)
  })
})
