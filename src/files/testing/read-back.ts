import { parquetRead } from 'hyparquet'
import { readSheet } from 'read-excel-file/universal'
import { strFromU8, unzipSync } from 'fflate'
import type { CsvCell } from '../export-csv'
import { parseCsv } from '../parse-csv'
import type { NamedTable, TableFormat } from '../export/table-format'
import { writeTable } from '../export/write-table'

/** Header and rows, as a reader that is not ours finds them. */
export type ReadBack = readonly (readonly CsvCell[])[]

export async function bytesOf(
  table: NamedTable,
  format: TableFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of writeTable(table, format))
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece))
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

/** Writes a table and reads it with the libraries of others; texts of CSV after the dialect only. */
export async function readBack(table: NamedTable, format: TableFormat): Promise<ReadBack> {
  const bytes = await bytesOf(table, format)
  if (format === 'xlsx') return readWorkbook(bytes)
  if (format === 'parquet') return readParquet(bytes, table.columns)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (format === 'json') return readJson(text, table.columns)
  return parseCsv(text.replace(/^\ufeff/, ''))
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<ReadBack> {
  return (await readSheet(bytes.buffer, { trim: false })) as ReadBack
}

/** Texts whole: as it comes, the library takes a byte-order mark for no text. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const parsers = { stringFromBytes: (text: Uint8Array) => decoder.decode(text) }

/** As arrays: an object would lose a column named `__proto__`. */
async function readParquet(
  bytes: Uint8Array<ArrayBuffer>,
  columns: readonly string[],
): Promise<ReadBack> {
  const rows: CsvCell[][] = []
  await parquetRead({
    file: bytes.buffer,
    parsers,
    rowFormat: 'array',
    onComplete: (read: CsvCell[][]) => void rows.push(...read),
  })
  return [columns, ...rows]
}

function readJson(text: string, columns: readonly string[]): ReadBack {
  const objects: object[] = JSON.parse(text)
  return [columns, ...objects.map((row) => columns.map((name) => cellOf(row, name)))]
}

/** An own property: a column may be named `__proto__`. */
function cellOf(row: object, name: string): CsvCell {
  return Object.getOwnPropertyDescriptor(row, name)?.value ?? null
}

/** The XML of the one sheet of a workbook. */
export function sheetXml(workbook: Uint8Array): string {
  const sheet = unzipSync(workbook)['xl/worksheets/sheet1.xml']
  return strFromU8(sheet ?? new Uint8Array())
}
