import { mean } from './mean'
import { standardDeviation } from './standard-deviation'

/**
 * (x - mean) / sd (ddof 0) of values that hold no NaN: the mean product of two such sides is
 * Pearson's r. Null where the values are all equal, or there is none.
 */
export function standardize(values: Float64Array): Float64Array | null {
  const scale = standardDeviation(values)
  if (!(scale > 0)) return null
  const center = mean(values) / scale
  return values.map((value) => value / scale - center)
}
