import { csvPieces } from '../export-csv'
import type { NamedTable, TextFormat } from './table-format'
import { jsonPieces } from './write-json'

/** A table as text, piece by piece: no text is longer than a few thousand rows. */
export function textPieces(table: NamedTable, format: TextFormat): Iterable<string> {
  if (format === 'json') return jsonPieces(table)
  return csvPieces(table.columns, table.rows, format === 'csv' ? 'tools' : 'excel')
}
