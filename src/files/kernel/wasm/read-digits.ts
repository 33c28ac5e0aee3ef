import { batchRows, chunk, digits, ends, forms, repeats, starts } from './memory'

const decimalsLimit: i32 = 15
const minusBit: i32 = 16
const zeroBit: i32 = 32
const notPlain: i32 = 255

/** The twin of `readDigits`. `base` is where in the window the chunk begins. */
export function readDigits(slot: i32, nRows: i32, point: i32, base: i32): void {
  const shift: usize = chunk - base
  const from: usize = slot * batchRows
  for (let row: usize = 0; row < <usize>nRows; row++) {
    if (load<u8>(repeats + from + row) !== 0) {
      store<u8>(forms + row, load<u8>(forms + row - 1))
      store<f64>(digits + 8 * row, load<f64>(digits + 8 * (row - 1)))
      continue
    }
    const start = <usize>load<i32>(starts + 4 * (from + row)) + shift
    const end = <usize>load<i32>(ends + 4 * (from + row)) + shift
    const first: usize = load<u8>(start) === 45 ? start + 1 : start
    const form = readPlain(first, end, <i8>point, digits + 8 * row)
    store<u8>(forms + row, <u8>(form === notPlain || first === start ? form : form + minusBit))
  }
}

/**
 * Reads the digits of a cell without a minus, all at once: the sixteen bytes before its end, of which
 * those before its begin are no part of it.
 */
function readPlain(first: usize, end: usize, point: i8, to: usize): i32 {
  const length = <i32>(end - first)
  if (length <= 0 || length > decimalsLimit) return notPlain
  const bytes = v128.load(end - 16)
  const begin = 16 - length
  const inside = (0xffff << begin) & 0xffff
  const values = i8x16.sub(bytes, i8x16.splat(48))
  const noDigits = inside & ~i8x16.bitmask(i8x16.le_u(values, i8x16.splat(9)))
  const points = inside & i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(point)))
  if (noDigits !== points || (points & (points - 1)) !== 0) return notPlain
  const pointAt = points === 0 ? -1 : ctz(points)
  if (pointAt === begin || pointAt === 15) return notPlain
  store<f64>(to, <f64>numberOf(values, begin, pointAt))
  const nDecimals = pointAt === -1 ? 0 : 15 - pointAt
  const nWhole = pointAt === -1 ? length : pointAt - begin
  return load<u8>(first) === 48 && nWhole > 1 ? nDecimals + zeroBit : nDecimals
}

/** The integer of the digits from a lane on, without that of the point: pairs, fours, eights. */
function numberOf(values: v128, begin: i32, pointAt: i32): i64 {
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  const own = v128.and(values, i8x16.ge_s(lanes, i8x16.splat(<i8>begin)))
  // Up to the point each takes the place of the next; a lane of -1 is zero.
  const ones = i8x16.swizzle(own, i8x16.add(lanes, i8x16.le_s(lanes, i8x16.splat(<i8>pointAt))))
  const tens = v128.and(ones, i16x8.splat(0xff))
  const pairs = i16x8.add(i16x8.mul(tens, i16x8.splat(10)), i16x8.shr_u(ones, 8))
  const fours = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1))
  const both = i16x8.narrow_i32x4_u(fours, fours)
  const eights = i32x4.dot_i16x8_s(both, i16x8(10000, 1, 10000, 1, 10000, 1, 10000, 1))
  return <i64>i32x4.extract_lane(eights, 0) * 100_000_000 + <i64>i32x4.extract_lane(eights, 1)
}
