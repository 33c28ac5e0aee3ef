import { expm1 } from './elementary/expm1'
import { log1p } from './elementary/log1p'

/**
 * A power of 1 + x above 0 and of 1 - x below, joined smoothly (Yeo and Johnson 2000): lambda 1
 * leaves x as it is, less pulls large values in, more pulls small ones in. Near a power of 0, where
 * it becomes a logarithm, no digit is lost.
 */
export function yeoJohnson(x: number, lambda: number): number {
  return x >= 0 ? powerOfSize(x, lambda) : -powerOfSize(-x, 2 - lambda)
}

/**
 * The x that `yeoJohnson` takes to y. A power may end at some y that no x reaches: there and beyond it
 * is the farthest x that a double tells from that end. Never farther than the largest double.
 */
export function inverseYeoJohnson(y: number, lambda: number): number {
  return withinDoubles(y >= 0 ? sizeOfPower(y, lambda) : -sizeOfPower(-y, 2 - lambda))
}

/** ((1 + x)^power - 1) / power. */
function powerOfSize(x: number, power: number): number {
  if (power === 1) return x
  const logarithm = log1p(x)
  return power === 0 ? logarithm : expm1(power * logarithm) / power
}

function sizeOfPower(y: number, power: number): number {
  if (power === 1) return y
  if (power === 0) return expm1(y)
  return expm1(log1p(Math.max(lastBeforeEnd, power * y)) / power)
}

/** 1 + power y is 0 at the end; this is the last double above -1. */
const lastBeforeEnd = -1 + 2 ** -53

/** An overflow as the largest double of its sign; NaN stays NaN. */
export function withinDoubles(x: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x))
}
