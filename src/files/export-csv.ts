import { escapeFormulas } from './export/excel-text'

/** `null` and NaN are written empty; numbers in their shortest round-trip form. */
export type CsvCell = string | number | boolean | null

/**
 * `tools`: RFC 4180, CRLF, UTF-8 without a mark, every byte of a text kept. `excel`: with a mark,
 * and text that a spreadsheet would take for a formula gets a leading apostrophe; numbers never do.
 * The first name of an Excel header is in quotes that it does not need: so `isExcelCsv` knows the
 * files from which the apostrophes may be taken off.
 */
export type CsvKind = 'tools' | 'excel'

const rowsAPiece = 4000

/** A whole CSV file as text: the header and every row, each ended by CRLF. */
export function exportCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  kind: CsvKind = 'tools',
): string {
  return [...csvPieces(columns, rows, kind)].join('')
}

/** The same, some thousand rows at a time. */
export function* csvPieces(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  kind: CsvKind = 'tools',
): Generator<string> {
  yield kind === 'tools' ? csvLine(columns) : excelHeader(columns)
  for (let at = 0; at < rows.length; at += rowsAPiece)
    yield rows
      .slice(at, at + rowsAPiece)
      .map((row) => csvLine(row, kind))
      .join('')
}

/** A byte-order mark, without which Excel reads an old code page, and the sign of this program. */
function excelHeader(columns: readonly string[]): string {
  const line = csvLine(columns, 'excel')
  const [first = ''] = columns
  const cell = csvCell(first, 'excel')
  const isQuoted = cell.startsWith('"') || line.startsWith('"')
  return `\ufeff${isQuoted ? line : `"${cell}"${line.slice(cell.length)}`}`
}

/**
 * Whether a text without its mark begins as `exportCsv` begins a file for Excel: the first name alone
 * is in quotes that it does not need. Where other tools quote, they quote all names. The text may
 * end within the header.
 */
export function isExcelCsv(text: string): boolean {
  const first = /^"([^"\r\n]*)"(?=,|\r\n)/.exec(text)
  if (first?.[1] === undefined || quoteCell(first[1]) !== first[1]) return false
  const next = /,(?:"((?:[^"]|"")*)"|[^",\r\n]*)(?=,|\r\n)/y
  next.lastIndex = first[0].length
  let end = next.lastIndex
  for (let cell = next.exec(text); cell !== null; cell = next.exec(text)) {
    end = next.lastIndex
    const name = cell[1]?.replaceAll('""', '"')
    if (name !== undefined && quoteCell(name) === name) return false
  }
  // A name that is cut off with the text.
  return (
    text.startsWith('\r\n', end) || /^,(?:"(?:[^"]|"")*"?|[^",\r\n]*)\r?$/.test(text.slice(end))
  )
}

/** One row, ended by CRLF. A lone empty cell is quoted: an empty line would be no row. */
export function csvLine(cells: readonly CsvCell[], kind: CsvKind = 'tools'): string {
  const line = cells.map((cell) => csvCell(cell, kind)).join(',')
  return `${line === '' ? '""' : line}\r\n`
}

/** What a cell says, before quotes: empty for null and NaN. The sign of zero is no data. */
export function csvText(cell: CsvCell): string {
  return cell === null || Number.isNaN(cell) ? '' : String(cell)
}

function csvCell(cell: CsvCell, kind: CsvKind): string {
  if (typeof cell !== 'string') return csvText(cell)
  return quoteCell(kind === 'excel' ? escapeFormulas(cell) : cell)
}

/** Quotes also for blanks at the edges, which some readers trim, and for a byte-order mark. */
function quoteCell(text: string): string {
  return /[",\r\n\ufeff]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
