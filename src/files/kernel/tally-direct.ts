import { readCell } from '../../table/read-cell'
import type { ByteColumn } from './byte-column'
import { batchRows, type CellBatch } from './split-bytes'

const whole = readCell('1')
const fraction = readCell('1.5')

const minus = 45
const point = 46
const zero = 48
const nine = 57
const maxDigits = 15
const tens = Float64Array.from({ length: maxDigits + 1 }, (_, i) => Number(`1e${i}`))

/**
 * Adds cells to a column that has too many distinct texts for a table of them. Plain numbers are read
 * from their bytes, once no further text would be counted as distinct; any other cell as text.
 */
export function tallyDirect(column: ByteColumn, batch: CellBatch, slot: number): void {
  const { tally } = column
  const { bytes, nRows, lines } = batch
  const offset = slot * batchRows
  const isPlain = column.readsPlain && tally.isOver()
  let nEmpty = 0
  let nWhole = 0
  let nFraction = 0
  for (let row = 0; row < nRows; row++) {
    const start = batch.starts[offset + row]
    const end = batch.ends[offset + row]
    const nDecimals = isPlain ? countDecimals(bytes, start, end) : -1
    if (start === end) nEmpty++
    else if (nDecimals === 0) {
      addNumber(column, valueOf(bytes, start, end), 0)
      nWhole++
    } else if (nDecimals > 0 && tally.numbers().comma?.isFull() === true) {
      addNumber(column, valueOf(bytes, start, end), nDecimals)
      nFraction++
    } else addText(column, column.decode(bytes.subarray(start, end)), lines[row])
  }
  if (nEmpty > 0) tally.addMissing('', nEmpty)
  if (nWhole > 0) tally.count(whole, '', nWhole)
  if (nFraction > 0) tally.count(fraction, '', nFraction)
}

function addNumber({ tally }: ByteColumn, value: number, decimals: number): void {
  const numbers = tally.numbers()
  numbers.point.add(value, decimals)
  if (decimals === 0) numbers.comma?.add(value, 0)
  else numbers.comma?.rejectAgain(1)
}

function addText({ tally, isNull }: ByteColumn, text: string, line: number): void {
  if (isNull(text)) tally.addMissing(text)
  else tally.add(text, line)
}

/**
 * Digits after the point of a plain number that reads the same as any other with as many; -1 for
 * what has to be looked at: 007, three digits that may be a group, more digits than a double holds.
 */
function countDecimals(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] === minus ? start + 1 : start
  const length = end - first
  if (length < 1 || length > maxDigits) return -1
  let pointAt = -1
  for (let at = first; at < end; at++) {
    if (bytes[at] >= zero && bytes[at] <= nine) continue
    if (bytes[at] !== point || pointAt !== -1 || at === first || at === end - 1) return -1
    pointAt = at
  }
  if (pointAt === -1) return length > 1 && bytes[first] === zero ? -1 : 0
  const nDecimals = end - 1 - pointAt
  return nDecimals === 3 ? -1 : nDecimals
}

/** Of a plain number of at most 15 digits: exact, as one division of two exact numbers is. */
function valueOf(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0
  let nDecimals = -1
  for (let at = bytes[start] === minus ? start + 1 : start; at < end; at++) {
    if (bytes[at] === point) nDecimals = 0
    else {
      digits = 10 * digits + (bytes[at] - zero)
      if (nDecimals >= 0) nDecimals++
    }
  }
  const value = digits / tens[Math.max(0, nDecimals)]
  return bytes[start] === minus ? 0 - value : value
}
