import type { ByteWindow } from './byte-pieces'

/**
 * Rows of cells as places in the bytes of a window; one batch is filled again and again. What is kept
 * for a cell is at index slot x `batchRows` + row.
 */
export type CellBatch = {
  bytes: Uint8Array<ArrayBuffer>
  view: DataView
  nRows: number
  /** Where a cell begins and ends. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 where a cell has the same bytes as the one above it; 0 in the first row. */
  readonly repeats: Uint8Array
  /** By row: the 1-based line on which it starts. */
  readonly lines: Float64Array
  /** By row, of the one slot whose numbers were read last: see `readDigits`. */
  readonly digits: Float64Array
  readonly forms: Uint8Array
}

/** So few that places, cells and tables of texts stay in the cache together. */
export const batchRows = 2048

export function createBatch({ bytes, view }: ByteWindow, nSlots: number): CellBatch {
  const nCells = nSlots * batchRows
  return {
    bytes,
    view,
    nRows: 0,
    starts: new Int32Array(nCells),
    ends: new Int32Array(nCells),
    repeats: new Uint8Array(nCells),
    lines: new Float64Array(batchRows),
    digits: new Float64Array(batchRows),
    forms: new Uint8Array(batchRows),
  }
}
