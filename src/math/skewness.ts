import { mean } from './mean'
import { standardDeviation } from './standard-deviation'

/**
 * Population skewness m3 / sd^3 (scipy `skew`, bias included) of the values that are not NaN; 0
 * when they are all equal, NaN when there is none.
 */
export function skewness(values: Float64Array): number {
  const scale = standardDeviation(values)
  if (!(scale > 0)) return scale
  const center = mean(values) / scale
  let sum = 0
  let n = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    const deviation = value / scale - center
    sum += deviation * deviation * deviation
    n++
  }
  return sum / n
}
