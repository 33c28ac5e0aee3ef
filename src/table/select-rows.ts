import type { Column, NumberColumn, Table } from './table'

/** The rows at the given indices, in their order; an index may come more than once. */
export function selectRows(table: Table, rows: ArrayLike<number>): Table {
  return {
    nRows: rows.length,
    columns: table.columns.map((column) => selectCells(column, rows)),
  }
}

/** Levels are kept as they are, also those that no selected row uses. */
function selectCells(column: Column, rows: ArrayLike<number>): Column {
  if (column.type === 'number') {
    const values = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]]
    return { type: 'number', name: column.name, values, ...unreadableIn(column, rows) }
  }
  const codes = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]]
  return { type: column.type, name: column.name, codes, levels: column.levels }
}

function unreadableIn(
  { unreadable }: NumberColumn,
  rows: ArrayLike<number>,
): Pick<NumberColumn, 'unreadable'> {
  if (unreadable === undefined) return {}
  const taken = new Map<number, string>()
  for (let i = 0; i < rows.length; i++) {
    const text = unreadable.get(rows[i])
    if (text !== undefined) taken.set(i, text)
  }
  return taken.size === 0 ? {} : { unreadable: taken }
}
