import { expOfParts } from './exp-of-parts'
import { exponentOf, scaleByPowerOfTwo } from './power-of-two'
import { add, multiply, productOf, sumOf, type TwoPart } from './two-part'

/**
 * x^y, the same bits on every engine (`Math.pow` and `**` are not). Error under 1 unit in the last
 * place; the special cases are those of `Math.pow`.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  const isOdd = Math.abs(y % 2) === 1
  const isNegative = isOdd && (x < 0 || Object.is(x, -0))
  if (x < 0 && x !== -Infinity && Number.isFinite(y) && !Number.isInteger(y)) return NaN
  const size = powOfSize(Math.abs(x), y)
  return isNegative ? -size : size
}

function powOfSize(x: number, y: number): number {
  if (x === 1) return Math.abs(y) === Infinity ? NaN : 1
  if (x === 0 || x === Infinity || Math.abs(y) === Infinity) return x > 1 === y > 0 ? Infinity : 0
  const logarithm = preciseLog(x)
  const rough = logarithm.high * y
  if (Math.abs(rough) > beyondRange) return rough > 0 ? Infinity : 0
  const { high, low } = multiply(logarithm, { high: y, low: 0 })
  return expOfParts(high, low)
}

/** log(x) to some 65 bits, for a product with y that may be hundreds. */
function preciseLog(x: number): TwoPart {
  let k = exponentOf(x)
  let mantissa = scaleByPowerOfTwo(x, -k)
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5
    k++
  }
  const s = quotientOf(mantissa - 1, sumOf(1, mantissa))
  const z = multiply(s, s)
  // log(1 + f) = 2 s (1 + z/3 + z^2/5 + ...): the first terms in two parts, the rest is small.
  const small = z.high * z.high * seriesFrom5(z.high)
  const series = add({ high: 1, low: small }, multiply(z, third))
  const { high, low } = multiply(s, series)
  const multiple = add(productOf(k, ln2.high), { high: k * ln2.low, low: 0 })
  return add(multiple, { high: 2 * high, low: 2 * low })
}

/** 1/5 + z/7 + z^2/9 ... */
function seriesFrom5(z: number): number {
  let sum = 0
  for (let n = 13; n >= 2; n--) sum = sum * z + 1 / (2 * n + 1)
  return sum
}

function quotientOf(a: number, b: TwoPart): TwoPart {
  const high = a / b.high
  const { high: near, low: rest } = productOf(high, b.high)
  return sumOf(high, (a - near - rest - high * b.low) / b.high)
}

const third: TwoPart = { high: 1 / 3, low: 1.850371707708594e-17 }
const ln2: TwoPart = { high: Math.LN2, low: 2.3190468138462996e-17 }
/** e to the power of more is out of range on either side. */
const beyondRange = 800
