import { parquetReadObjects } from 'hyparquet'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/universal'

export type ExportedRows = readonly (readonly string[])[]

/** Header and rows of an exported file, every cell as its CSV has it. */
export async function exportedRows(name: string, bytes: Buffer): Promise<ExportedRows> {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  if (ending === 'xlsx') return workbookRows(bytes)
  if (ending === 'parquet') return objectRows(await parquetReadObjects({ file: bufferOf(bytes) }))
  if (ending === 'json') return objectRows(JSON.parse(bytes.toString('utf8')))
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return Papa.parse<string[]>(text.trimEnd(), { header: false }).data
}

async function workbookRows(bytes: Buffer): Promise<ExportedRows> {
  const rows = await readSheet(bufferOf(bytes), { trim: false })
  const width = rows[0]?.length ?? 0
  return rows.map((row) => Array.from({ length: width }, (_, i) => csvCell(row[i])))
}

function objectRows(objects: readonly object[]): ExportedRows {
  const header = Object.keys(objects[0] ?? {})
  return [header, ...objects.map((row) => Object.values(row).map(csvCell))]
}

function csvCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

function bufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
