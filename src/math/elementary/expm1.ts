import { expm1OfParts, largest, perLn2 } from './exp-of-parts'
import { ln2High, ln2Low } from './ln-2'
import { scaleByPowerOfTwo } from './power-of-two'

/**
 * e^x - 1, exact also for the smallest x, the same bits on every engine. Error under 2 units in the
 * last place.
 */
export function expm1(x: number): number {
  if (Math.abs(x) < negligible || Number.isNaN(x)) return x
  if (Math.abs(x) <= 0.5) return expm1OfParts(x, 0)
  if (x > largest) return Infinity
  if (x < -40) return -1
  const k = Math.round(x * perLn2)
  const part = expm1OfParts(x - k * ln2High, -k * ln2Low)
  // 2^k (1 + part) - 1, with 1 - 2^-k exact where it matters.
  if (k > 0) return scaleByPowerOfTwo(part + (1 - scaleByPowerOfTwo(1, -k)), k)
  return scaleByPowerOfTwo(part, k) - (1 - scaleByPowerOfTwo(1, k))
}

/** Below it, e^x - 1 is x in a double. */
const negligible = 5e-17
