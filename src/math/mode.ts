import { presentOf } from './present-of'

/**
 * The most frequent of the values that are not NaN, the smallest on a tie (scikit-learn
 * `SimpleImputer(strategy='most_frequent')`); NaN when there is none.
 */
export function mode(values: Float64Array): number {
  const sorted = presentOf(values).sort()
  let best = NaN
  let bestCount = 0
  let start = 0
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue
    if (i - start > bestCount) {
      best = sorted[start]
      bestCount = i - start
    }
    start = i
  }
  return best
}
