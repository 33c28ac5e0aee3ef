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
import { likelyKey, plainKey, setOf, valueOf, wasSeen } from './plain-seen'
import { batchRows, type CellBatch } from './split-bytes'
import { tallyDirect } from './tally-direct'
import { codeOfBytes, giveCode, newCode } from './text-table'

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
  const { table, readsPlain, seen, plainCounts, plainAsks, shape } = column
  const { bytes, view, nRows } = batch
  const { sample } = column.tally.numbers().point
  const starts = batch.starts.subarray(slot * batchRows, slot * batchRows + nRows)
  const ends = batch.ends.subarray(slot * batchRows, slot * batchRows + nRows)
  let { counts, asks } = column
  let wait = sample.wait()
  let nPassed = 0
  let lastStart = -1
  let key = -1
  let code = -1
  for (let row = 0; row < nRows; row++) {
    const start = starts[row]
    const end = ends[row]
    let isNew = false
    // A repeated cell stands where its first is.
    if (start !== lastStart || start === end) {
      lastStart = start
      key = -1
      if (readsPlain) {
        key = likelyKey(view, start, end, shape)
        if (key === -1) key = plainKey(bytes, start, end, shape)
      }
      if (key !== -1) isNew = !wasSeen(seen, key)
      else {
        code = codeOfBytes(table, view, start, end - start)
        isNew = code === newCode
        if (isNew) {
          code = column.texts.length
          giveCode(table, code)
        }
      }
    }
    let ask = asksAll
    if (key !== -1) {
      ask = plainAsks[setOf(key)]
      if (!isNew) plainCounts[setOf(key)]++
    } else if (!isNew) {
      ask = asks[code]
      counts[code]++
    }
    if (!isNew) {
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
    const cell = { start, end, line: batch.lines[row] }
    if (key !== -1) tellNumber(column, batch, { ...cell, key, isNew })
    else if (isNew) meetText(column, textAt(column, batch, cell), cell.line)
    else tellText(column, code, cell.line)
    counts = column.counts
    asks = column.asks
    wait = sample.wait()
  }
  sample.skip(nPassed)
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
