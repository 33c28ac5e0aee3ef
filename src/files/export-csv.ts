/** `null` and NaN are written empty; numbers in their shortest round-trip form. */
export type CsvCell = string | number | boolean | null

/**
 * `tools`: RFC 4180, CRLF, UTF-8 without a mark, every byte of a text kept. `excel`: with a mark,
 * and text that a spreadsheet would take for a formula gets a leading apostrophe; numbers never do.
 */
export type CsvKind = 'tools' | 'excel'

/** A whole CSV file as text: the header and every row, each ended by CRLF. */
export function exportCsv(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  kind: CsvKind = 'tools',
): string {
  const lines = [csvLine(columns, kind)]
  for (const row of rows) lines.push(csvLine(row, kind))
  return (kind === 'excel' ? '\ufeff' : '') + lines.join('')
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
  return quoteCell(kind === 'excel' && isFormulaLike(cell) ? `'${cell}` : cell)
}

/** Quotes also for blanks at the edges, which some readers trim, and for a byte-order mark. */
function quoteCell(text: string): string {
  return /[",\r\n\ufeff]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A formula sign (also full-width), TAB, CR or NUL at the start, after any blanks (OWASP ASVS 1.2.10). */
function isFormulaLike(text: string): boolean {
  const visible = text.replaceAll('\0', '').replace(/^[\s\u200b\ufeff]+/, '')
  return (
    /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(visible) ||
    /^[\t\r]/.test(text) ||
    text.startsWith('\0')
  )
}
