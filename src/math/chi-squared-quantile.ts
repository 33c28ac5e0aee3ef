import { exp } from './elementary/exp'
import { log } from './elementary/log'

/**
 * The value under which a chi-squared variable with `degrees` (a whole number, at least 1) degrees
 * of freedom lies with probability `share`, in (0, 1) (scipy `chi2.ppf`): Newton's method kept
 * inside a bracket, on the regularised incomplete gamma function.
 */
export function chiSquaredQuantile(share: number, degrees: number): number {
  const shape = degrees / 2
  const logGamma = logGammaOfHalves(degrees)
  let [low, high] = [0, shape + 1]
  while (lowerShare(high, shape, logGamma) < share) [low, high] = [high, 2 * high]
  let half = (low + high) / 2
  for (let step = 0; step < 200; step++) {
    const error = lowerShare(half, shape, logGamma) - share
    if (error > 0) high = half
    else low = half
    const slope = exp((shape - 1) * log(half) - half - logGamma)
    const newton = half - error / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - half) <= Number.EPSILON * half) return 2 * next
    half = next
  }
  return 2 * half
}

/** P(shape, x) by its power series: all terms are positive, nothing cancels. */
function lowerShare(x: number, shape: number, logGamma: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; term > sum * Number.EPSILON * 0.01; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum * exp(shape * log(x) - x - logGamma)
}

const logOfRootPi = 0.5723649429247001

/** log(Gamma(degrees / 2)) by its recurrence from Gamma(1) or Gamma(1/2). */
function logGammaOfHalves(degrees: number): number {
  let sum = degrees % 2 === 0 ? 0 : logOfRootPi
  for (let at = degrees % 2 === 0 ? 1 : 0.5; at < degrees / 2; at++) sum += log(at)
  return sum
}
