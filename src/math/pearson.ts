import { completePairs } from './complete-pairs'
import { standardize } from './standardize'

/** `n` is the number of complete rows; `r` is NaN where no correlation is defined. */
export type Correlation = { readonly r: number; readonly n: number }

/**
 * Pearson's correlation over the rows in which both values are present (pandas `corr`). NaN with
 * fewer than three such rows or when a side is constant over them.
 */
export function pearson(a: Float64Array, b: Float64Array): Correlation {
  return correlate(completePairs(a, b))
}

/** The same for sides that hold no NaN. */
export function correlate(pairs: {
  readonly a: Float64Array
  readonly b: Float64Array
}): Correlation {
  const n = pairs.a.length
  if (n < 3) return { r: NaN, n }
  const a = standardize(pairs.a)
  const b = standardize(pairs.b)
  if (a === null || b === null) return { r: NaN, n }
  let sum = 0
  for (let i = 0; i < n; i++) sum += a[i] * b[i]
  return { r: Math.min(1, Math.max(-1, sum / n)), n }
}
