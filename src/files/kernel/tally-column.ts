import {
  asksAll,
  asksComma,
  asksNothing,
  asksPoint,
  limitColumn,
  meetNumber,
  meetText,
  refreshAsks,
  type ByteColumn,
} from './byte-column'
import { decimalsOf, plainKey, setOf, valueOf, wasSeen } from './plain-seen'
import { nFirstLevels } from '../../table/distinct-tally'
import { batchRows, type CellBatch } from './cell-batch'
import { tallyDirect } from './tally-direct'
import { codeOfCell } from './text-table'

const point = 46

/** Adds the cells of one slot of a batch to a column. */
export function tallyColumn(column: ByteColumn, batch: CellBatch, slot: number): void {
  limitColumn(column)
  if (column.isDirect) tallyDirect(column, batch, slot)
  else tallyKnown(column, batch, slot)
}

/**
 * Plain numbers are known by their digits, other texts by a table. What a known cell asks for besides
 * counting is nearly always nothing, or to be passed over by the sample: that is counted here too,
 * and told to the sample before anything else is.
 */
function tallyKnown(column: ByteColumn, batch: CellBatch, slot: number): void {
  refreshAsks(column)
  const { scanner, table, readsPlain, seen, plainCounts, plainAsks } = column
  const { view, nRows, digits, forms } = batch
  const { sample } = column.tally.numbers().point
  const from = slot * batchRows
  const starts = batch.starts.subarray(from, from + nRows)
  const ends = batch.ends.subarray(from, from + nRows)
  const repeats = batch.repeats.subarray(from, from + nRows)
  let { counts, asks } = column
  let leaves = leavesOf(column)
  let nKnown = table.size
  let wait = sample.wait()
  let nPassed = 0
  let key = -1
  let code = -1
  if (readsPlain) scanner.readDigits(batch, slot, point)
  for (let row = 0; row < nRows; row++) {
    let isNew = false
    if (repeats[row] === 0) {
      key = readsPlain ? plainKey(digits[row], forms[row]) : -1
      if (key === -1) {
        code = codeOfCell(table, view, starts[row], ends[row] - starts[row])
        isNew = code === nKnown
      } else {
        const isLeft = decimalsOf(setOf(key)) === 0 ? leaves.whole : leaves.fractions
        isNew = !wasSeen(seen, key) && !isLeft
      }
    }
    if (!isNew) {
      const set = setOf(key)
      const ask = key === -1 ? asks[code] : plainAsks[set]
      if (key === -1) counts[code]++
      else plainCounts[set]++
      if (ask === asksNothing) continue
      if (ask === asksPoint) {
        if (wait > 0) {
          wait--
          nPassed++
        } else {
          sample.skip(nPassed)
          sample.add(key === -1 ? (column.readings[code]?.point ?? NaN) : valueOf(key))
          nPassed = 0
          wait = sample.wait()
        }
        continue
      }
    }
    sample.skip(nPassed)
    nPassed = 0
    const cell = { start: starts[row], end: ends[row], line: batch.lines[row] }
    if (key !== -1) tellNumber(column, batch, { ...cell, key, isNew })
    else if (isNew) meetText(column, textAt(column, batch, cell), cell.line)
    else tellText(column, code, cell.line)
    nKnown = table.size
    counts = column.counts
    asks = column.asks
    wait = sample.wait()
    leaves = leavesOf(column)
  }
  sample.skip(nPassed)
}

/**
 * Which numbers are left to somebody else at their first sight: not those that are shown as the first
 * levels, nor the first fraction, which shows that the two decimal signs differ.
 */
function leavesOf({ leavesPlain, tally }: ByteColumn) {
  const whole = leavesPlain && tally.nDistinct() >= nFirstLevels
  return { whole, fractions: whole && tally.numbers().comma !== null }
}

type Cell = { readonly start: number; readonly end: number; readonly line: number }
type NumberCell = Cell & { readonly key: number; readonly isNew: boolean }

/** A plain number that is new, or asks for more than counting. */
function tellNumber(column: ByteColumn, batch: CellBatch, cell: NumberCell): void {
  const { plainAsks, plainCounts } = column
  const set = setOf(cell.key)
  if (!cell.isNew && plainAsks[set] !== asksAll) {
    sampleValues(column, plainAsks[set], { point: valueOf(cell.key), comma: valueOf(cell.key) })
    return
  }
  if (!cell.isNew) plainCounts[set]--
  meetNumber(column, textAt(column, batch, cell), cell.line)
}

/** A cell of a known text that asks for more than counting. */
function tellText(column: ByteColumn, code: number, line: number): void {
  const { tally, readings, texts, asks, counts } = column
  const reading = readings[code]
  if (asks[code] !== asksAll) {
    if (reading !== null) sampleValues(column, asks[code], reading)
    return
  }
  counts[code]--
  tally.add(texts[code], line)
  refreshAsks(column)
}

function sampleValues(
  { tally }: ByteColumn,
  asks: number,
  values: { readonly point: number | null; readonly comma: number | null },
): void {
  const { point, comma } = tally.numbers()
  if ((asks & asksPoint) !== 0 && values.point !== null) point.sample.add(values.point)
  if ((asks & asksComma) !== 0 && values.comma !== null) comma?.sample.add(values.comma)
}

function textAt(column: ByteColumn, { bytes }: CellBatch, { start, end }: Cell): string {
  return column.decode(bytes.subarray(start, end))
}
