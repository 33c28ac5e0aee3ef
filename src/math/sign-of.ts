/**
 * Sign that makes the largest absolute loading of a component positive, the first on a tie. Loadings
 * that differ by rounding only are a tie: those of two standardised columns are always equal, and
 * the sign must not hang on their last bit.
 */
export function signOf(loadings: ArrayLike<number>): 1 | -1 {
  let largest = 0
  for (let j = 0; j < loadings.length; j++) {
    if (Math.abs(loadings[j]) > Math.abs(largest) * (1 + tie)) largest = loadings[j]
  }
  return largest < 0 ? -1 : 1
}

const tie = 1e-9
