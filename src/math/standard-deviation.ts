import { extent } from './extent'
import { mean } from './mean'

/**
 * Population standard deviation (ddof 0) of the values that are not NaN; NaN when there is none.
 * Exactly 0 when they are all equal, and finite for finite values, however large: deviations are
 * taken in units of the largest absolute value.
 */
export function standardDeviation(values: Float64Array): number {
  const { min, max } = extent(values)
  if (!(min < max)) return max - min
  const unit = Math.max(Math.abs(min), Math.abs(max))
  const center = mean(values) / unit
  let sum = 0
  let n = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += (value / unit - center) ** 2
    n++
  }
  return unit * Math.sqrt(sum / n)
}
