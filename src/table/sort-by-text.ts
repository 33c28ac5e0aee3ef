import { compareText } from './compare-text'
import type { LevelColumn } from './table'

/** Row indices in the order of a text column by code units; missing cells last, ties keep their order. */
export function orderByText(column: LevelColumn): Int32Array {
  const rank = rankLevels(column.levels)
  const order = Int32Array.from(column.codes, (_, row) => row)
  const rankOf = (row: number): number =>
    column.codes[row] === -1 ? column.levels.length : rank[column.codes[row]]
  return order.sort((a, b) => rankOf(a) - rankOf(b) || a - b)
}

/** `rank[code]` is the position of that level among all levels sorted by code units. */
export function rankLevels(levels: readonly string[]): Int32Array {
  const sorted = Int32Array.from(levels, (_, code) => code)
  sorted.sort((a, b) => compareText(levels[a], levels[b]))
  const rank = new Int32Array(levels.length)
  sorted.forEach((code, position) => {
    rank[code] = position
  })
  return rank
}
