import type { CsvCell } from '../export-csv'
import { FileError } from '../failure'
import { sheetName } from './sheet-name'
import type { NamedTable } from './table-format'
import { xlsxParts } from './xlsx-parts'
import { xlsxText } from './xlsx-text'
import { writeZip } from '../zip-writer'

/** What a sheet holds at most; rows with the header. Excel cuts or refuses what is more. */
const most = { rows: 1_048_576, columns: 16_384, signs: 32_767 } as const

const rowsAPiece = 2000

/**
 * A workbook of one sheet, piece by piece; equal tables give equal bytes. Text is text and never a
 * formula, also after a person edits the cell: it has the format Text. Numbers keep every digit; a
 * missing or empty cell is no cell. Infinite numbers, which a sheet has none of, are text.
 *
 * Written here because write-excel-file drops control signs and surrogates, keys its strings by an
 * object and needs the whole sheet in memory.
 * @throws {FileError} `xlsx_too_many_rows`, `xlsx_too_many_columns`, `xlsx_text_too_long`
 */
export async function* writeXlsx(table: NamedTable): AsyncGenerator<Uint8Array> {
  refuseSize(table)
  const parts = xlsxParts(sheetName(table.name)).map(({ name, text }) => ({
    name,
    pieces: () => [text],
  }))
  const sheet = { name: 'xl/worksheets/sheet1.xml', pieces: () => sheetPieces(table) }
  yield* writeZip([...parts, sheet])
}

const sheetStart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews><sheetData>'

function* sheetPieces({ name, columns, rows }: NamedTable): Generator<string> {
  const letters = columns.map((_, i) => columnLetters(i))
  const rowXml = (cells: readonly CsvCell[], row: number, style: string) => {
    const at = (column: number) => `${letters[column]}${row}`
    const xml = cells.map((cell, i) => cellXml(cell, { file: name, at: at(i), style }))
    return `<row r="${row}">${xml.join('')}</row>`
  }
  yield sheetStart + rowXml(columns, 1, headerStyle)
  for (let start = 0; start < rows.length; start += rowsAPiece)
    yield rows
      .slice(start, start + rowsAPiece)
      .map((row, i) => rowXml(row, start + i + 2, textStyle))
      .join('')
  yield '</sheetData></worksheet>'
}

/** Places in the list of styles of `xlsxParts`. */
const textStyle = '1'
const headerStyle = '2'

function cellXml(
  cell: CsvCell,
  { file, at, style }: { readonly file: string; readonly at: string; readonly style: string },
): string {
  if (cell === null || cell === '' || Number.isNaN(cell)) return ''
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${at}"><v>${cell}</v></c>`
  const text = String(cell)
  if (text.length > most.signs) throw textTooLong(file, at, text.length)
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`
}

/** 0 is A, 26 is AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

function refuseSize({ name, columns, rows }: NamedTable): void {
  const nRows = rows.length + 1
  if (nRows > most.rows)
    throw new FileError({
      code: 'xlsx_too_many_rows',
      message: `${name}: ${nRows} rows with the header; a sheet of a workbook has ${most.rows}.`,
      path: name,
      hint: 'Write it as CSV or Parquet.',
    })
  if (columns.length > most.columns)
    throw new FileError({
      code: 'xlsx_too_many_columns',
      message: `${name}: ${columns.length} columns; a sheet of a workbook has ${most.columns}.`,
      path: name,
      hint: 'Write it as CSV or Parquet.',
    })
}

function textTooLong(file: string, at: string, length: number): FileError {
  return new FileError({
    code: 'xlsx_text_too_long',
    message: `${file}: cell ${at} has ${length} characters; a cell of a workbook has ${most.signs}.`,
    path: `${file}:${at}`,
    hint: 'Write it as CSV or Parquet, which keep a text of any length.',
  })
}
