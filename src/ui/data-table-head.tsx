import type { ReactTable } from '@tanstack/react-table'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { classNames } from './class-names'
import type { DataColumn, Features } from './data-table-props'
import classes from './data-table.module.css'

type DataTableHeadProps<R extends object> = {
  readonly table: ReactTable<Features, R>
  readonly columns: readonly DataColumn<R>[]
}

export function DataTableHead<R extends object>({ table, columns }: DataTableHeadProps<R>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const sorting = table.getColumn(column.id)
          const direction = sorting?.getIsSorted() ?? false
          return (
            <th
              key={column.id}
              scope="col"
              className={classNames(classes.head, column.align === 'right' && classes.right)}
              style={column.width === undefined ? {} : { width: column.width }}
              aria-sort={ariaSort(direction)}
              title={column.hint}
            >
              {column.quietHead === true ? (
                <span className="visually-hidden">{column.head}</span>
              ) : column.sortable === false ? (
                column.head
              ) : (
                <button
                  type="button"
                  className={classes.sort}
                  data-sorted={direction !== false || undefined}
                  onClick={() => sorting?.toggleSorting()}
                >
                  {column.head}
                  {direction === 'asc' && <IconArrowUp size={12} stroke={1.75} aria-hidden />}
                  {direction === 'desc' && <IconArrowDown size={12} stroke={1.75} aria-hidden />}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function ariaSort(direction: false | 'asc' | 'desc') {
  if (direction === false) return 'none'
  return direction === 'asc' ? 'ascending' : 'descending'
}
