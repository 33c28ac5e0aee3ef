import { columnNamed, type Table } from '../../table/table'
import { isEmptyCell } from '../preprocessing/missing-means'
import type { ClusteringModel } from './train-clustering-models/spec'

type Reading = ClusteringModel['reading']

/** Rows of a file as the model knows them. */
export type ReadRows = {
  readonly table: Table
  /** 0 where the total to take shares of is known and not positive: the row can be nowhere. */
  readonly hasTotal: Uint8Array
}

/**
 * Does to the rows of a file what was done before training: empty cells of some columns are zero,
 * cells become percent of the total of their row, which is not known where one of them is missing. A column that is not there is empty, or says
 * nothing where the model says so.
 */
export function readAsTrained(table: Table, reading: Reading): ReadRows {
  const shares = reading.shares ?? []
  const zeros = new Set(reading.zeros)
  const empty = (name: string) => {
    const isThere = reading.absent === 'zero' || columnNamed(table, name) !== null
    return zeros.has(name) && isThere ? 0 : NaN
  }
  const numbers = new Map(
    [...new Set([...reading.zeros, ...shares])].map((name) => [
      name,
      numbersOf(table, name, empty(name)),
    ]),
  )
  const hasTotal = new Uint8Array(table.nRows).fill(1)
  if (reading.shares !== null)
    takeShares(
      shares.flatMap((name) => numbers.get(name) ?? []),
      hasTotal,
    )
  const columns = Array.from(
    numbers,
    ([name, values]) => ({ type: 'number', name, values }) as const,
  )
  const others = table.columns.filter(({ name }) => !numbers.has(name))
  return { table: { nRows: table.nRows, columns: [...columns, ...others] }, hasTotal }
}

function numbersOf(table: Table, name: string, empty: number): Float64Array {
  const column = columnNamed(table, name)
  if (column?.type !== 'number') return new Float64Array(table.nRows).fill(empty)
  return column.values.map((value, row) => (isEmptyCell(column, row) ? empty : value))
}

/** Turns the columns into percent of their sum, in place. */
function takeShares(columns: readonly Float64Array[], hasTotal: Uint8Array): void {
  for (let row = 0; row < hasTotal.length; row++) {
    let total = 0
    for (const values of columns) total += values[row]
    for (const values of columns) values[row] = (values[row] / total) * 100
    if (total <= 0) hasTotal[row] = 0
  }
}
