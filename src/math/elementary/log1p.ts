import { logOfParts } from './log-of-parts'
import { exponentOf, scaleByPowerOfTwo } from './power-of-two'

/**
 * log(1 + x), exact also for the smallest x, the same bits on every engine. Error under 1 unit in
 * the last place; -Infinity at -1, NaN below.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN
  if (x === Infinity || Math.abs(x) < negligible) return x
  const sum = 1 + x
  if (sum > Math.SQRT1_2 && sum < Math.SQRT2) return logOfParts(0, x, 0)
  // What 1 + x lost by rounding, from the side that is exact.
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1)
  let k = exponentOf(sum)
  let mantissa = scaleByPowerOfTwo(sum, -k)
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5
    k++
  }
  return logOfParts(k, mantissa - 1, lost / sum)
}

/** Below it, log(1 + x) is x in a double. */
const negligible = 5e-17
