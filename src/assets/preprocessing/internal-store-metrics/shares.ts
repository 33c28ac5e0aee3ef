import { selectRows } from '../../../table/select-rows'
import type { Column } from '../../../table/table'
import { freeName } from '../../column-words'

export type Shares = {
  readonly storeIds: readonly string[]
  readonly columns: readonly Column[]
  readonly totalName: string
  /** Stores whose total is known and not positive: they have no shares and are in no row. */
  readonly withoutTotal: readonly string[]
}

/**
 * Rows become row / row total x 100 over the columns that `isPart` names; other columns stay. The
 * total is kept in a column of its own. Where a part is missing the total is not known, and so is no
 * share of that row. `columns` sorted by name, so that a total does not depend on their order in the
 * file.
 */
export function takeShares(
  storeIds: readonly string[],
  columns: readonly Column[],
  isPart: (column: Column) => boolean,
): Shares {
  const parts = new Set(columns.filter(isPart))
  const totals = new Float64Array(storeIds.length)
  for (const column of parts)
    if (column.type === 'number')
      column.values.forEach((value, row) => {
        totals[row] += value
      })
  const shared = columns.map((column) =>
    column.type === 'number' && parts.has(column)
      ? { ...column, values: column.values.map((value, row) => (value / totals[row]) * 100) }
      : column,
  )
  const totalName = freeName('row_total', (name) => columns.some((column) => column.name === name))
  const total: Column = { type: 'number', name: totalName, values: totals }
  const rows = storeIds.map((_, row) => row).filter((row) => !(totals[row] <= 0))
  const all = { nRows: storeIds.length, columns: [...shared, total] }
  return {
    storeIds: rows.map((row) => storeIds[row]),
    columns: selectRows(all, rows).columns,
    totalName,
    withoutTotal: storeIds.filter((_, row) => totals[row] <= 0),
  }
}
