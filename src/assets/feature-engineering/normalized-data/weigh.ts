/** Below this the square of a difference in the last digit leaves the range of a double. */
const smallest = 1e-130

/**
 * Scaled features, row-major, times their weights. What is too small to measure distances with is 0,
 * so that rows which differ are never at distance 0.
 */
export function weigh(X: Float64Array, weights: Float64Array): Float64Array {
  return X.map((value, cell) => {
    const weighted = value * weights[cell % weights.length]
    return Math.abs(weighted) < smallest ? 0 : weighted
  })
}
