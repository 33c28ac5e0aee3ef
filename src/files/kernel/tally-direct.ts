import { readCell } from '../../table/read-cell'
import type { ByteColumn } from './byte-column'
import { batchRows, type CellBatch } from './cell-batch'
import { decimalsBits, maxPlainLength, minusBit, notPlain, zeroBit } from './read-digits'

const whole = readCell('1')
const fraction = readCell('1.5')

const point = 46
const tens = Float64Array.from({ length: maxPlainLength + 1 }, (_, i) => Number(`1e${i}`))

/**
 * Adds cells to a column that has too many distinct texts for a table of them. Plain numbers are read
 * from their bytes, once no further text would be counted as distinct; any other cell as text.
 */
export function tallyDirect(column: ByteColumn, batch: CellBatch, slot: number): void {
  const { tally } = column
  const { bytes, nRows, lines, digits, forms } = batch
  const offset = slot * batchRows
  const isPlain = column.readsPlain && tally.isOver()
  let nEmpty = 0
  let nWhole = 0
  let nFraction = 0
  if (isPlain) column.scanner.readDigits(batch, slot, point)
  for (let row = 0; row < nRows; row++) {
    const start = batch.starts[offset + row]
    const end = batch.ends[offset + row]
    const nDecimals = isPlain ? decimalsOf(forms[row]) : -1
    if (start === end) nEmpty++
    else if (nDecimals === 0) {
      addNumber(column, valueOf(digits[row], forms[row]), 0)
      nWhole++
    } else if (nDecimals > 0 && tally.numbers().comma?.isFull() === true) {
      addNumber(column, valueOf(digits[row], forms[row]), nDecimals)
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
 * Digits after the point of a number that reads the same as any other with as many; -1 for what has
 * to be looked at: 007, three digits that may be a group, what is not plain.
 */
function decimalsOf(form: number): number {
  const nDecimals = form & decimalsBits
  const isSpecial = form === notPlain || nDecimals === 3
  return isSpecial || (nDecimals === 0 && (form & zeroBit) !== 0) ? -1 : nDecimals
}

/** Exact, as one division of two exact numbers is. */
function valueOf(digits: number, form: number): number {
  const value = digits / tens[form & decimalsBits]
  return (form & minusBit) === 0 ? value : 0 - value
}
