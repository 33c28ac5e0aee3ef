import type { DecisionPlace } from '../../state/overrides/overrides-slice'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { InlineBar } from '../../ui/inline-bar'
import { formatCount, formatNumber, formatPercent } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { ClusterToken } from '../../ui/token'
import { ClusterName } from '../cluster-name'
import classes from './cluster-table.module.css'
import type { Scene } from './scene.model'
import type { ShownCluster } from './shown-clusters.model'
import type { Focus } from './use-focus'

const tableNames = {
  internal: 'Internal clusters',
  external: 'External clusters',
  merged: 'Merged clusters',
} as const

/** Past this many clusters the list scrolls, so that the pictures stay in sight. */
const manyRows = 10

/** Every cluster in figures, one row each; a row chooses its cluster as a card does. */
export function ClusterTable({ scene, focus }: { readonly scene: Scene; readonly focus: Focus }) {
  const { clusters, branch } = scene
  const largest = clusters.reduce((most, { size }) => Math.max(most, size), 1)
  const { place } = scene.decidable
  const columns =
    branch === 'merged' ? mergedColumns(largest, place) : branchColumns(largest, place)
  return (
    <Region title={titleOf(scene)} subtitle={subtitleOf(scene)} divided>
      <DataTable
        label={tableNames[branch]}
        columns={columns}
        rows={clusters}
        rowKey={({ key }) => key}
        selectedKeys={focus.chosen}
        onRowClick={({ key }) =>
          focus.chooseCluster(key, focus.chosen.size > 0 && !focus.chosen.has(key))
        }
        {...(clusters.length > manyRows ? { height: 28 * (manyRows + 1) } : {})}
      />
    </Region>
  )
}

function titleOf({ clusters, branch }: Scene): string {
  const n = formatCount(clusters.length)
  if (branch === 'merged')
    return clusters.length === 1 ? 'One cluster to plan for' : `${n} clusters to plan for`
  return clusters.length === 1 ? 'The group in figures' : `The ${n} groups in figures`
}

/** Groups are in the order of their ids, which is by size where none was carried from a baseline. */
function subtitleOf({ clusters, branch }: Scene): string {
  if (branch === 'merged') return subtitles.merged
  const isBySize = clusters.every(({ size }, i) => size <= (clusters[i - 1]?.size ?? size))
  return isBySize ? `${subtitles[branch]}, the largest group first` : subtitles[branch]
}

const subtitles = {
  internal: 'Stores by what sells in them',
  external: 'Stores by what surrounds them',
  merged: 'Internal (round) and external (square) cluster, after small ones were emptied',
} as const

type Column = DataColumn<ShownCluster>

const token: Column = {
  id: 'cluster',
  head: 'Cluster',
  value: ({ key }) => (key.includes('_') ? key : Number(key)),
  cell: (cluster) => <ClusterToken {...cluster.token} />,
  width: 72,
}

const name = (place: DecisionPlace): Column => ({
  id: 'name',
  head: 'Name',
  value: (cluster) => cluster.name,
  cell: (cluster) => <ClusterName place={place} cluster={cluster} />,
})

const stores: Column = {
  id: 'stores',
  head: 'Stores',
  align: 'right',
  width: 72,
  value: ({ size }) => size,
  cell: ({ size }) => formatCount(size),
}

const share = (largest: number): Column => ({
  id: 'share',
  head: 'Share',
  align: 'right',
  width: 148,
  value: (cluster) => cluster.share,
  cell: (cluster) => (
    <span className={classes.share}>
      {formatPercent(cluster.share, 1)}
      <InlineBar
        share={cluster.size / largest}
        width={72}
        color={`var(--k${(cluster.color % 16) + 1})`}
      />
    </span>
  ),
})

function score(
  id: string,
  head: string,
  hint: string,
  of: (cluster: ShownCluster) => number | null,
): Column {
  return {
    id,
    head,
    hint,
    align: 'right',
    width: 96,
    value: of,
    cell: (cluster) => formatNumber(of(cluster) ?? NaN),
  }
}

const stood = (id: 'high' | 'low', head: string): Column => ({
  id,
  head,
  hint: 'Features that stand out against the chain, with their index (100 is the chain).',
  sortable: false,
  tone: 'ink-2',
  value: (cluster) => cluster[id].slice(0, 2).join(', '),
})
const high = stood('high', 'More of')
const low = stood('low', 'Less of')

function branchColumns(largest: number, place: DecisionPlace): readonly Column[] {
  return [
    token,
    name(place),
    stores,
    share(largest),
    score(
      'silhouette',
      'Silhouette',
      'Mean over the stores of the cluster: near 1 they are far from every other cluster, near 0 on a border.',
      (cluster) => cluster.silhouette,
    ),
    score(
      'margin',
      'Mean margin',
      'Mean of (d2 − d1) / d2 to the nearest and the next centre: 0 on the border, 1 at the centre.',
      (cluster) => cluster.meanMargin,
    ),
    {
      id: 'unusual',
      head: 'Unusual',
      align: 'right',
      width: 84,
      hint: 'Stores that were kept out of the fit as outliers, then given their nearest cluster.',
      value: ({ nOutliers }) => nOutliers,
      cell: ({ nOutliers }) => formatCount(nOutliers ?? NaN),
    },
    high,
    low,
  ]
}

function mergedColumns(largest: number, place: DecisionPlace): readonly Column[] {
  return [
    token,
    name(place),
    stores,
    share(largest),
    {
      id: 'gain',
      head: 'Gained',
      align: 'right',
      width: 72,
      hint: 'Stores that came in from merged clusters under the smallest size.',
      value: ({ size, before }) => size - (before ?? size),
      cell: ({ size, before }) =>
        before === null || size === before ? '' : `+${formatCount(size - before)}`,
    },
    high,
    low,
  ]
}
