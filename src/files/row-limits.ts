import { FileError } from './failure'
import type { RowBatch } from './read-rows'
import type { PendingRecord } from './split-records'

/** A line longer than this is no row of a table. */
export const maxRecordLength = 4_000_000
const maxColumns = 2000
export const maxCellLength = 32_767

/** @throws FileError where the record that is being read is longer than any may be. */
export function checkPending({ length, line }: PendingRecord, name: string): void {
  if (length > maxRecordLength) throw tooLong(name, line)
}

/** @throws FileError for a row with too many cells, or a cell with too many characters. */
export function checkRows(
  { rows, lines }: RowBatch,
  { name, textLength }: { readonly name: string; readonly textLength: number },
): void {
  if (rows.length !== lines.length) {
    throw new Error(`${name}: ${rows.length} rows from ${lines.length} records`)
  }
  rows.forEach((row, i) => {
    if (row.length > maxColumns) throw tooWide(name, lines[i], row.length)
  })
  // A text no longer than the limit has no longer cell.
  if (textLength <= maxCellLength) return
  rows.forEach((row, i) => {
    const cell = row.find((text) => text.length > maxCellLength)
    if (cell !== undefined) throw tooLongCell(name, lines[i], cell.length)
  })
}

function tooLong(name: string, line: number): FileError {
  return new FileError({
    code: 'line_too_long',
    message: `${name}: line ${line} is longer than ${maxRecordLength} characters.`,
    path: `${name}:${line}`,
    hint: 'Check that this is a table with one row a line.',
  })
}

function tooLongCell(name: string, line: number, length: number): FileError {
  return new FileError({
    code: 'cell_too_long',
    message: `${name}: a cell in the row on line ${line} has ${length} characters; the limit is ${maxCellLength}.`,
    path: `${name}:${line}`,
    hint: 'Shorten the text, or look for a missing quote before it.',
  })
}

function tooWide(name: string, line: number, nColumns: number): FileError {
  return new FileError({
    code: 'too_many_columns',
    message: `${name}: line ${line} has ${nColumns} columns; the limit is ${maxColumns}.`,
    path: `${name}:${line}`,
    hint: 'Check the delimiter, or keep only the columns that are needed.',
  })
}
