import { IconArrowDown } from '@tabler/icons-react'
import { InlineBar } from '../inline-bar'
import { formatNumber } from '../number-format'
import { heatStyle } from '../scales'
import { ClusterToken, type ClusterTokenProps } from '../token'
import classes from './profile-heatmap.module.css'

export type HeatColumn = {
  readonly key: string
  readonly name: string
  readonly token: ClusterTokenProps
}

export type HeatRow = {
  readonly key: string
  readonly name: string
  /** In the order of the columns: the printed number, its bin 0 to 8, and what it means. */
  readonly cells: readonly { readonly text: string; readonly bin: number; readonly hint: string }[]
  /** The chain as a whole, in the unit of the feature. */
  readonly chain: string
  /** Share of the variance that lies between the clusters, 0 to 1. */
  readonly separation: number | null
}

export type HeatOrder = 'peak' | 'separation'

export type ProfileHeatmapProps = {
  readonly label: string
  readonly rowHead: string
  readonly columns: readonly HeatColumn[]
  readonly rows: readonly HeatRow[]
  /** Keys of the columns in focus; empty: all of them. */
  readonly chosen: ReadonlySet<string>
  readonly order: HeatOrder
  readonly onOrder: (order: HeatOrder) => void
  /** Words at the two ends of the colours. */
  readonly low: string
  readonly high: string
}

const separationHint =
  'Eta squared: the share of the variance of the feature that lies between the clusters, 0 to 1.'

/** Features by clusters: every number is printed, nine colours say how far it is from the chain. */
export function ProfileHeatmap(props: ProfileHeatmapProps) {
  const { label, rowHead, columns, rows, order, onOrder } = props
  // Many clusters need the room: the name of the measure stays in the tooltip.
  const isTight = columns.length > 8
  const isFaint = ({ key }: HeatColumn) =>
    (props.chosen.size > 0 && !props.chosen.has(key)) || undefined
  return (
    <>
      <div
        className={classes.scroll}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        tabIndex={0}
        role="group"
        aria-label={`${label}, scrolls`}
      >
        <table
          className={classes.heat}
          aria-label={label}
          style={{ maxWidth: `${27 + 6 * columns.length}rem` }}
        >
          <thead>
            <tr>
              <th scope="col" className={classes.feature}>
                {rowHead}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" title={column.name} data-faint={isFaint(column)}>
                  <ClusterToken {...column.token} />
                  <span className="visually-hidden"> {column.name}</span>
                </th>
              ))}
              <th
                scope="col"
                className={classes.chain}
                title="Mean over all placed stores, in the unit of the feature."
              >
                Chain
              </th>
              <th
                scope="col"
                className={classes.separation}
                title={separationHint}
                aria-sort={order === 'separation' ? 'descending' : 'none'}
              >
                <button
                  type="button"
                  data-on={order === 'separation' || undefined}
                  onClick={() => onOrder(order === 'separation' ? 'peak' : 'separation')}
                >
                  {isTight ? 'η²' : 'Separation η²'}
                  {order === 'separation' ? (
                    <IconArrowDown size={12} stroke={1.75} aria-hidden />
                  ) : null}
                </button>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className={classes.feature} title={row.name}>
                  {row.name}
                </th>
                {columns.map((column, c) => {
                  const cell = row.cells[c]
                  return (
                    <td key={column.key} data-faint={isFaint(column)} title={cell?.hint}>
                      <span className={classes.cell} style={heatStyle('d', cell?.bin ?? 4)}>
                        {cell?.text}
                      </span>
                    </td>
                  )
                })}
                <td className={classes.chain}>{row.chain}</td>
                <td className={classes.separation}>
                  {row.separation === null ? null : (
                    <span className={classes.eta}>
                      <InlineBar
                        share={row.separation}
                        width={isTight ? 24 : 56}
                        color="var(--edge)"
                      />
                      {formatNumber(row.separation)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.key} aria-hidden>
        <span>{props.low}</span>
        {Array.from({ length: 9 }, (_, bin) => (
          <i key={bin} style={heatStyle('d', bin)} />
        ))}
        <span>{props.high}</span>
      </div>
    </>
  )
}
