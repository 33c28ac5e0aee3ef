import { isSummaryRow } from '../is-summary-row'
import { batchRows, type CellBatch } from './cell-batch'

/** Whether a row of a batch, whose slots are the columns, may be a total: see `isSummaryRow`. */
export function hasSummary(
  batch: CellBatch,
  nColumns: number,
  decode: (bytes: Uint8Array) => string,
): boolean {
  for (let row = 0; row < batch.nRows; row++)
    if (isSummaryAt(batch, row, { nColumns, decode })) return true
  return false
}

type Texts = { readonly nColumns: number; readonly decode: (bytes: Uint8Array) => string }

function isSummaryAt(
  { bytes, starts, ends }: CellBatch,
  row: number,
  { nColumns, decode }: Texts,
): boolean {
  for (let slot = 0; slot < nColumns; slot++) {
    const at = slot * batchRows + row
    const first = bytes[starts[at]]
    if (starts[at] === ends[at]) continue
    // Neither a blank nor a letter: most rows begin with a digit.
    if (first > 32 && first <= 64) return false
    const text = decode(bytes.subarray(starts[at], ends[at]))
    if (text.trim() !== '') return isSummaryRow([text])
  }
  return false
}
