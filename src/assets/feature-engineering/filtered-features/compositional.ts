import type { Column, NumberColumn } from '../../../table/table'
import { type Use, useOfColumn } from '../../column-use'

const tolerance = 0.005
const wholes = [1, 100]

/** Number columns that could be parts of a whole: not ids, coordinates, labels or dates. */
const parts: ReadonlySet<Use> = new Set(['feature', 'constant'])

/**
 * A table of parts of a whole: at least two number columns, none negative, and every row adds up to
 * 1 or every row to 100, within 0.5 %. A missing part counts as nothing; rows without any part are
 * not looked at.
 */
export function isCompositional(columns: readonly Column[], nRows: number): boolean {
  const numbers = columns.filter(isPart)
  if (numbers.length < 2) return false
  const sums = new Float64Array(nRows).fill(Number.NaN)
  for (const { values } of numbers)
    for (let row = 0; row < nRows; row++) {
      if (Number.isNaN(values[row])) continue
      if (values[row] < 0) return false
      sums[row] = (Number.isNaN(sums[row]) ? 0 : sums[row]) + values[row]
    }
  const present = sums.filter((sum) => !Number.isNaN(sum))
  if (present.length === 0) return false
  return wholes.some((whole) => present.every((sum) => Math.abs(sum - whole) <= whole * tolerance))
}

function isPart(column: Column): column is NumberColumn {
  return column.type === 'number' && parts.has(useOfColumn(column).use)
}
