import { EigenvalueDecomposition, Matrix as MlMatrix } from 'ml-matrix'

export type SymmetricEigen = {
  /** Falling. */
  readonly values: Float64Array
  /** One unit vector a row, in the order of the values: n x n, row-major. */
  readonly vectors: Float64Array
}

/** Every eigenvalue and eigenvector of a symmetric n x n matrix, row-major (tridiagonal QL). */
export function symmetricEigen(cells: Float64Array, n: number): SymmetricEigen {
  const matrix = new MlMatrix(n, n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix.set(i, j, cells[i * n + j])
  const fitted = new EigenvalueDecomposition(matrix, { assumeSymmetric: true })
  const { realEigenvalues, eigenvectorMatrix } = fitted
  const order = [...realEigenvalues.keys()].sort(
    (a, b) => realEigenvalues[b] - realEigenvalues[a] || a - b,
  )
  const vectors = new Float64Array(n * n)
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[to * n + i] = eigenvectorMatrix.get(i, from)
  })
  return { values: Float64Array.from(order, (from) => realEigenvalues[from]), vectors }
}
