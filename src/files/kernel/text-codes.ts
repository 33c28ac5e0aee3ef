import { batchRows, type CellBatch } from './split-bytes'
import { codeOfBytes, createTextTable, giveCode, newCode, type TextTable } from './text-table'

/** Codes 0, 1, 2 ... of the texts of one column, each decoded once, at first sight. */
export type TextCodes = {
  readonly table: TextTable
  readonly texts: string[]
  /** Bytes that are no UTF-8 may read as a text that is known. */
  readonly byText: Map<string, number>
  readonly decode: (bytes: Uint8Array) => string
}

export function createTextCodes(decode: (bytes: Uint8Array) => string): TextCodes {
  return { table: createTextTable(), texts: [], byText: new Map(), decode }
}

export function codeOfText({ texts, byText }: TextCodes, text: string): number {
  const known = byText.get(text)
  if (known !== undefined) return known
  byText.set(text, texts.length)
  return texts.push(text) - 1
}

/** The codes of one slot of a batch, -1 for an empty cell. A repeated cell stands where its first is. */
export function codeColumn(
  column: TextCodes,
  batch: CellBatch,
  slot: number,
  codes: Int32Array,
): void {
  const { table } = column
  const { view, nRows } = batch
  const starts = batch.starts.subarray(slot * batchRows, slot * batchRows + nRows)
  const ends = batch.ends.subarray(slot * batchRows, slot * batchRows + nRows)
  let lastStart = -1
  let last = -1
  for (let row = 0; row < nRows; row++) {
    const start = starts[row]
    const length = ends[row] - start
    if (start !== lastStart) {
      last = length === 0 ? -1 : codeOfBytes(table, view, start, length)
      if (last === newCode) last = addText(column, batch, start, length)
      lastStart = start
    }
    codes[row] = last
  }
}

/** The code of the text that the table has just taken. */
function addText(column: TextCodes, batch: CellBatch, start: number, length: number): number {
  const code = codeOfText(column, column.decode(batch.bytes.subarray(start, start + length)))
  giveCode(column.table, code)
  return code
}
