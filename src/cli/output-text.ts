import { FileError } from '../files/failure'
import { exportCsv } from '../files/export-csv'
import { isBinaryFormat } from '../files/export/table-format'
import { writeTable } from '../files/export/write-table'
import type { Piece } from '../files/zip-writer'
import type { OutputFile, TableFile } from '../runs/outputs/output-file'
import { InputError, usageError } from './input-error'

export type TextFormat = 'csv' | 'json'
export type Format = TextFormat | 'xlsx' | 'parquet'

export const formats: readonly Format[] = ['csv', 'xlsx', 'json', 'parquet']

/** @throws {InputError} for a format that is not text */
export function readTextFormat(text: string | undefined): TextFormat {
  if (text === undefined || text === 'csv') return 'csv'
  if (text === 'json') return 'json'
  throw usageError(`--format is "${text}".`, 'Write csv or json.')
}

/** @throws {InputError} for a format that is not written here */
export function readFormat(text = 'csv'): Format {
  const format = formats.find((known) => known === text)
  if (format !== undefined) return format
  throw usageError(`--format is "${text}".`, 'Write csv, xlsx, json or parquet.')
}

/** CSV for tools: RFC 4180, CRLF, no byte-order mark. */
export function csvOf({ columns, rows }: TableFile): string {
  return exportCsv(columns, rows)
}

/**
 * The bytes of a file. A text, such as run.json, is the same in every format.
 * @throws {InputError} what a format cannot hold: a text too long for a workbook ...
 */
export async function* outputPieces(file: OutputFile, format: Format): AsyncGenerator<Piece> {
  if (file.kind === 'text') return yield file.text
  try {
    yield* writeTable(file, format)
  } catch (error) {
    throw error instanceof FileError ? new InputError([error.failure]) : error
  }
}

/** @throws {InputError} for the value of an asset that is no table, such as a model, in a table's format */
export function refuseBinaryText(asset: string, file: OutputFile, format: Format): void {
  if (file.kind === 'table' || !isBinaryFormat(format)) return
  throw usageError(
    `${asset} is a model or a report, which is written as JSON only, and --format is ${format}.`,
    'Leave --format out, or write --format json.',
  )
}
