import { growInts } from './grow'
import { batchRows, type CellBatch } from './split-bytes'
import {
  codeOfLong,
  codeOfShort,
  createTextTable,
  firstWord,
  isSameText,
  secondWord,
  type TextTable,
} from './text-table'

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

/** The codes of one slot of a batch, -1 for an empty cell. Equal neighbours are seen at a glance. */
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
  let lastFirst = 0
  let lastSecond = 0
  let lastLength = -1
  let lastStart = 0
  let last = -1
  let nKnown = table.size
  for (let row = 0; row < nRows; row++) {
    const start = starts[row]
    const length = ends[row] - start
    if (length <= 8) {
      const first = firstWord(view, start, length)
      const second = secondWord(view, start, length)
      if (length !== lastLength || first !== lastFirst || second !== lastSecond) {
        lastFirst = first
        lastSecond = second
        lastLength = length
        const code = length === 0 ? -1 : codeOfShort(table, first, second, length)
        last =
          code < nKnown
            ? code === -1
              ? -1
              : column.codes[code]
            : addText(column, batch, start, length)
        nKnown = table.size
      }
    } else if (length !== lastLength || !isSameText(view, start, lastStart, length)) {
      lastLength = length
      const code = codeOfLong(table, view, start, length)
      last = code < nKnown ? column.codes[code] : addText(column, batch, start, length)
      nKnown = table.size
    }
    lastStart = start
    codes[row] = last
  }
}

/** The code of the text that the table has just taken. */
function addText(column: TextCodes, batch: CellBatch, start: number, length: number): number {
  const text = column.decode(batch.bytes.subarray(start, start + length))
  const code = codeOfText(column, text)
  column.codes = growInts(column.codes, column.table.size)
  column.codes[column.table.size - 1] = code
  return code
}
