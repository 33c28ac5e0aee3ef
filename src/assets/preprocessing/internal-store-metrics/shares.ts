import { selectRows } from '../../../table/select-rows'
import type { Column } from '../../../table/table'
import { freeName } from '../../column-words'
import { isMeasure } from './reading'

export type Shares = {
  readonly storeIds: readonly string[]
  readonly columns: readonly Column[]
  readonly totalName: string
  /** Stores whose total is not positive: they have no shares and are in no row. */
  readonly withoutTotal: readonly string[]
}

/**
 * Rows become row / row total x 100 over the number columns that measure a store; other columns
 * stay. The total is kept in a column of its own. Missing cells stay missing and count as nothing.
 * `columns` sorted by name, so that a total does not depend on the order of the file's columns.
 */
export function takeShares(storeIds: readonly string[], columns: readonly Column[]): Shares {
  const measures = new Set(columns.filter(isMeasure))
  const totals = new Float64Array(storeIds.length)
  for (const column of measures)
    if (column.type === 'number')
      column.values.forEach((value, row) => {
        if (!Number.isNaN(value)) totals[row] += value
      })
  const shared = columns.map((column) =>
    column.type === 'number' && measures.has(column)
      ? { ...column, values: column.values.map((value, row) => (value / totals[row]) * 100) }
      : column,
  )
  const totalName = freeName('row_total', (name) => columns.some((column) => column.name === name))
  const total: Column = { type: 'number', name: totalName, values: totals }
  const rows = storeIds.map((_, row) => row).filter((row) => totals[row] > 0)
  const all = { nRows: storeIds.length, columns: [...shared, total] }
  return {
    storeIds: rows.map((row) => storeIds[row]),
    columns: selectRows(all, rows).columns,
    totalName,
    withoutTotal: storeIds.filter((_, row) => !(totals[row] > 0)),
  }
}
