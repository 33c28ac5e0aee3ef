import { formatCount, formatPercent } from '../number-format'
import { countBin, heatStyle } from '../scales'
import { ClusterToken, type ClusterTokenProps } from '../token'
import classes from './from-to-matrix.module.css'

/** A cluster of one of the two sides. */
export type FromToHead = {
  readonly id: string
  readonly token: ClusterTokenProps
  /** Empty where the cluster has no name. */
  readonly name: string
}

export type FromToMatrixProps = {
  /** Accessible name of the table. */
  readonly label: string
  /** What the rows and the columns are: `Run 13`, `Run 14`. */
  readonly from: string
  readonly to: string
  readonly rows: readonly FromToHead[]
  readonly columns: readonly FromToHead[]
  /** `counts[r][c]` went from row r to column c. */
  readonly counts: readonly (readonly number[])[]
  /** The column that is the same cluster as the row; -1 where there is none. */
  readonly stays: readonly number[]
}

/** Who went where: staying is a grey number in an empty cell, only movement has colour. */
export function FromToMatrix(props: FromToMatrixProps) {
  const { label, from, to, rows, columns, counts, stays } = props
  const moved = counts.map((row, i) => row.map((count, j) => (stays[i] === j ? 0 : count)))
  const most = moved.flat().reduce((max, count) => Math.max(max, count), 0)
  const totals = columns.map((_, j) => totalOf(counts.map((row) => row[j] ?? 0)))
  const stayed = counts.map((row, i) => row[stays[i] ?? -1] ?? 0)
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
            <th scope="col" className={classes.names}>
              {from}
              <span className="visually-hidden"> in rows, {to} in columns</span>
            </th>
            {columns.map(({ id, token, name }) => (
              <th key={id} scope="col" title={name}>
                <ClusterToken {...token} />
                <span className="visually-hidden"> {name}</span>
              </th>
            ))}
            <th scope="col" className={classes.figure}>
              All
            </th>
            <th scope="col" className={classes.figure}>
              Stay
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id}>
              <RowHead {...row} />
              {counts[i]?.map((count, j) => (
                <Cell key={columns[j]?.id} count={count} most={most} isStay={stays[i] === j} />
              ))}
              <td className={classes.figure}>{formatCount(totalOf(counts[i] ?? []))}</td>
              <td className={classes.share}>
                {shareText(stayed[i] ?? 0, totalOf(counts[i] ?? []))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={classes.names}>
              All in {to.toLowerCase()}
            </th>
            {totals.map((total, j) => (
              <td key={columns[j]?.id}>{formatCount(total)}</td>
            ))}
            <td className={classes.figure}>{formatCount(totalOf(totals))}</td>
            <td className={classes.share}>{shareText(totalOf(stayed), totalOf(totals))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function RowHead({ token, name }: FromToHead) {
  return (
    <th scope="row" className={classes.names}>
      <span className={classes.rowHead}>
        <ClusterToken {...token} />
        <span className={classes.rowName} title={name}>
          {name}
        </span>
      </span>
    </th>
  )
}

type CellProps = { readonly count: number; readonly most: number; readonly isStay: boolean }

function Cell({ count, most, isStay }: CellProps) {
  if (isStay)
    return (
      <td>
        <span className={classes.stay}>{formatCount(count)}</span>
      </td>
    )
  return (
    <td>
      <span className={classes.cell} style={heatStyle('q', countBin(count, most))}>
        {count === 0 ? <span className="visually-hidden">0</span> : formatCount(count)}
      </span>
    </td>
  )
}

function shareText(part: number, whole: number): string {
  return whole === 0 ? '' : formatPercent(part / whole)
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
