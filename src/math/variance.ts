import { standardDeviation } from './standard-deviation'

/**
 * Population variance (ddof 0, numpy `nanvar`) of the values that are not NaN; NaN when there is
 * none, exactly 0 when they are all equal.
 */
export function variance(values: Float64Array): number {
  return standardDeviation(values) ** 2
}
