import { completePairs } from './complete-pairs'
import { correlate, type Correlation } from './pearson'
import { ranks } from './ranks'

/**
 * Spearman's rank correlation over the rows in which both values are present; NaN with fewer than
 * three such rows or when a side is constant over them.
 */
export function spearman(a: Float64Array, b: Float64Array): Correlation {
  const pairs = completePairs(a, b)
  return correlate({ a: ranks(pairs.a), b: ranks(pairs.b) })
}
