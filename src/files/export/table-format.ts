import type { CsvCell } from '../export-csv'

/** A table before it has bytes. `name` ends in `.csv`: the name of its CSV file. */
export type NamedTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** Written as text, at once. */
export type TextFormat = 'csv' | 'csv_excel' | 'json'
/** Written by libraries that the page only loads in a thread. */
export type BinaryFormat = 'xlsx' | 'parquet'
export type TableFormat = TextFormat | BinaryFormat

export function isBinaryFormat(format: TableFormat): format is BinaryFormat {
  return format === 'xlsx' || format === 'parquet'
}

/** `moves.csv` as `moves.xlsx`; names that are no CSV are kept. */
export function tableFileName(name: string, format: TableFormat): string {
  const ending = format === 'csv_excel' ? 'csv' : format
  return name.replace(/\.csv$/, `.${ending}`)
}
