import { growInts } from './grow'
import { batchRows, type CellBatch } from './cell-batch'
import { codeOfCell, createTextTable, type TextTable } from './text-table'

/** Codes of the texts of one column, each decoded once, at first sight. */
export type TextCodes = {
  readonly table: TextTable
  /** By code of the table: the code of the text. Bytes that are no UTF-8 may read as one text. */
  codes: Int32Array
  readonly texts: string[]
  readonly byText: Map<string, number>
  readonly decode: (bytes: Uint8Array) => string
}

export function createTextCodes(decode: (bytes: Uint8Array) => string): TextCodes {
  const table = createTextTable()
  return { table, codes: new Int32Array(256), texts: [], byText: new Map(), decode }
}

export function codeOfText({ texts, byText }: TextCodes, text: string): number {
  const known = byText.get(text)
  if (known !== undefined) return known
  byText.set(text, texts.length)
  return texts.push(text) - 1
}

/** The codes of one slot of a batch, -1 for an empty cell. */
export function codeColumn(
  column: TextCodes,
  batch: CellBatch,
  slot: number,
  codes: Int32Array,
): void {
  const { nRows } = batch
  const from = slot * batchRows
  const starts = batch.starts.subarray(from, from + nRows)
  const ends = batch.ends.subarray(from, from + nRows)
  const repeats = batch.repeats.subarray(from, from + nRows)
  let last = -1
  for (let row = 0; row < nRows; row++) {
    if (repeats[row] === 0) {
      const length = ends[row] - starts[row]
      last = length === 0 ? -1 : codeAt(column, batch, starts[row], length)
    }
    codes[row] = last
  }
}

/** The code of the text at a place of the bytes. */
export function codeAt(column: TextCodes, batch: CellBatch, start: number, length: number): number {
  const { table } = column
  const nKnown = table.size
  const code = codeOfCell(table, batch.view, start, length)
  if (code < nKnown) return column.codes[code]
  const text = column.decode(batch.bytes.subarray(start, start + length))
  column.codes = growInts(column.codes, table.size)
  column.codes[code] = codeOfText(column, text)
  return column.codes[code]
}
