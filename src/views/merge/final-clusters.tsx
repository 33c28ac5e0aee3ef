import { useMemo } from 'react'
import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { DownloadButton } from '../../ui/download-button'
import { InlineBar } from '../../ui/inline-bar'
import { formatAmount, formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { saveCsv } from '../save-csv'
import { finalClustersCsv } from './merge-csv'
import { MergedToken } from './merged-token'
import classes from './final-clusters.module.css'
import type { Names, Pairs } from './pairs.model'
import { type FinalCluster, finalClustersOf } from './rows.model'

export type FinalClustersProps = {
  readonly reassigned: ClusterReassignment
  readonly pairs: Pairs
  readonly names: Names
  readonly category: string | null
  /** Label of the cluster whose stores are listed below. */
  readonly chosen: string | null
  readonly onChoose: (label: string | null) => void
}

/** What is handed over: one row per cluster that is left. */
export function FinalClusters(props: FinalClustersProps) {
  const { reassigned, pairs, names, category, chosen, onChoose } = props
  const clusters = useMemo(
    () => finalClustersOf(reassigned, pairs, names),
    [reassigned, pairs, names],
  )
  const columns = useMemo(() => columnsOf(clusters, pairs), [clusters, pairs])
  return (
    <Region
      divided
      title={`${formatAmount(clusters.length, 'merged cluster')} to plan for`}
      subtitle="Stores before and after the small ones were emptied"
      actions={
        <DownloadButton
          size="xs"
          label="Download merged cluster sizes as CSV"
          onClick={() => saveCsv(['merged_cluster_sizes', category], finalClustersCsv(clusters))}
        >
          CSV
        </DownloadButton>
      }
    >
      <DataTable
        label="Merged clusters"
        columns={columns}
        rows={clusters}
        rowKey={({ label }) => label}
        selectedKeys={new Set(chosen === null ? [] : [chosen])}
        onRowClick={({ label }) => onChoose(label === chosen ? null : label)}
        sort={{ id: 'after', desc: true }}
      />
    </Region>
  )
}

function columnsOf(
  clusters: readonly FinalCluster[],
  pairs: Pairs,
): readonly DataColumn<FinalCluster>[] {
  const most = clusters.reduce((max, { after }) => Math.max(max, after), 1)
  return [
    {
      id: 'cluster',
      head: 'Cluster',
      value: ({ label }) => label,
      cell: ({ label }) => <MergedToken label={label} pairs={pairs} />,
    },
    { id: 'internal', head: 'What sells there', value: ({ internalName }) => internalName },
    {
      id: 'external',
      head: 'What surrounds it',
      tone: 'ink-2',
      value: ({ externalName }) => externalName,
    },
    {
      id: 'before',
      head: 'Stores before',
      align: 'right',
      tone: 'ink-2',
      value: ({ before }) => before,
      cell: ({ before }) => formatCount(before),
    },
    {
      id: 'after',
      head: 'Stores after',
      align: 'right',
      value: ({ after }) => after,
      cell: ({ after }) => (
        <span className={classes.bar}>
          <InlineBar share={after / most} width={96} />
          {formatCount(after)}
        </span>
      ),
    },
    {
      id: 'gained',
      head: 'Gained',
      align: 'right',
      value: ({ gained }) => gained,
      cell: ({ gained }) => (gained === 0 ? '0' : `+${formatCount(gained)}`),
    },
  ]
}
