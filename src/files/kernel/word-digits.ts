/** How the numbers of a column are mostly written; where they change, so does this. */
export type NumberShape = {
  /** The decimal sign, of ASCII. */
  readonly point: number
  nDecimals: number
}

const zeros = 0x30_30_30_30
const tens = Int32Array.of(1, 10, 100, 1000, 10_000)

/**
 * The digits of a plain number as one integer of at most twelve, read four at a time; -1 for whatever
 * is not 1 to 8 digits with the decimals of the shape behind them, at most four.
 */
export function digitsOfShape(
  view: DataView,
  start: number,
  end: number,
  { point, nDecimals }: NumberShape,
): number {
  if (nDecimals === 0) return readDigits(view, start, end - start)
  const pointAt = end - 1 - nDecimals
  if (nDecimals > 4 || pointAt <= start || view.getUint8(pointAt) !== point) return -1
  const whole = readDigits(view, start, pointAt - start)
  const part = fourDigits(lastOf(view.getInt32(pointAt + 1, true), nDecimals))
  return (whole | part) < 0 ? -1 : whole * tens[nDecimals] + part
}

/** 1 to 8 digits; -1 where they are more, none, or something else. */
function readDigits(view: DataView, start: number, n: number): number {
  if (n < 1 || n > 8) return -1
  if (n <= 4) return fourDigits(lastOf(view.getInt32(start, true), n))
  const high = fourDigits(lastOf(view.getInt32(start, true), n - 4))
  const low = fourDigits(view.getInt32(start + n - 4, true))
  return (high | low) < 0 ? -1 : high * 10_000 + low
}

/** The first `n` bytes of a word, 1 to 4, as its last ones, digits 0 before them. */
function lastOf(word: number, n: number): number {
  const shift = 32 - 8 * n
  return (word << shift) | (zeros & ~(-1 << shift))
}

/** The number that four bytes spell, the lowest byte first; -1 where one of them is no digit. */
function fourDigits(word: number): number {
  const digits = word ^ zeros
  if ((((digits + 0x06_06_06_06) | digits) & 0xf0_f0_f0_f0) !== 0) return -1
  const pairs = (digits * 10 + (digits >>> 8)) & 0x00_ff_00_ff
  return (pairs & 0xff) * 100 + (pairs >>> 16)
}
