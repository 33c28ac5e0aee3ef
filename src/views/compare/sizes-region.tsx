import { useMemo } from 'react'
import type { Membership } from '../../runs/compare/membership'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { formatCount } from '../../ui/number-format'
import { Region } from '../../ui/region'
import { sentenceCase } from '../../ui/sentence-case'
import type { RunWords } from '../run-words'
import { ClusterHead } from './cluster-head'
import { headName, type Heads } from './cluster-heads'
import classes from './compare-view.module.css'
import { type SizeRow, sizeRows } from './metrics.model'

export type SizesRegionProps = {
  readonly membership: Membership
  readonly heads: Heads
  readonly words: RunWords
}

/** How large each cluster was and is. */
export function SizesRegion({ membership, heads, words }: SizesRegionProps) {
  const rows = useMemo(() => sizeRows(membership, heads), [membership, heads])
  const columns = useMemo(() => sizeColumns(words), [words])
  const nNew = rows.filter(({ before }) => before === null).length
  const nGone = rows.filter(({ after }) => after === null).length
  return (
    <Region
      divided
      title={titleOf(rows.length - nNew - nGone, nNew, nGone)}
      subtitle="Stores in each cluster, also those that only one run has"
    >
      <div className={classes.figures}>
        <DataTable
          label="Sizes of the clusters"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          height={360}
        />
      </div>
    </Region>
  )
}

function titleOf(nSame: number, nNew: number, nGone: number): string {
  const parts = [
    ...(nNew === 0 ? [] : [`${formatCount(nNew)} new`]),
    ...(nGone === 0 ? [] : [`${formatCount(nGone)} gone`]),
  ]
  const same = `${formatCount(nSame)} ${nSame === 1 ? 'cluster is' : 'clusters are'} in both runs`
  return parts.length === 0 ? same : `${same}, ${parts.join(', ')}`
}

function sizeColumns({ before, after }: RunWords): readonly DataColumn<SizeRow>[] {
  return [
    {
      id: 'cluster',
      head: 'Cluster',
      value: ({ head }) => headName(head),
      cell: ({ head }) => <ClusterHead head={head} />,
    },
    {
      id: 'before',
      head: sentenceCase(before),
      value: (row) => row.before,
      cell: (row) => (row.before === null ? '' : formatCount(row.before)),
      align: 'right',
      tone: 'ink-3',
    },
    {
      id: 'after',
      head: sentenceCase(after),
      value: (row) => row.after,
      cell: (row) => <b>{row.after === null ? '' : formatCount(row.after)}</b>,
      align: 'right',
    },
    {
      id: 'change',
      head: 'Change',
      value: (row) => (row.after ?? 0) - (row.before ?? 0),
      cell: ({ change }) => change,
      align: 'right',
    },
  ]
}
