import Papa from 'papaparse'

export type CsvRow = ReadonlyMap<string, string>

/** Rows of a CSV file by column name, every cell as text. */
export function csvRows(text: string): readonly CsvRow[] {
  const { data } = Papa.parse<string[]>(text.trimEnd(), { header: false })
  const [header = [], ...rows] = data
  return rows.map((row) => new Map(header.map((name, i) => [name, row[i] ?? ''])))
}

export function headerOf(text: string): string {
  return text.slice(0, text.indexOf('\r\n'))
}

export function cell(row: CsvRow, column: string): string {
  const value = row.get(column)
  if (value === undefined) throw new Error(`no column ${column}`)
  return value
}
