import { reduceAngle } from './reduce-angle'

/** Sine of an angle in radians, the same bits on every engine. Error under 1 unit in the last place. */
export function sin(x: number): number {
  // Also keeps the sign of -0.
  if (x === 0) return x
  return atQuarter(x, 0)
}

/** Cosine of an angle in radians, the same bits on every engine. Error under 1 unit in the last place. */
export function cos(x: number): number {
  return atQuarter(x, 1)
}

/** The sine, `ahead` quarters of a turn further on. */
function atQuarter(x: number, ahead: number): number {
  if (!Number.isFinite(x)) return NaN
  const { quarter, high, low } = reduceAngle(x)
  const at = (quarter + ahead) % 4
  const value = at % 2 === 0 ? sinNearZero(high, low) : cosNearZero(high, low)
  return at < 2 ? value : -value
}

/** sin(high + low) for |high| up to pi / 4: Taylor's series, the largest term exact. */
function sinNearZero(high: number, low: number): number {
  const z = high * high
  const series = taylor(z, 19)
  return high + (low * (1 - 0.5 * z) - high * z * series)
}

function cosNearZero(high: number, low: number): number {
  const z = high * high
  const half = 0.5 * z
  const near = 1 - half
  return near + (1 - near - half + (z * z * taylor(z, 20) - high * low))
}

/** 1/a! - z/(a+2)! + z^2/(a+4)! ... up to 1/last!, where a is 3 for an odd `last`, else 4. */
function taylor(z: number, last: number): number {
  let sum = 1
  for (let n = last; n > 4; n -= 2) sum = 1 - (sum * z) / (n * (n - 1))
  return last % 2 === 0 ? sum / 24 : sum / 6
}
