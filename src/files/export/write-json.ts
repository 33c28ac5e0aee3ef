import type { CsvCell } from '../export-csv'
import { refuseRepeatedColumns } from './repeated-columns'
import type { NamedTable } from './table-format'

const rowsAPiece = 4000

/**
 * An array of one object a row, a row a line, keys in the order of the columns. Numbers in their
 * shortest round-trip form, missing as `null`, infinite as text. Written by hand: an object of the
 * language would reorder columns named by a number and lose one named `__proto__`. A table without
 * rows is `[]`.
 * @throws {FileError} `repeated_column`: a reader would keep one of the two
 */
export function* jsonPieces(table: NamedTable): Generator<string> {
  refuseRepeatedColumns(table, 'JSON')
  const keys = table.columns.map((name) => `${JSON.stringify(name)}:`)
  const { rows } = table
  const line = (row: readonly CsvCell[]) =>
    `{${keys.map((key, i) => key + jsonCell(row[i] ?? null)).join(',')}}`
  yield '['
  for (let at = 0; at < rows.length; at += rowsAPiece) {
    const lines = rows.slice(at, at + rowsAPiece).map(line)
    yield `${at === 0 ? '' : ','}\n${lines.join(',\n')}`
  }
  yield rows.length === 0 ? ']\n' : '\n]\n'
}

function jsonCell(cell: CsvCell): string {
  if (typeof cell !== 'number' || Number.isFinite(cell)) return JSON.stringify(cell)
  return Number.isNaN(cell) ? 'null' : `"${cell}"`
}
