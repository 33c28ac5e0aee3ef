import { type Column, isMissing } from '../../table/table'
import type { Cell } from './output-file'

/** One entry of a column; `null` past its end, which columns that line up never reach. */
export function cellAt<T>(column: ArrayLike<T>, row: number): T | null {
  return column[row] ?? null
}

/** A cell of a table; `null` where it is missing. */
export function tableCell(column: Column, row: number): Cell {
  if (isMissing(column, row)) return null
  if (column.type === 'number') return cellAt(column.values, row)
  return column.levels[column.codes[row] ?? -1] ?? null
}
