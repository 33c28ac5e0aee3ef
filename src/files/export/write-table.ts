import {
  type BinaryFormat,
  isBinaryFormat,
  type NamedTable,
  type TableFormat,
} from './table-format'
import { textPieces } from './text-pieces'
import { parquetPieces } from './write-parquet'
import { writeXlsx } from './write-xlsx'
import type { Piece } from '../zip-writer'

/** The bytes of a table in any format, piece by piece. @throws {FileError} what a format cannot hold */
export async function* writeTable(table: NamedTable, format: TableFormat): AsyncGenerator<Piece> {
  if (isBinaryFormat(format)) yield* writeBinaryTable(table, format)
  else yield* textPieces(table, format)
}

export async function* writeBinaryTable(
  table: NamedTable,
  format: BinaryFormat,
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') yield* writeXlsx(table)
  else yield* parquetPieces(table)
}
