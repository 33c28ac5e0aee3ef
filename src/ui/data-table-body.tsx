import type { KeyboardEvent } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { classNames } from './class-names'
import { type DataColumn, type DataTableProps, virtualFrom } from './data-table-props'
import classes from './data-table.module.css'

type DataTableBodyProps<R extends object> = DataTableProps<R> & {
  readonly scroller: HTMLDivElement | null
  readonly isBounded: boolean
}

/** Rows in order; many rows: only those in view, between two spacers. */
export function DataTableBody<R extends object>(props: DataTableBodyProps<R>) {
  const { rows, scroller, isBounded, rowHeight = 28 } = props
  const isVirtual = isBounded && rows.length > virtualFrom
  const virtual = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  if (!isVirtual)
    return (
      <tbody>
        {rows.map((row, index) => (
          <BodyRow key={props.rowKey(row)} {...props} row={row} index={index} />
        ))}
      </tbody>
    )
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <tbody>
      <Spacer height={before} />
      {items.map(({ index }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <BodyRow key={props.rowKey(row)} {...props} row={row} index={index} />
        )
      })}
      <Spacer height={after} />
    </tbody>
  )
}

/** Stands for the rows that are out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height <= 0 ? null : <tr aria-hidden="true" style={{ height }} />
}

type BodyRowProps<R extends object> = DataTableProps<R> & {
  readonly row: R
  readonly index: number
}

function BodyRow<R extends object>(props: BodyRowProps<R>) {
  const { row, index, columns, onRowClick, onRowHover, selectedKeys, rowHeight = 28 } = props
  const isSelected = selectedKeys?.has(props.rowKey(row)) ?? false
  const press = (event: KeyboardEvent) => {
    // A button inside a row answers its own keys.
    if (event.target !== event.currentTarget) return
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onRowClick?.(row)
  }
  const clickable =
    onRowClick === undefined
      ? {}
      : {
          tabIndex: 0,
          onClick: () => onRowClick(row),
          onKeyDown: press,
          'aria-selected': isSelected,
        }
  return (
    <tr
      className={classNames(classes.row, onRowClick !== undefined && classes.clickable)}
      aria-rowindex={index + 2}
      data-selected={isSelected || undefined}
      data-tone={props.rowTone?.(row)}
      style={{ height: rowHeight }}
      onMouseEnter={onRowHover && (() => onRowHover(row))}
      onMouseLeave={onRowHover && (() => onRowHover(null))}
      {...clickable}
    >
      {columns.map((column) => (
        <td key={column.id} className={cellClass(column)}>
          {column.cell?.(row) ?? column.value(row)}
        </td>
      ))}
    </tr>
  )
}

function cellClass<R extends object>({ align, tone, mono }: DataColumn<R>): string {
  return classNames(
    classes.cell,
    align === 'right' && classes.right,
    mono && classes.mono,
    tone && classes[tone],
  )
}
