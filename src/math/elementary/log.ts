import { logOfParts } from './log-of-parts'
import { exponentOf, scaleByPowerOfTwo } from './power-of-two'

/**
 * Natural logarithm, the same bits on every engine (`Math.log` is not). Error under 1 unit in the
 * last place; -Infinity at 0, NaN below.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  let k = exponentOf(x)
  let mantissa = scaleByPowerOfTwo(x, -k)
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5
    k++
  }
  return logOfParts(k, mantissa - 1, 0)
}
