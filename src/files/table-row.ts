/** One row of a file that knows cells by itself: a workbook, a Parquet or JSON file; as text. */
export type TableRow = {
  /** Its number in the file, from 1; 0 for names that stand in no row. */
  readonly line: number
  readonly cells: readonly string[]
  /** Which cells are numbers in the file, and no text of digits. */
  readonly numbers: readonly number[]
}

/** Some rows in order, and how much of the file was read for them. */
export type TablePiece = {
  readonly rows: readonly TableRow[]
  /** 0 to 1. */
  readonly share: number
}
