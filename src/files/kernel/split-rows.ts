import type { ByteWindow } from './byte-pieces'
import { batchRows, type CellBatch } from './cell-batch'
import {
  delimiter,
  endOfLine,
  lastNoLetter,
  maxCellLength,
  other,
  plain,
  quote,
  returnSign,
  type CellLayout,
  type Ordinary,
} from './cell-layout'
import { isSameText } from './text-words'

/** Why a scan stopped: the batch is full, a record is not whole yet, or is for the general reader. */
export type Stop = 'full' | 'starved' | 'odd'

/**
 * Adds the records of a window to a batch. Takes cells without quotes and cells that are quoted as a
 * whole with no quote or line end inside; it stops at any other record. Blank lines are no rows.
 */
export function splitRows(window: ByteWindow, layout: CellLayout, batch: CellBatch): Stop {
  const { bytes, view, end } = window
  const { kinds, slots, minCells, maxCells, ordinary } = layout
  const { starts, ends, repeats, lines } = batch
  const nColumns = slots.length
  const limit = Math.min(end, layout.until - window.offset)
  let { at, line } = window
  let row = batch.nRows
  let stop: Stop = 'full'
  while (row < batchRows) {
    stop = 'starved'
    if (at >= limit) break
    let column = 0
    let next = at
    let kind = delimiter
    while (kind === delimiter) {
      const start = next
      const slot = column < nColumns ? slots[column] : -1
      const place = slot * batchRows + row
      column++
      if (slot >= 0 && row > 0) {
        // A cell like the one above is passed by words of bytes, not sign by sign.
        const above = starts[place - 1]
        const endAbove = ends[place - 1]
        const length = endAbove - above
        const behind = start + length
        // Behind a cell that was not quoted is what ended it, and ends this one as well.
        if (
          behind < end &&
          bytes[behind] === bytes[endAbove] &&
          bytes[behind] !== quoteSign &&
          isSameText(view, above, start, length)
        ) {
          kind = kinds[bytes[behind]]
          next = behind
          starts[place] = start
          ends[place] = next
          repeats[place] = 1
          if (kind === delimiter) next++
          continue
        }
      }
      kind = kinds[bytes[next]]
      if (kind === quote) {
        next++
        kind = kinds[bytes[next]]
        while (kind < endOfLine) kind = kinds[bytes[++next]]
        // What follows the quote ends the cell, or the record is odd.
        if (kind === quote) kind = kinds[bytes[next + 1]]
        else if (kind !== other) kind = quote
        if (kind === plain) kind = quote
        if (slot >= 0) {
          starts[place] = start + 1
          ends[place] = next
          repeats[place] = 0
        }
        next++
      } else {
        while (kind === plain) kind = kinds[bytes[++next]]
        if (slot >= 0) {
          starts[place] = start
          ends[place] = next
          repeats[place] = 0
        }
      }
      if (kind === delimiter) next++
    }
    if (kind === other && next >= end) break
    if (kind === returnSign && next + 1 >= end) break
    const isOdd = kind > returnSign || column < minCells || column > maxCells
    const isBlank = next === at && kind <= returnSign
    if (!isBlank || ordinary !== null) {
      stop = 'odd'
      if (isBlank || isOdd || next - at > maxCellLength) break
      if (ordinary !== null && !isOrdinary(ordinary, batch, bytes, row)) break
      lines[row++] = line
    }
    line++
    at = kind === returnSign && bytes[next + 1] === 10 ? next + 2 : next + 1
    stop = 'full'
  }
  window.at = at
  window.line = line
  batch.nRows = row
  batch.bytes = bytes
  batch.view = view
  return stop
}

/** The cells of the row are in the batch already, in the slots of their columns. */
function isOrdinary(
  { notFirst, numberColumn }: Ordinary,
  { starts, ends }: CellBatch,
  bytes: Uint8Array,
  row: number,
): boolean {
  if (numberColumn >= 0) {
    const at = numberColumn * batchRows + row
    if (ends[at] > starts[at] && bytes[starts[at]] > lastNoLetter) return false
  }
  if (notFirst === null || ends[row] - starts[row] !== notFirst.length) return true
  for (let i = 0; i < notFirst.length; i++) if (bytes[starts[row] + i] !== notFirst[i]) return true
  return false
}

const quoteSign = 34
