/**
 * The lower triangular L with L L^T = A, both n x n and row-major; null where A is not positive
 * definite in the precision of a double.
 */
export function cholesky(A: Float64Array, n: number): Float64Array | null {
  const L = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = A[i * n + j]
      for (let c = 0; c < j; c++) rest -= L[i * n + c] * L[j * n + c]
      if (i !== j) L[i * n + j] = rest / L[j * n + j]
      else if (rest > 0 && Number.isFinite(rest)) L[i * n + i] = Math.sqrt(rest)
      else return null
    }
  return L
}

/** The inverse of a lower triangular matrix, n x n and row-major: lower triangular too. */
export function invertLower(L: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    inverse[j * n + j] = 1 / L[j * n + j]
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let c = j; c < i; c++) sum += L[i * n + c] * inverse[c * n + j]
      inverse[i * n + j] = -sum / L[i * n + i]
    }
  }
  return inverse
}
