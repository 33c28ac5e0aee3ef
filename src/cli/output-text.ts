import { exportCsv } from '../files/export-csv'
import type { Cell, OutputFile, TableFile } from '../runs/outputs/output-file'
import { usageError } from './input-error'

export type Format = 'csv' | 'json'

/** @throws {InputError} for a format that is not written here */
export function readFormat(text: string | undefined): Format {
  if (text === undefined || text === 'csv') return 'csv'
  if (text === 'json') return 'json'
  throw usageError(`--format is "${text}".`, 'Write csv or json.')
}

/** A file as text: CSV for tools (RFC 4180, CRLF, no BOM), or one JSON object a row. */
export function outputText(file: OutputFile, format: Format): string {
  if (file.kind === 'text') return file.text
  return format === 'json' ? tableJson(file) : exportCsv(file.columns, file.rows)
}

function tableJson({ columns, rows }: TableFile): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column, jsonCell(row[i] ?? null)])),
  )
  return `${JSON.stringify(objects, null, 2)}\n`
}

/** What JSON has no number for is missing. */
function jsonCell(cell: Cell): Cell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell
}
