import type { Matrix } from './matrix'

/**
 * Refuses a matrix that a fit cannot use: NaN makes the solvers of ml-matrix and ml-kmeans loop or
 * fail far from the cause, and a square above 1e300 leaves the range of a double.
 * @throws RangeError naming the first bad row and column.
 */
export function assertFinite(matrix: Matrix, fit: string): void {
  const { X, nFeatures } = matrix
  for (let at = 0; at < X.length; at++) {
    if (Math.abs(X[at]) <= largest) continue
    const row = Math.floor(at / nFeatures)
    const column = at % nFeatures
    throw new RangeError(
      `${fit} needs finite values up to 1e150; row ${row}, column ${column} is ${X[at]}. ` +
        'Impute and scale first.',
    )
  }
}

const largest = 1e150
