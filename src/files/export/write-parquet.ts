import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { type CsvCell, csvText } from '../export-csv'
import { refuseRepeatedColumns } from './repeated-columns'
import type { NamedTable } from './table-format'

const rowsAGroup = 50_000

/**
 * A Parquet file (Snappy), a row group at a time. Every column may be missing. Numbers are DOUBLE,
 * also where all of them are whole: the schema then depends on the table and not on what one run put
 * into it. A column of booleans is BOOLEAN; text, a mixture, and a column that is missing throughout
 * are UTF-8 strings. NaN is missing, the sign of zero is no data, an empty text stays one. A lone
 * surrogate, which UTF-8 has none of, becomes U+FFFD.
 * @throws {FileError} `repeated_column`: readers find a column by its name
 */
export function* parquetPieces(table: NamedTable): Generator<Uint8Array> {
  refuseRepeatedColumns(table, 'Parquet')
  const { rows } = table
  const columns = table.columns.map((name, i) => ({ name, type: typeOf(rows, i) }))
  const schema = schemaFromColumnData({
    columnData: columns.map((column) => ({ ...column, data: [] })),
  })
  const writer = new ByteWriter()
  const file = new ParquetWriter({ writer, schema, createdBy: 'store-clustering' })
  for (let at = 0; at < rows.length; at += rowsAGroup) {
    const group = rows.slice(at, at + rowsAGroup)
    const columnData = columns.map(({ name, type }, i) => ({ name, data: dataOf(group, i, type) }))
    // In memory nothing is waited for.
    void file.write({ columnData, rowGroupSize: rowsAGroup })
    yield take(writer)
  }
  void file.finish()
  yield take(writer)
}

/** What was written since the last time; offsets in the file go on. */
function take(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

type ParquetType = 'DOUBLE' | 'BOOLEAN' | 'STRING'

function typeOf(rows: NamedTable['rows'], column: number): ParquetType {
  const kinds = new Set(rows.map((row) => typeof (row[column] ?? undefined)))
  kinds.delete('undefined')
  if (kinds.size !== 1) return 'STRING'
  return kinds.has('number') ? 'DOUBLE' : kinds.has('boolean') ? 'BOOLEAN' : 'STRING'
}

function dataOf(rows: NamedTable['rows'], column: number, type: ParquetType): CsvCell[] {
  const cellOf = type === 'STRING' ? textCell : plainCell
  return rows.map((row) => cellOf(row[column] ?? null))
}

function plainCell(cell: CsvCell): CsvCell {
  if (typeof cell !== 'number') return cell
  return Number.isNaN(cell) ? null : cell + 0
}

function textCell(cell: CsvCell): string | null {
  return cell === null || Number.isNaN(cell) ? null : csvText(cell)
}
