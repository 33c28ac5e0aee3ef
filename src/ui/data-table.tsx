import { useMemo, useState } from 'react'
import { type ColumnDef, type Row, useTable } from '@tanstack/react-table'
import { compareKeys, sortKey } from './compare-cells'
import { classNames } from './class-names'
import { DataTableBody } from './data-table-body'
import { DataTableHead } from './data-table-head'
import {
  type DataColumn,
  type DataTableProps,
  type Features,
  features,
  virtualFrom,
} from './data-table-props'
import classes from './data-table.module.css'

/** Sortable heads that stay, 28 px rows, hairlines, numbers right. */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  const { label, columns, rows, rowKey, sort, onRowClick } = props
  // State, not a ref: the rows are measured once the element is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const defs = useMemo(() => columns.map(columnDefOf), [columns])
  const table = useTable<Features, R>({
    features,
    data: rows,
    columns: defs,
    getRowId: rowKey,
    initialState: { sorting: sort === undefined ? [] : [{ id: sort.id, desc: sort.desc }] },
    enableSortingRemoval: false,
  })
  const { height = rows.length > virtualFrom ? 480 : undefined } = props
  const sorted = table.getRowModel().rows.map((row) => row.original)
  return (
    <div
      ref={setScroller}
      className={classNames(classes.scroller, height === 'fill' && classes.fill)}
      style={typeof height === 'number' ? { maxHeight: height } : {}}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
      tabIndex={0}
      role="group"
      aria-label={`${label}, scrolls`}
    >
      <table
        className={classes.table}
        role={onRowClick === undefined ? 'table' : 'grid'}
        aria-label={label}
        aria-rowcount={rows.length + 1}
      >
        <DataTableHead table={table} columns={columns} />
        <DataTableBody
          {...props}
          rows={sorted}
          scroller={scroller}
          isBounded={height !== undefined}
        />
      </table>
      {rows.length === 0 && props.empty !== undefined && (
        <p className={classes.empty}>{props.empty}</p>
      )}
    </div>
  )
}

function columnDefOf<R extends object>(column: DataColumn<R>): ColumnDef<Features, R> {
  return {
    id: column.id,
    accessorFn: (row: R) => sortKey(column.value(row)),
    sortUndefined: 'last',
    sortDescFirst: column.descFirst ?? column.align === 'right',
    enableSorting: column.sortable ?? true,
    sortFn: compareRows,
  }
}

function compareRows<R extends object>(
  a: Row<Features, R>,
  b: Row<Features, R>,
  id: string,
): number {
  return compareKeys(a.getValue<string | number>(id), b.getValue<string | number>(id))
}
