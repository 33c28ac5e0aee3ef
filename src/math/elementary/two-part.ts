/**
 * A number as the sum of two doubles, twice as precise as one (Dekker 1971): `high` is the nearest
 * double, `low` what it lacks.
 */
export type TwoPart = { readonly high: number; readonly low: number }

/** a + b without any rounding, whatever their order. */
export function sumOf(a: number, b: number): TwoPart {
  const high = a + b
  const part = high - a
  return { high, low: a - (high - part) + (b - part) }
}

/** a b without any rounding, for factors under 1e150. */
export function productOf(a: number, b: number): TwoPart {
  const high = a * b
  const a1 = upperHalf(a)
  const b1 = upperHalf(b)
  const [a2, b2] = [a - a1, b - b1]
  return { high, low: a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2 }
}

export function add(a: TwoPart, b: TwoPart): TwoPart {
  const { high, low } = sumOf(a.high, b.high)
  return sumOf(high, low + (a.low + b.low))
}

export function multiply(a: TwoPart, b: TwoPart): TwoPart {
  const { high, low } = productOf(a.high, b.high)
  return sumOf(high, low + (a.high * b.low + a.low * b.high))
}

/** The first 26 bits. */
function upperHalf(x: number): number {
  const shifted = x * 134217729
  return shifted - (shifted - x)
}
