import { outlierLabel } from '../../state/outlier-label'
import { Chip } from '../../ui/chip'
import type { DataColumn } from '../../ui/data-table-props'
import { InlineBar } from '../../ui/inline-bar'
import { formatCount, formatNumber } from '../../ui/number-format'
import { ClusterToken } from '../../ui/token'
import type { Scene } from './scene.model'
import type { ShownCluster } from './shown-clusters.model'
import classes from './store-region.module.css'
import type { Standout, StoreRow } from './stores.model'

type Column = DataColumn<StoreRow>

/** Columns of the store table for one view. */
export function storeColumns(scene: Scene): readonly Column[] {
  const isMerged = scene.branch === 'merged'
  return [
    { id: 'store', head: 'Store', value: ({ id }) => id, mono: true, width: 88 },
    {
      id: 'cluster',
      head: 'Cluster',
      value: ({ clusterKey }) =>
        isMerged || clusterKey === outlierLabel ? clusterKey : Number(clusterKey),
      cell: ({ cluster, clusterKey }) =>
        clusterKey === outlierLabel ? 'Kept separate' : <Named cluster={cluster} />,
    },
    {
      id: 'runner-up',
      head: 'Runner-up',
      tone: 'ink-2',
      value: ({ runnerUp }) => runnerUp?.key ?? '',
      cell: ({ runnerUp }) => <Named cluster={runnerUp} />,
    },
    margin,
    ...(isMerged ? [movedFrom] : [silhouette]),
    ...(scene.standouts === null ? [] : [standoutsColumn(scene, scene.standouts)]),
    { id: 'flags', head: 'Flags', value: ({ flags }) => flags.join(', '), cell: flagsCell },
    ...(scene.other.size === 0 ? [] : [otherColumn(scene.branch)]),
  ]
}

function Named({ cluster }: { readonly cluster: ShownCluster | null }) {
  if (cluster === null) return null
  return (
    <span className={classes.named}>
      <ClusterToken {...cluster.token} size="sm" />
      <span title={cluster.name}>{cluster.name}</span>
    </span>
  )
}

const margin: Column = {
  id: 'margin',
  head: 'Margin',
  align: 'right',
  width: 104,
  descFirst: false,
  hint: '(d2 − d1) / d2, distances to the own and the next centre: 0 on the border, 1 at the centre.',
  value: (row) => row.margin,
  cell: (row) => (
    <span className={classes.margin}>
      {formatNumber(row.margin)}
      <InlineBar share={row.margin} width={40} track color="var(--ink-2)" />
    </span>
  ),
}

const silhouette: Column = {
  id: 'silhouette',
  head: 'Silhouette',
  align: 'right',
  width: 88,
  hint: '(b − a) / max(a, b): a to the own cluster, b to the next. Below 0 the store is closer to another one.',
  value: (row) => row.silhouette,
  cell: (row) => formatNumber(row.silhouette),
}

const movedFrom: Column = {
  id: 'moved',
  head: 'Moved from',
  value: (row) => row.movedFrom,
  cell: (row) =>
    row.movedFrom === '' ? (
      ''
    ) : (
      <ClusterToken kind="merged" label={row.movedFrom} colorIndex={null} size="sm" />
    ),
}

function standoutsColumn({ branch }: Scene, read: (id: string) => readonly Standout[]): Column {
  return {
    id: 'standouts',
    head: branch === 'external' ? 'Has most, against the chain' : 'Sells most, against the chain',
    hint: 'The features furthest above the chain in its standard deviations, with their index (100 is the chain).',
    sortable: false,
    value: () => '',
    cell: ({ id }) => <Most standouts={read(id)} />,
  }
}

function Most({ standouts }: { readonly standouts: readonly Standout[] }) {
  return standouts.map(({ name, index }, i) => (
    <span key={name}>
      {i > 0 ? <i className={classes.quiet}>, </i> : null}
      {name} {index === null ? null : <i className={classes.quiet}>{formatCount(index)}</i>}
    </span>
  ))
}

const flagsCell = ({ flags }: StoreRow) => flags.map((flag) => <Chip key={flag}>{flag}</Chip>)

function otherColumn(branch: Scene['branch']): Column {
  const kind = branch === 'external' ? 'internal' : 'external'
  return {
    id: 'other',
    head: kind === 'external' ? 'External' : 'Internal',
    hint: `Cluster of the store in the ${kind} view.`,
    width: 80,
    value: ({ other }) => (other === '' || other === outlierLabel ? null : Number(other)),
    cell: ({ other }) =>
      other === outlierLabel ? (
        'separate'
      ) : other === '' ? (
        ''
      ) : (
        <ClusterToken kind={kind} label={other} colorIndex={null} size="sm" />
      ),
  }
}
