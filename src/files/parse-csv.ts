import Papa from 'papaparse'

/**
 * A text as `exportCsv` writes it for tools, back to rows of cells, the header first. Not for files
 * of others: those are inspected first.
 */
export function parseCsv(text: string): string[][] {
  if (text === '') return []
  const parser = new Papa.Parser({
    delimiter: ',',
    newline: '\r\n',
    quoteChar: '"',
    escapeChar: '"',
  })
  const parsed: { data: string[][] } = parser.parse(text, 0, false)
  // What follows the last line end comes back as one more, empty row.
  if (text.endsWith('\r\n')) parsed.data.pop()
  return parsed.data
}
