import type { DataColumn } from '../../ui/data-table-props'
import { InlineBar } from '../../ui/inline-bar'
import { formatNumber } from '../../ui/number-format'
import { MergedToken } from './merged-token'
import classes from './moved-stores.module.css'
import type { Pairs } from './pairs.model'
import type { MovedStore } from './rows.model'

type Column = DataColumn<MovedStore>

export function movedStoreColumns(pairs: Pairs): readonly Column[] {
  const cluster = (id: string, head: string, of: (store: MovedStore) => string): Column => ({
    id,
    head,
    value: of,
    cell: (store) => <MergedToken label={of(store)} pairs={pairs} />,
  })
  return [
    { id: 'store', head: 'Store', mono: true, value: ({ storeId }) => storeId },
    cluster('from', 'From', ({ from }) => from),
    cluster('to', 'To', ({ to }) => to),
    distance('before', 'Before', {
      of: ({ before }) => before,
      hint: 'Distance to the centre of the small cluster it left',
    }),
    distance('after', 'After', {
      of: ({ after }) => after,
      hint: 'Distance to the centre of the large cluster it joined',
    }),
    {
      id: 'runner-up',
      head: 'Runner-up',
      hint: 'The next nearest large cluster, and the distance to its centre',
      value: ({ runnerUp, runnerUpDistance }) => (runnerUp === '' ? null : runnerUpDistance),
      cell: ({ runnerUp, runnerUpDistance }) =>
        runnerUp === '' ? (
          'none'
        ) : (
          <span className={classes.runnerUp}>
            <MergedToken label={runnerUp} pairs={pairs} />
            <span>{formatNumber(runnerUpDistance, 2)}</span>
          </span>
        ),
    },
    {
      id: 'margin',
      head: 'Margin',
      align: 'right',
      descFirst: false,
      hint: 'How much nearer the cluster after is than the runner-up, 0 to 1',
      value: ({ margin }) => margin,
      cell: ({ margin }) =>
        margin === null ? (
          ''
        ) : (
          <span className={classes.margin}>
            {formatNumber(margin, 2)}
            <InlineBar share={margin} width={40} color="var(--ink-2)" track />
          </span>
        ),
    },
  ]
}

type Distance = { readonly of: (store: MovedStore) => number; readonly hint: string }

function distance(id: string, head: string, { of, hint }: Distance): Column {
  return {
    id,
    head,
    hint,
    align: 'right',
    value: of,
    cell: (store) => (
      <span className={id === 'after' ? classes.strong : ''}>{formatNumber(of(store), 2)}</span>
    ),
  }
}
