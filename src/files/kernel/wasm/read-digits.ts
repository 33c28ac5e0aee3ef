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
    const length = <i32>(end - first)
    let form = notPlain
    if (length > 0 && length <= decimalsLimit) {
      let value: i64 = 0
      let pointAt = end
      let at = first
      for (; at < end; at++) {
        const byte = <i32>load<u8>(at)
        const digit = byte - 48
        if (<u32>digit <= 9) value = 10 * value + digit
        else if (byte === point && pointAt === end) pointAt = at
        else break
      }
      if (at === end && pointAt !== first && pointAt !== end - 1) {
        form = pointAt === end ? 0 : <i32>(end - 1 - pointAt)
        if (first !== start) form += minusBit
        if (load<u8>(first) === 48 && pointAt > first + 1) form += zeroBit
        store<f64>(digits + 8 * row, <f64>value)
      }
    }
    store<u8>(forms + row, <u8>form)
  }
}
