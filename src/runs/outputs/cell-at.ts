/** One entry of a column; `null` past its end, which columns that line up never reach. */
export function cellAt<T>(column: ArrayLike<T>, row: number): T | null {
  return column[row] ?? null
}
