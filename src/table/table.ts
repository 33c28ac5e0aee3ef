/**
 * A columnar table: one typed array a column, rows aligned by index. No row objects, and no object
 * is ever keyed by the text of a file: a column is found by `columnNamed`.
 */
export type Table = {
  readonly nRows: number
  readonly columns: readonly Column[]
}

export type Column = NumberColumn | LevelColumn

/** Missing cells are NaN. */
export type NumberColumn = {
  readonly type: 'number'
  readonly name: string
  readonly values: Float64Array
  /**
   * Of a file: the missing cells that are not empty, a word or a formula that failed, as text by row.
   * They are never read as zero. Absent where there are none.
   */
  readonly unreadable?: ReadonlyMap<number, string>
}

/** Text, boolean or date: `levels[codes[row]]` is the cell byte for byte; missing cells are -1. */
export type LevelColumn = {
  readonly type: 'text' | 'boolean' | 'date'
  readonly name: string
  readonly codes: Int32Array
  readonly levels: readonly string[]
}

export type ColumnType = Column['type']

export function columnNamed(table: Table, name: string): Column | null {
  return table.columns.find((column) => column.name === name) ?? null
}

export function isMissing(column: Column, row: number): boolean {
  return column.type === 'number' ? Number.isNaN(column.values[row]) : column.codes[row] === -1
}

/** The cell as text, `null` where it is missing. Numbers in their shortest round-trip form. */
export function cellText(column: Column, row: number): string | null {
  if (isMissing(column, row)) return null
  if (column.type === 'number') return String(column.values[row])
  return column.levels[column.codes[row] ?? -1] ?? null
}
