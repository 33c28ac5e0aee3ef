import type { ByteWindow } from './byte-pieces'
import { findSign } from './find-sign'

/** Rows of cells as places in the bytes of a window; one batch is filled again and again. */
export type CellBatch = {
  bytes: Uint8Array<ArrayBuffer>
  view: DataView
  nRows: number
  /** Where the cell of a row begins and ends: index slot x `batchRows` + row. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The 1-based line on which a row starts. */
  readonly lines: Float64Array
  /** By slot: cells that repeat the one above them. */
  readonly nRepeats: Int32Array
}

/** So few that places, cells and tables of texts stay in the cache together. */
export const batchRows = 4096

export type CellLayout = {
  /** What a byte is to the scan, of 256. */
  readonly kinds: Uint8Array
  /** The delimiter, as a word of four: see `findSign`. */
  readonly sign: number
  /** Per column of the file where its cells go, -1 for a column that nobody asks for. */
  readonly slots: Int16Array
  readonly nSlots: number
  /** A row with fewer or more cells is left to the general reader. */
  readonly minCells: number
  readonly maxCells: number
  /** Where in the file a record may begin at the latest, that offset not among them. */
  readonly until: number
  /** What else makes a row odd, a blank line among it; null where nothing does. */
  readonly ordinary: {
    /** The first cell is not this text. */
    readonly notFirst: Uint8Array | null
    /** The cell here does not begin with a letter; -1 where any cell may. */
    readonly numberColumn: number
  } | null
}

type Ordinary = NonNullable<CellLayout['ordinary']>

/** Why a scan stopped: the batch is full, a record is not whole yet, or is for the general reader. */
export type Stop = 'full' | 'starved' | 'odd'

export function createBatch({ bytes, view }: ByteWindow, nSlots: number): CellBatch {
  const starts = new Int32Array(nSlots * batchRows)
  const ends = new Int32Array(nSlots * batchRows)
  const lines = new Float64Array(batchRows)
  return { bytes, view, nRows: 0, starts, ends, lines, nRepeats: new Int32Array(nSlots) }
}

const plain = 0
const delimiter = 1
const lineFeed = 2
const carriageReturn = 3
const quote = 4
const quoteSign = 34
const other = 5
const tab = 9

export function kindsOfBytes(sign: string): Uint8Array {
  const kinds = new Uint8Array(256)
  kinds[sign.charCodeAt(0)] = delimiter
  kinds[10] = lineFeed
  kinds[13] = carriageReturn
  kinds[34] = quote
  // Signs of control are counted; the first of them also stands behind the end of the bytes.
  for (let code = 0; code < 32; code++)
    if (kinds[code] === plain && code !== tab) kinds[code] = other
  return kinds
}

/**
 * Adds the records of a window to a batch. Takes cells without quotes and cells that are quoted as a
 * whole with no quote or line end inside; it stops at any other record. Blank lines are no rows.
 *
 * A cell that repeats the one above it gets the place of that one: it is not scanned, and whoever
 * reads the batch sees by one comparison that nothing is new. Columns of stores and categories are
 * mostly so.
 */
export function splitRows(window: ByteWindow, layout: CellLayout, batch: CellBatch): Stop {
  const { bytes, view, end } = window
  const { kinds, sign, slots, minCells, maxCells, ordinary } = layout
  const { starts, ends, lines, nRepeats } = batch
  const nColumns = slots.length
  const limit = Math.min(end, layout.until - window.offset)
  let { at, line } = window
  let row = batch.nRows
  let stop: Stop = 'full'
  if (row === 0) nRepeats.fill(0)
  while (row < batchRows) {
    stop = 'starved'
    if (at >= limit) break
    let column = 0
    let next = at
    let kind = delimiter
    while (kind === delimiter) {
      const slot = column < nColumns ? slots[column] : -1
      const place = slot * batchRows + row
      column++
      if (slot >= 0 && row > 0 && (row < nTried || nRepeats[slot] > fewRepeats)) {
        const above = starts[place - 1]
        const stopAt = ends[place - 1]
        const start = bytes[next] === quoteSign ? next + 1 : next
        const stopNext = start + stopAt - above + (start - next)
        if (stopNext < end && repeats(view, start, above, stopNext - start)) {
          starts[place] = above
          ends[place] = stopAt
          nRepeats[slot]++
          kind = kinds[bytes[stopNext]]
          next = kind === delimiter ? stopNext + 1 : stopNext
          continue
        }
      }
      let start = next
      next = findSign(view, next, sign)
      kind = kinds[bytes[next]]
      while (kind === plain) {
        next = findSign(view, next + 1, sign)
        kind = kinds[bytes[next]]
      }
      let stopAt = next
      if (kind === quote && next === start) {
        start++
        kind = kinds[bytes[++next]]
        while (kind < lineFeed) kind = kinds[bytes[++next]]
        // What follows the quote ends the cell, or the record is odd.
        if (kind === quote) kind = kinds[bytes[next + 1]]
        else if (kind !== other) kind = quote
        if (kind === plain) kind = quote
        stopAt = next++
      }
      if (slot >= 0) {
        starts[place] = start
        ends[place] = stopAt
      }
      if (kind === delimiter) next++
    }
    if (kind === other && next >= end) break
    if (kind === carriageReturn && next + 1 >= end) break
    const isOdd = kind > carriageReturn || column < minCells || column > maxCells
    const isBlank = next === at && kind <= carriageReturn
    if (!isBlank || ordinary !== null) {
      stop = 'odd'
      if (isBlank || isOdd || next - at > maxCellLength) break
      if (ordinary !== null && !isOrdinary(ordinary, batch, bytes, row)) break
      lines[row++] = line
    }
    line++
    at = kind === carriageReturn && bytes[next + 1] === 10 ? next + 2 : next + 1
    stop = 'full'
  }
  window.at = at
  window.line = line
  batch.nRows = row
  batch.bytes = bytes
  batch.view = window.view
  return stop
}

/** So many rows of a batch are looked at before it is known which columns repeat themselves. */
const nTried = 64
const fewRepeats = 16

/**
 * Whether `length` bytes and the one that ends them stand at both places, at least four in all. The
 * last ones are compared first: ids differ there.
 */
function repeats(view: DataView, a: number, b: number, length: number): boolean {
  const last = length - 3
  if (last < 0) return false
  if (view.getInt32(a + last, true) !== view.getInt32(b + last, true)) return false
  for (let i = 0; i < last; i += 4)
    if (view.getInt32(a + i, true) !== view.getInt32(b + i, true)) return false
  return true
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

/** Letters come behind it, and all signs beyond ASCII. */
const lastNoLetter = 64
/** A longer record may have a cell that is too long: the general reader tells. */
const maxCellLength = 32_767
