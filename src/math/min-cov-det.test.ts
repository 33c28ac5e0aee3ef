import { describe, expect, it } from 'vitest'
import { covarianceOfRows } from './covariance-of-rows'
import type { Matrix } from './matrix'
import { fitMinCovDet } from './min-cov-det'
import { createRandom } from './random'
import { robustCovariance } from './robust-covariance'
import { variance } from './variance'

const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

function noise(nSamples: number, nFeatures: number, randomState = 1): Float64Array {
  const random = createRandom(randomState)
  return Float64Array.from(
    { length: nSamples * nFeatures },
    () => random.next() + random.next() + random.next() - 1.5,
  )
}

/** The last rows are far from the others. */
function withOutliers(nSamples: number, nOutliers: number, nFeatures = 4): Matrix {
  const X = noise(nSamples, nFeatures)
  for (let at = (nSamples - nOutliers) * nFeatures; at < X.length; at++) X[at] += 25
  return { X, nSamples, nFeatures }
}

const isOut = ({ distances }: { distances: Float64Array }, nOutliers: number) => {
  const inside = distances.slice(0, distances.length - nOutliers)
  const farthest = inside.reduce((a, b) => Math.max(a, b))
  return distances.slice(-nOutliers).every((distance) => distance > 10 * farthest)
}

describe('fitMinCovDet(matrix, randomState)', () => {
  it('is not drawn towards a third of the rows, which lie together far away', () => {
    const fit = fitMinCovDet(withOutliers(90, 30), 42)
    expect(isOut(fit, 30)).toBe(true)
    for (const value of fit.location) expect(Math.abs(value)).toBeLessThan(0.5)
    expect(fit.support.subarray(60).some((flag) => flag === 1)).toBe(false)
  })

  it('finds them among more rows than the starts look at', () => {
    const fit = fitMinCovDet(withOutliers(1500, 450), 42)
    expect(isOut(fit, 450)).toBe(true)
  })

  it('of one column is the half of the rows, side by side, that varies least', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = createRandom(seed)
      const n = 4 + random.nextInt(16)
      const X = Float64Array.from({ length: n }, () => random.next() ** 4)
      const sorted = X.toSorted()
      const half = Math.ceil((n + 2) / 2)
      const variances = Array.from({ length: n - half + 1 }, (_, from) =>
        variance(sorted.slice(from, from + half)),
      )
      const least = variances.reduce((a, b) => Math.min(a, b))
      const { rawCovariance } = fitMinCovDet({ X, nSamples: n, nFeatures: 1 }, 42)
      expect(rawCovariance[0] / least).toBeCloseTo(1, 9)
    }
  })

  // Rows, columns, seed: rows within the limit, weighted sums of the raw location and the distances.
  it.each([
    [40, 3, 1, 37, 4.103989417425559, 2820.758082406543],
    [61, 2, 2, 57, 2.2271847376480194, 3384.260278371849],
    [700, 2, 3, 670, 2.123046801097968, 556093.5526474472],
    [24, 4, 4, 19, 7.506643658542147, 1562.6332548047212],
    // So many columns that not every start ends at the same rows.
    [70, 12, 5, 45, 54.63524648920115, 61439.989846601085],
    [601, 8, 6, 581, 26.42447464308422, 1498016.1513678916],
  ])('gives these numbers on every engine: %d rows of %d', (...numbers) => {
    const [nSamples, nFeatures, seed, nKept, location, distances] = numbers
    const random = createRandom(seed)
    const length = nSamples * nFeatures
    const X = Float64Array.from({ length }, () => random.next() ** 3 + random.next())
    const fit = fitMinCovDet({ X, nSamples, nFeatures }, 42)
    const weighted = (values: Float64Array, first: number) =>
      values.reduce((sum, value, at) => sum + value * (at + first), 0)
    expect(fit.support.reduce((sum, flag) => sum + flag, 0)).toBe(nKept)
    expect(weighted(fit.rawLocation, 1)).toBeCloseTo(location, 9)
    expect(weighted(fit.distances, 0) / distances).toBeCloseTo(1, 9)
  })

  it('is the same for the same seed', () => {
    const matrix = withOutliers(60, 6)
    expect(fitMinCovDet(matrix, 3)).toEqual(fitMinCovDet(matrix, 3))
  })

  it('measures collinear columns in the directions that vary', () => {
    const { X } = withOutliers(60, 6, 2)
    const cells = Array.from({ length: 60 }, (_, i) => [
      X[2 * i],
      X[2 * i + 1],
      X[2 * i] - X[2 * i + 1],
    ]).flat()
    const fit = fitMinCovDet(matrixOf(3, ...cells), 42)
    expect(fit.rank).toBe(2)
    expect(fit.distances.every(Number.isFinite)).toBe(true)
  })

  it('has a defined result for one row, rows that are the same, and a constant column', () => {
    for (const matrix of [matrixOf(2, 1, 2), matrixOf(2, 3, 4, 3, 4, 3, 4, 3, 4)]) {
      const fit = fitMinCovDet(matrix, 42)
      expect(fit.rank).toBe(0)
      expect(fit.distances.every((distance) => distance === 0)).toBe(true)
    }
    const { X } = withOutliers(30, 3, 1)
    const constant = matrixOf(2, ...[...X].flatMap((value) => [value, 7]))
    expect(fitMinCovDet(constant, 42).rank).toBe(1)
  })

  it('finite from denormal to very large values, the same distances in any unit 2^m', () => {
    const matrix = withOutliers(40, 4, 2)
    const plain = fitMinCovDet(matrix, 42)
    for (const unit of [2 ** -900, 2 ** 450]) {
      const scaled = { ...matrix, X: matrix.X.map((value) => value * unit) }
      const fit = fitMinCovDet(scaled, 42)
      fit.distances.forEach((value, i) => expect(value / plain.distances[i]).toBeCloseTo(1, 9))
    }
    const tiny = fitMinCovDet(matrixOf(1, 0, 5e-324, 1e-323, 0, 5e-324), 42)
    expect(tiny.distances.every(Number.isFinite)).toBe(true)
  })

  it('refuses an empty matrix, and a missing value by its place', () => {
    const message = 'A robust covariance needs a row and a column.'
    expect(() => fitMinCovDet(matrixOf(2), 42)).toThrow(message)
    const noColumn = { X: new Float64Array(0), nSamples: 2, nFeatures: 0 }
    expect(() => fitMinCovDet(noColumn, 42)).toThrow(message)
    expect(() => fitMinCovDet(matrixOf(2, 1, NaN), 42)).toThrow(
      /^A robust covariance needs .* row 0, column 1 is NaN/,
    )
  })
})

describe('robustCovariance(matrix, rows)', () => {
  it('takes mean and covariance of the rows, and corrects by the median distance', () => {
    const matrix = withOutliers(50, 5, 3)
    const rows = Int32Array.from({ length: 30 }, (_, i) => i)
    const fit = robustCovariance(matrix, rows)
    const { location, covariance } = covarianceOfRows(matrix, rows)
    fit.rawLocation.forEach((value, j) => expect(value).toBeCloseTo(location[j], 12))
    const factors = fit.correctedCovariance.map((value, at) => value / fit.rawCovariance[at])
    fit.rawCovariance.forEach((value, at) => expect(value).toBeCloseTo(covariance[at], 12))
    expect(factors.every((factor) => Math.abs(factor - factors[0]) < 1e-9)).toBe(true)
    expect(factors[0]).toBeGreaterThan(1)
  })
})
