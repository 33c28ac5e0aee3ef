import { cholesky } from './cholesky'
import { covarianceOfRows } from './covariance-of-rows'
import { log } from './elementary/log'
import type { Matrix } from './matrix'

/** Rows whose covariance is compact, and the logarithm of its determinant. */
export type Concentrated = { readonly rows: Int32Array; readonly logDet: number }

type Concentration = {
  /** How many rows are kept. */
  readonly nSupport: number
  readonly maxSteps: number
}

/**
 * Concentration steps (Rousseeuw and Van Driessen 1999): the `nSupport` rows nearest to the mean of
 * the rows so far, in their own covariance, until the determinant falls no more. Rows of a singular
 * covariance are answered as they are, with -Infinity: no set of rows is more compact.
 */
export function concentrate(
  matrix: Matrix,
  start: Int32Array,
  { nSupport, maxSteps }: Concentration,
): Concentrated {
  let best: Concentrated = { rows: start, logDet: Infinity }
  let rows = start
  for (let step = 0; step <= maxSteps; step++) {
    const { location, covariance } = covarianceOfRows(matrix, rows)
    const lower = cholesky(covariance, matrix.nFeatures)
    if (lower === null) return { rows, logDet: -Infinity }
    const logDet = logDeterminant(lower, matrix.nFeatures)
    // The first rows may be fewer than are kept: their determinant is no measure.
    if (step > 0 && !(logDet < best.logDet)) return best
    if (rows.length === nSupport) best = { rows, logDet }
    if (step === maxSteps) break
    rows = smallest(squaredMahalanobis(matrix, location, lower), nSupport)
  }
  return best
}

/** Squared distance of each row to a place in the metric of a covariance, given by its Cholesky factor. */
function squaredMahalanobis(
  { X, nSamples, nFeatures }: Matrix,
  location: Float64Array,
  lower: Float64Array,
): Float64Array {
  const distances = new Float64Array(nSamples)
  const solved = new Float64Array(nFeatures)
  for (let i = 0; i < nSamples; i++) {
    let distance = 0
    for (let a = 0; a < nFeatures; a++) {
      let sum = X[i * nFeatures + a] - location[a]
      for (let b = 0; b < a; b++) sum -= lower[a * nFeatures + b] * solved[b]
      solved[a] = sum / lower[a * nFeatures + a]
      distance += solved[a] * solved[a]
    }
    distances[i] = distance
  }
  return distances
}

/** The places of the `count` smallest values, ascending; of equal values the first places. */
export function smallest(values: Float64Array, count: number): Int32Array {
  const limit = values.slice().sort()[count - 1]
  let nEqual = count
  for (const value of values) if (value < limit) nEqual--
  const places: number[] = []
  values.forEach((value, i) => {
    if (value > limit || (value === limit && nEqual-- <= 0)) return
    places.push(i)
  })
  return Int32Array.from(places)
}

function logDeterminant(lower: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += 2 * log(lower[i * n + i])
  return sum
}
