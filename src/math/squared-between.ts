import type { Matrix } from './matrix'

/**
 * Squared Euclidean distance between row `i` of a matrix and row `c` of others, as wide and
 * row-major: for inner loops, where a view on a row costs more than its distance.
 */
export function squaredBetween(
  { X, nFeatures }: Pick<Matrix, 'X' | 'nFeatures'>,
  i: number,
  others: Float64Array,
  c: number,
): number {
  const atRow = i * nFeatures
  const atOther = c * nFeatures
  let sum = 0
  for (let j = 0; j < nFeatures; j++) {
    const difference = X[atRow + j] - others[atOther + j]
    sum += difference * difference
  }
  return sum
}
