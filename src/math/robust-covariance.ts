import { chiSquaredQuantile } from './chi-squared-quantile'
import { covarianceOfRows } from './covariance-of-rows'
import type { Matrix } from './matrix'
import { median } from './median'
import { pseudoInverse } from './pseudo-inverse'

export type RobustCovariance = {
  /** Mean and covariance (ddof 0) of the rows that were given. */
  readonly rawLocation: Float64Array
  readonly rawCovariance: Float64Array
  /** The raw one, made consistent for normal data: times median distance / chi-squared median. */
  readonly correctedCovariance: Float64Array
  /** Of the rows that the corrected distances leave in. */
  readonly location: Float64Array
  readonly covariance: Float64Array
  /** 1 for those rows. */
  readonly support: Uint8Array
  /** Squared Mahalanobis distance of every row to `location` in `covariance`. */
  readonly distances: Float64Array
  /**
   * Directions in which the given rows vary; 0: they are all the same. Below nFeatures the
   * pseudo-inverse measured those directions only.
   */
  readonly rank: number
}

/**
 * Robust location and covariance from the rows that a minimum covariance determinant search found
 * (scikit-learn `MinCovDet` after its search): corrected for consistency, then estimated anew from
 * the rows within the 97.5 % quantile. Rows that are all the same give distances of 0.
 */
export function robustCovariance(matrix: Matrix, rows: ArrayLike<number>): RobustCovariance {
  const { nSamples, nFeatures } = matrix
  // By a power of two, which is exact: squares neither overflow nor vanish.
  const unit = unitOf(matrix.X)
  const scaled = { ...matrix, X: matrix.X.map((value) => value / unit) }
  const raw = covarianceOfRows(scaled, rows)
  const { distances: rawDistances, rank } = squaredDistancesTo(scaled, raw)
  const middle = median(rawDistances)
  const correction = middle > 0 ? middle / chiSquaredQuantile(0.5, nFeatures) : 1
  const limit = chiSquaredQuantile(0.975, nFeatures) * correction
  const support = Uint8Array.from(rawDistances, (distance) => (distance < limit ? 1 : 0))
  const kept = Int32Array.from({ length: nSamples }, (_, i) => i).filter((i) => support[i] === 1)
  const reweighted = covarianceOfRows(scaled, kept)
  const back = (values: Float64Array, factor: number) => values.map((value) => value * factor)
  return {
    rawLocation: back(raw.location, unit),
    rawCovariance: back(raw.covariance, unit * unit),
    correctedCovariance: back(raw.covariance, correction * unit * unit),
    location: back(reweighted.location, unit),
    covariance: back(reweighted.covariance, unit * unit),
    support,
    distances: squaredDistancesTo(scaled, reweighted).distances,
    rank,
  }
}

type Metric = { readonly location: Float64Array; readonly covariance: Float64Array }

function squaredDistancesTo({ X, nSamples, nFeatures }: Matrix, { location, covariance }: Metric) {
  const { inverse, rank } = pseudoInverse(covariance, nFeatures)
  const distances = new Float64Array(nSamples)
  const centered = new Float64Array(nFeatures)
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) centered[j] = X[i * nFeatures + j] - location[j]
    let distance = 0
    for (let a = 0; a < nFeatures; a++) {
      let sum = 0
      for (let b = 0; b < nFeatures; b++) sum += inverse[a * nFeatures + b] * centered[b]
      distance += sum * centered[a]
    }
    distances[i] = distance
  }
  return { distances, rank }
}

/** The power of two just above the largest magnitude; 1 where everything is 0. */
function unitOf(values: Float64Array): number {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  if (largest === 0) return 1
  let unit = 1
  while (unit <= largest) unit *= 2
  while (unit / 2 > largest) unit /= 2
  return unit
}
