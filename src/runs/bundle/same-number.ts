/** Engines differ in the last digits of functions such as `asinh`; beyond this it is a difference. */
const tolerance = 1e-9

/** Equal to 1e-9 of the larger one, or of 1; NaN is equal to NaN. */
export function isSameNumber(a: number, b: number): boolean {
  if (Object.is(a, b) || a === b) return true
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))
}
