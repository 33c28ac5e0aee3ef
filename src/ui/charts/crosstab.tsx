import type { ReactNode } from 'react'
import { formatCount } from '../number-format'
import { countBin, heatStyle } from '../scales'
import { ClusterToken } from '../token'
import classes from './crosstab.module.css'

/** Head of a row or column: a cluster of one view. */
export type CrosstabHead = {
  readonly label: string
  /** Empty where the cluster has no name. */
  readonly name: string
  readonly colorIndex: number | null
}

export type CrosstabProps = {
  /** Accessible name of the table. */
  readonly label: string
  /** Internal clusters, then external ones. */
  readonly rows: readonly CrosstabHead[]
  readonly columns: readonly CrosstabHead[]
  /** rows x columns, row-major. */
  readonly counts: ArrayLike<number>
  /** Cells with stores, but fewer than these, are hatched. */
  readonly minSize: number
}

/** Counts of every pair of clusters with totals: a heatmap that is a table. */
export function Crosstab({ label, rows, columns, counts, minSize }: CrosstabProps) {
  const cells = rows.map((_, i) => columns.map((_, j) => counts[i * columns.length + j] ?? 0))
  const most = cells.flat().reduce((max, count) => Math.max(max, count), 0)
  const columnTotals = columns.map((_, j) => totalOf(cells.map((row) => row[j] ?? 0)))
  return (
    <div
      className={classes.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
      tabIndex={0}
      role="group"
      aria-label={`${label}, scrolls`}
    >
      <table className={classes.table} aria-label={label} style={{ '--columns': columns.length }}>
        <thead>
          <tr>
            <td className={classes.corner}>
              <span className="visually-hidden">Internal, then external</span>
            </td>
            {columns.map((column) => (
              <th key={column.label} scope="col">
                <ClusterToken kind="external" label={column.label} colorIndex={column.colorIndex} />
                <span className={classes.columnName} title={column.name}>
                  {column.name}
                </span>
              </th>
            ))}
            <th scope="col" className={classes.total}>
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.label}>
              <RowHead {...row} />
              {cells[i]?.map((count, j) => (
                <Cell key={columns[j]?.label} count={count} most={most} minSize={minSize} />
              ))}
              <td className={classes.total}>{formatCount(totalOf(cells[i] ?? []))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {columnTotals.map((total, j) => (
              <td key={columns[j]?.label}>{formatCount(total)}</td>
            ))}
            <td className={classes.total}>{formatCount(totalOf(columnTotals))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function RowHead({ label, name, colorIndex }: CrosstabHead) {
  return (
    <th scope="row">
      <span className={classes.rowHead}>
        <ClusterToken kind="internal" label={label} colorIndex={colorIndex} />
        <span className={classes.rowName} title={name}>
          {name}
        </span>
      </span>
    </th>
  )
}

type CellProps = { readonly count: number; readonly most: number; readonly minSize: number }

function Cell({ count, most, minSize }: CellProps): ReactNode {
  if (count === 0)
    return (
      <td>
        <span className={classes.none}>0</span>
      </td>
    )
  if (count < minSize)
    return (
      <td>
        <span className={classes.small}>{formatCount(count)}</span>
      </td>
    )
  return (
    <td>
      <span className={classes.cell} style={heatStyle('q', countBin(count, most))}>
        {formatCount(count)}
      </span>
    </td>
  )
}

/** Below: what the fills mean. */
export function CrosstabKey({
  minSize,
  fate,
}: {
  readonly minSize: number
  readonly fate: string
}) {
  return (
    <p className={classes.key}>
      <span>
        <i className={classes.smallKey} />
        under {formatCount(minSize)}, {fate}
      </span>
      <span>
        {[1, 3, 5].map((bin) => (
          <i key={bin} style={heatStyle('q', bin)} />
        ))}
        more stores
      </span>
    </p>
  )
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
