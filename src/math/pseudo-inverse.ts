import { symmetricEigen } from './symmetric-eigen'

export type PseudoInverse = {
  /** n x n, row-major. */
  readonly inverse: Float64Array
  /** Below n the matrix is singular to working precision. */
  readonly rank: number
}

/**
 * Moore-Penrose inverse of a symmetric n x n matrix by its eigenvalues (scipy `pinvh`): those under
 * n machine epsilons of the largest count as 0.
 */
export function pseudoInverse(cells: Float64Array, n: number): PseudoInverse {
  const { values, vectors } = symmetricEigen(cells, n)
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const cutoff = n * Number.EPSILON * largest
  const inverse = new Float64Array(n * n)
  let rank = 0
  for (let c = 0; c < n; c++) {
    if (!(Math.abs(values[c]) > cutoff)) continue
    rank++
    for (let i = 0; i < n; i++) {
      const scaled = vectors[c * n + i] / values[c]
      for (let j = 0; j < n; j++) inverse[i * n + j] += scaled * vectors[c * n + j]
    }
  }
  return { inverse, rank }
}
