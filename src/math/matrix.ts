/** A dense matrix, row-major: the cell of row i and column j is `X[i * nFeatures + j]`. */
export type Matrix = {
  readonly X: Float64Array
  readonly nSamples: number
  readonly nFeatures: number
}

/** A copy of column `j`, one value a row. */
export function columnOf(matrix: Matrix, j: number): Float64Array {
  const { X, nSamples, nFeatures } = matrix
  const column = new Float64Array(nSamples)
  for (let i = 0; i < nSamples; i++) column[i] = X[i * nFeatures + j]
  return column
}

/** A copy of the given rows, in the given order; a row may be taken more than once. */
export function selectRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const { X, nFeatures } = matrix
  const selected = new Float64Array(rows.length * nFeatures)
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i] * nFeatures
    selected.set(X.subarray(start, start + nFeatures), i * nFeatures)
  }
  return { X: selected, nSamples: rows.length, nFeatures }
}

/** Row `i` as a view on the matrix, not a copy. */
export function rowOf({ X, nFeatures }: Matrix, i: number): Float64Array {
  return X.subarray(i * nFeatures, (i + 1) * nFeatures)
}

/** The rows as arrays of numbers, for libraries that read nothing else. */
export function toRows(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.nSamples }, (_, i) => Array.from(rowOf(matrix, i)))
}
