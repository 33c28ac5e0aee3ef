import type { Matrix } from './matrix'

/**
 * Squared Euclidean distances from one row (nFeatures long) to each row of `points`, written into
 * the first nSamples cells of `out`. Differences are squared as they are: the faster expansion
 * |a|^2 - 2 a.b + |b|^2 cancels for rows that are near each other.
 */
export function squaredDistances(points: Matrix, row: Float64Array, out: Float64Array): void {
  const { X, nSamples, nFeatures } = points
  for (let i = 0, at = 0; i < nSamples; i++) {
    let sum = 0
    for (let j = 0; j < nFeatures; j++, at++) {
      const difference = X[at] - row[j]
      sum += difference * difference
    }
    out[i] = sum
  }
}

/** Squared Euclidean distance between two rows. */
export function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2
  return sum
}

/** Euclidean distance between two rows. */
export function distanceBetween(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(squaredDistance(a, b))
}
