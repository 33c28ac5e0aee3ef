import type { Matrix } from './matrix'

export type Moments = {
  readonly location: Float64Array
  /** nFeatures x nFeatures, divided by the number of rows. */
  readonly covariance: Float64Array
}

/** Mean and covariance (ddof 0) of some rows of a matrix, centred before they are multiplied. */
export function covarianceOfRows({ X, nFeatures }: Matrix, rows: ArrayLike<number>): Moments {
  // From the first row on, so that rows that are all the same have a covariance of exactly 0.
  const origin = X.subarray(rows[0] * nFeatures, (rows[0] + 1) * nFeatures)
  const location = new Float64Array(nFeatures)
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < nFeatures; j++) location[j] += X[rows[i] * nFeatures + j] - origin[j]
  for (let j = 0; j < nFeatures; j++) location[j] = origin[j] + location[j] / rows.length
  const covariance = new Float64Array(nFeatures * nFeatures)
  const centered = new Float64Array(nFeatures)
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < nFeatures; j++) centered[j] = X[rows[i] * nFeatures + j] - location[j]
    for (let a = 0; a < nFeatures; a++)
      for (let b = 0; b <= a; b++) covariance[a * nFeatures + b] += centered[a] * centered[b]
  }
  for (let a = 0; a < nFeatures; a++) {
    for (let b = 0; b <= a; b++) {
      covariance[a * nFeatures + b] /= rows.length
      covariance[b * nFeatures + a] = covariance[a * nFeatures + b]
    }
  }
  return { location, covariance }
}
