import { ln2High, ln2Low } from './ln-2'

/**
 * log(2^k (1 + f)) + rest for 1 + f between sqrt(1/2) and sqrt(2), and a `rest` that is tiny beside
 * it. With s = f / (2 + f), log(1 + f) = 2 (s + s^3/3 + s^5/5 ...), where 2s is written as
 * f - f^2/2 + s f^2/2: the largest part, f, is then exact.
 */
export function logOfParts(k: number, f: number, rest: number): number {
  const s = f / (2 + f)
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + seriesOf(s * s)) + (k * ln2Low + rest)) - f)
}

/** 2 (z/3 + z^2/5 + z^3/7 ...): for z up to .03 what is left out is under 2^-60. */
function seriesOf(z: number): number {
  let sum = 0
  for (let n = 11; n > 0; n--) sum = z * (2 / (2 * n + 1) + sum)
  return sum
}
