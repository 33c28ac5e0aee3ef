import { ln2High, ln2Low } from './ln-2'
import { scaleByPowerOfTwo } from './power-of-two'
import { productOf, sumOf } from './two-part'

/**
 * exp(high + low), where `low` is tiny beside `high`: the first terms of Taylor's series are summed
 * without rounding.
 */
export function expOfParts(high: number, low: number): number {
  if (high > largest) return Infinity
  if (high < smallest) return 0
  const k = Math.round(high * perLn2)
  // Exact: the first part of log(2) has room for k.
  const { high: x, low: rest } = sumOf(high - k * ln2High, low - k * ln2Low)
  const square = productOf(x, x)
  const line = sumOf(1, x)
  const parabola = sumOf(line.high, square.high / 2)
  const small = x * square.high * seriesOf(x, inverseFactorials.length - 1)
  const lost = line.low + parabola.low + square.low / 2 + rest * (1 + x)
  return scaleByPowerOfTwo(parabola.high + (lost + small), k)
}

/**
 * exp(high + low) - 1 for |high| up to .5 and a `low` that is tiny beside it: Taylor's series, the
 * largest term exact.
 */
export function expm1OfParts(high: number, low: number): number {
  const x = high + low
  return high + (low + x * x * seriesOf(x, inverseFactorials.length))
}

/** The polynomial of the first `nTerms` of the inverse factorials, the last of them its constant. */
function seriesOf(x: number, nTerms: number): number {
  let sum = 0
  for (let i = 0; i < nTerms; i++) sum = sum * x + inverseFactorials[i]
  return sum
}

/** 1 / 17! down to 1 / 2!: what is left out is under 2^-70. */
const inverseFactorials = inverses(17)

function inverses(n: number): Float64Array {
  const values = new Float64Array(n - 1)
  let factorial = 1
  for (let i = 2; i <= n; i++) {
    factorial *= i
    values[n - i] = 1 / factorial
  }
  return values
}

/** 1 / log(2). */
export const perLn2 = Math.LOG2E
/** Above it exp leaves the range of a double, below `smallest` it is nearer to 0 than to any other. */
export const largest = 709.7827128933841
const smallest = -745.1332191019412
