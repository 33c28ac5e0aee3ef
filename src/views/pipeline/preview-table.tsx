import { useMemo, useState } from 'react'
import { ValueBars } from '../../ui/charts/value-bars'
import { NativeSelect } from '../../ui/controls'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { formatAmount, formatCount } from '../../ui/number-format'
import classes from './asset-details.module.css'
import { histogramOf, seriesOf, spreadOf, tintOf } from './column-shape.model'
import { cellText, numberText } from './preview-cells'
import type { PreviewColumn, PreviewTable } from './value-preview.model'

const mostRows = 100
const mostColumns = 30

type Row = { readonly row: number }

/** The first rows and columns of a table, and the shape of one column above them. */
export function PreviewTableView({ table }: { readonly table: PreviewTable }) {
  const rows = useMemo(
    () => Array.from({ length: Math.min(mostRows, table.nRows) }, (_, row) => ({ row })),
    [table],
  )
  const columns = useMemo(
    () => table.columns.slice(0, mostColumns).map((column) => columnOf(column, table)),
    [table],
  )
  return (
    <>
      <ColumnShape table={table} />
      <p className={classes.why}>{extentText(table)}</p>
      <DataTable
        label={table.title}
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
        height={360}
      />
    </>
  )
}

function columnOf(column: PreviewColumn, { kind, nRows }: PreviewTable): DataColumn<Row> {
  const base = {
    id: column.name,
    head: column.name,
    value: ({ row }: Row) => sortable(column, row),
    align: column.isNumber ? 'right' : 'left',
  } as const
  if (kind !== 'matrix' || !column.isNumber)
    return { ...base, cell: ({ row }) => cellText(column.at(row)) }
  const spread = spreadOf(column, nRows)
  return {
    ...base,
    cell: ({ row }) => {
      const value = column.at(row)
      const bin = typeof value === 'number' ? tintOf(value, spread) : 4
      return (
        <span
          className={classes.heat}
          style={{ background: `var(--d${bin})`, color: `var(--d${bin}-on)` }}
        >
          {cellText(value)}
        </span>
      )
    },
  }
}

function sortable(column: PreviewColumn, row: number): string | number {
  const cell = column.at(row)
  return typeof cell === 'number' ? cell : cellText(cell)
}

function extentText({ nRows, columns }: PreviewTable): string {
  const rows =
    nRows > mostRows
      ? `First ${mostRows} of ${formatCount(nRows)} rows`
      : formatAmount(nRows, 'row')
  if (columns.length <= mostColumns) return `${rows}.`
  return `${rows}, first ${mostColumns} of ${formatCount(columns.length)} columns.`
}

/** The spread of a column over every row; of a short table by k the figures themselves. */
function ColumnShape({ table }: { readonly table: PreviewTable }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const names = table.columns.flatMap(({ isNumber, name }) =>
    isNumber && name !== kColumn ? [name] : [],
  )
  const name = chosen ?? names[0] ?? ''
  const bars = useMemo(() => barsOf(table, name), [table, name])
  const isByK = table.columns.some((column) => column.name === kColumn)
  if (bars.length === 0) return null
  return (
    <div className={classes.shape}>
      {names.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Column drawn"
          value={name}
          data={names}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <ValueBars
        title={isByK ? `${name} by ${kColumn}` : `How ${name} spreads`}
        bars={bars}
        format={isByK ? numberText : formatCount}
      />
    </div>
  )
}

/** Tables of one row per number of clusters have this column. */
const kColumn = 'K'

function barsOf({ columns, nRows }: PreviewTable, name: string) {
  const column = columns.find((one) => one.name === name)
  const byK = columns.find((one) => one.name === kColumn)
  if (column === undefined) return []
  return byK === undefined ? histogramOf(column, nRows, numberText) : seriesOf(column, byK, nRows)
}
