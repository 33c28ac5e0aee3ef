import { batchRows, chunk, ends, lines, notFirst, repeats, slots, starts } from './memory'
import { isSameShort, isSameText } from './words'

/** Why a scan stopped, as in `split-rows.ts` of the twin. */
const full: i32 = 0
const starved: i32 = 1
const odd: i32 = 2

const lineFeed: i32 = 10
const carriageReturn: i32 = 13
const quote: i32 = 34
const lastNoLetter: i32 = 64
const maxCellLength: i32 = 32_767

/** What a scan leaves behind: bytes taken, lines passed, rows added. */
export let taken: i32 = 0
export let nLines: i32 = 0
export let nRows: i32 = 0

/** What a row has to be like: see `CellLayout`. */
let delimiter: i32 = 0
let nColumns: i32 = 0
let minCells: i32 = 0
let maxCells: i32 = 0
let isStrict: bool = false
let numberColumn: i32 = -1
let notFirstLength: i32 = -1

export function setLayout(sign: i32, columns: i32, fewest: i32, most: i32): void {
  delimiter = sign
  nColumns = columns
  minCells = fewest
  maxCells = most
}

export function setOrdinary(strict: bool, column: i32, length: i32): void {
  isStrict = strict
  numberColumn = column
  notFirstLength = length
}

/** A bit for each of 64 bytes that ends a cell or makes it special. */
function signsAt(at: usize, sign: v128): u64 {
  return (
    signsOf(at, sign) |
    (signsOf(at + 16, sign) << 16) |
    (signsOf(at + 32, sign) << 32) |
    (signsOf(at + 48, sign) << 48)
  )
}

function signsOf(at: usize, sign: v128): u64 {
  const bytes = v128.load(at)
  const isControl = v128.andnot(i8x16.lt_u(bytes, i8x16.splat(32)), i8x16.eq(bytes, i8x16.splat(9)))
  const isSign = v128.or(i8x16.eq(bytes, sign), i8x16.eq(bytes, i8x16.splat(<i8>quote)))
  return <u64>(<u32>i8x16.bitmask(v128.or(isControl, isSign)))
}

/**
 * Adds the records of the chunk to the batch: `length` bytes, of which records may begin before
 * `limit`; its first byte is at `base` of the window, on line `firstLine`.
 */
export function splitRows(length: i32, limit: i32, base: i32, firstLine: f64): i32 {
  const end = chunk + length
  const last = chunk + limit
  const sign = i8x16.splat(<i8>delimiter)
  /** From a place in memory to one in the window. */
  const shift = base - <i32>chunk
  let block = chunk
  let signs = signsAt(block, sign)
  let at = chunk
  let start = chunk
  let closing: usize = 0
  let isQuoted = false
  let column: i32 = 0
  let row: i32 = 0
  let line: i32 = 0
  let stop: i32 = starved
  while (at < last) {
    while (signs === 0) {
      block += 64
      signs = signsAt(block, sign)
    }
    const next = block + <usize>ctz(signs)
    signs &= signs - 1
    // The second half of a line end.
    if (next < start) continue
    const byte = <i32>load<u8>(next)
    if (isQuoted) {
      if (byte === delimiter) continue
      if (byte === quote) {
        const behind = <i32>load<u8>(next + 1)
        if (behind === delimiter || behind === lineFeed || behind === carriageReturn) {
          isQuoted = false
          closing = next
          continue
        }
        if (next + 1 >= end) break
      } else if (byte !== lineFeed && byte !== carriageReturn && next >= end) break
      stop = odd
      break
    }
    if (byte === quote) {
      if (next === start) {
        isQuoted = true
        start++
        continue
      }
      stop = odd
      break
    }
    const isEnd = byte === lineFeed || byte === carriageReturn
    if (byte !== delimiter && !isEnd) {
      if (next < end) stop = odd
      break
    }
    const slot = column < nColumns ? load<i32>(slots + 4 * column) : -1
    if (slot >= 0)
      keepCell(slot * batchRows + row, row, start, closing === 0 ? next : closing, shift)
    closing = 0
    column++
    start = next + 1
    if (!isEnd) continue
    if (byte === carriageReturn) {
      if (next + 1 >= end) break
      if (load<u8>(start) === lineFeed) start++
    }
    const isBlank = next === at
    if (!isBlank || isStrict) {
      const isOdd = isBlank || column < minCells || column > maxCells
      if (isOdd || <i32>(next - at) > maxCellLength || (isStrict && !isOrdinary(row, shift))) {
        stop = odd
        break
      }
      store<f64>(lines + 8 * row, firstLine + <f64>line)
      row++
    }
    line++
    at = start
    column = 0
    if (row === batchRows) {
      stop = full
      break
    }
  }
  taken = <i32>(at - chunk)
  nLines = line
  nRows = row
  return stop
}

function keepCell(place: i32, row: i32, from: usize, to: usize, shift: i32): void {
  const cell: usize = 4 * place
  const length = <i32>(to - from)
  let isRepeat = false
  if (row > 0) {
    const above = load<i32>(starts + cell - 4)
    const isSameLength = load<i32>(ends + cell - 4) - above === length
    // Of short texts both are asked at once: which of them differs cannot be foreseen.
    isRepeat =
      length <= 8
        ? <bool>(<i32>isSameLength & <i32>isSameShort(above - shift, from, length))
        : isSameLength && isSameText(above - shift, from, length)
  }
  store<i32>(starts + cell, <i32>from + shift)
  store<i32>(ends + cell, <i32>to + shift)
  store<u8>(repeats + place, <u8>isRepeat)
}

function isOrdinary(row: i32, shift: i32): bool {
  if (numberColumn >= 0) {
    const cell: usize = 4 * (numberColumn * batchRows + row)
    const from = load<i32>(starts + cell)
    if (load<i32>(ends + cell) > from && <i32>load<u8>(from - shift) > lastNoLetter) return false
  }
  const from = load<i32>(starts + 4 * row)
  const length = load<i32>(ends + 4 * row) - from
  if (notFirstLength !== length) return true
  return memory.compare(from - shift, notFirst, length) !== 0
}
