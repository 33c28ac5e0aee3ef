import { IconArrowRight } from '@tabler/icons-react'
import type { ClusterView } from '../../runs/compare/placements'
import type { DataColumn } from '../../ui/data-table-props'
import { formatMoney, formatNumber } from '../../ui/number-format'
import { ClusterToken } from '../../ui/token'
import { ClusterHead } from './cluster-head'
import { headName } from './cluster-heads'
import type { MoveRow } from './moves.model'
import classes from './moves-region.module.css'

type Column = DataColumn<MoveRow>

/** The columns of a moved store; why only once it was tested. */
export function moveColumns(view: ClusterView, hasReasons: boolean): readonly Column[] {
  return [
    { id: 'store', head: 'Store', mono: true, value: ({ store }) => store },
    {
      id: 'to',
      head: 'Moved to',
      value: ({ toHead }) => (toHead === null ? null : headName(toHead)),
      cell: (row) => <Moved row={row} />,
    },
    {
      id: 'margin',
      head: 'Margin now',
      align: 'right',
      hint: 'How much nearer its cluster now is than the next one, 0 to 1',
      value: ({ margin }) => margin,
      cell: ({ margin }) => (margin === null ? '' : formatNumber(margin, 2)),
    },
    {
      id: 'distance',
      head: 'Distance',
      align: 'right',
      hint: `To the centre of its ${view} cluster before and now, each in the space of its run`,
      value: ({ distanceAfter }) => distanceAfter,
      cell: (row) => <Distance row={row} />,
    },
    {
      id: 'sales',
      head: 'Sales',
      align: 'right',
      hint: 'Sales of the store in this category',
      value: ({ sales }) => sales,
      cell: ({ sales }) => (sales === null ? '' : formatMoney(sales)),
    },
    ...(hasReasons ? [reasonColumn] : []),
  ]
}

const reasonColumn: Column = {
  id: 'reason',
  head: 'Why',
  hint: 'Found by putting one thing back at a time; nothing is guessed',
  value: ({ reason }) => reason,
  cell: ({ reason }) => (
    <span className={classes.reasonCell} title={reason ?? ''}>
      {reason}
    </span>
  ),
}

function Moved({ row: { fromHead, toHead } }: { readonly row: MoveRow }) {
  return (
    <span className={classes.moved}>
      {fromHead !== null && <ClusterToken {...fromHead.token} />}
      <IconArrowRight size={14} stroke={1.5} aria-label="to" />
      <ClusterHead head={toHead} />
    </span>
  )
}

function Distance({ row: { distanceBefore, distanceAfter } }: { readonly row: MoveRow }) {
  return (
    <span className={classes.distance}>
      {distanceBefore === null ? '' : `${formatNumber(distanceBefore, 2)} → `}
      <span className={classes.strong}>
        {distanceAfter === null ? '' : formatNumber(distanceAfter, 2)}
      </span>
    </span>
  )
}
