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

/** The x that `yeoJohnson` takes to y; the end of the range where there is none. */
export function inverseYeoJohnson(y: number, lambda: number): number {
  return y >= 0 ? sizeOfPower(y, lambda) : -sizeOfPower(-y, 2 - lambda)
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
  return expm1(log1p(Math.max(-1, power * y)) / power)
}
