import type { ByteWindow } from './byte-pieces'

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
}

/** So few that places, cells and tables of texts stay in the cache together. */
export const batchRows = 4096

export type CellLayout = {
  /** What a byte is to the scan, of 256. */
  readonly kinds: Uint8Array
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
  return { bytes, view, nRows: 0, starts, ends, lines: new Float64Array(batchRows) }
}

const plain = 0
const delimiter = 1
const lineFeed = 2
const carriageReturn = 3
const quote = 4
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
 */
export function splitRows(window: ByteWindow, layout: CellLayout, batch: CellBatch): Stop {
  const { bytes, end } = window
  const { kinds, slots, minCells, maxCells, ordinary } = layout
  const { starts, ends, lines } = batch
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
      let start = next
      kind = kinds[bytes[next]]
      if (kind === quote) {
        start++
        next++
        kind = kinds[bytes[next]]
        while (kind < lineFeed) kind = kinds[bytes[++next]]
        // What follows the quote ends the cell, or the record is odd.
        if (kind === quote) kind = kinds[bytes[next + 1]]
        else if (kind !== other) kind = quote
        if (kind === plain) kind = quote
        if (column < nColumns && slots[column] >= 0) {
          starts[slots[column] * batchRows + row] = start
          ends[slots[column] * batchRows + row] = next
        }
        next++
      } else {
        while (kind === plain) kind = kinds[bytes[++next]]
        if (column < nColumns && slots[column] >= 0) {
          starts[slots[column] * batchRows + row] = start
          ends[slots[column] * batchRows + row] = next
        }
      }
      column++
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
