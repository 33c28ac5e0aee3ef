import { useMemo } from 'react'
import type { MergeLink } from '../../ui/charts/merge-flow'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { keepsLabels } from './flow.model'
import { MergedToken } from './merged-token'
import type { Pairs } from './pairs.model'

export type LinkTableProps = { readonly links: readonly MergeLink[]; readonly pairs: Pairs }

/** The flow as a table: one row per two clusters with moves between them. */
export function LinkTable({ links, pairs }: LinkTableProps) {
  const columns = useMemo(() => linkColumns(pairs), [pairs])
  return (
    <DataTable
      label="Moves between clusters"
      columns={columns}
      rows={links}
      rowKey={({ from, to }) => `${from} ${to}`}
      sort={{ id: 'stores', desc: true }}
      height={320}
    />
  )
}

function linkColumns(pairs: Pairs): readonly DataColumn<MergeLink>[] {
  const cluster = (head: string, of: (link: MergeLink) => string): DataColumn<MergeLink> => ({
    id: head,
    head,
    value: of,
    cell: (link) => <MergedToken label={of(link)} pairs={pairs} />,
  })
  return [
    cluster('From', ({ from }) => from),
    cluster('To', ({ to }) => to),
    { id: 'stores', head: 'Stores', align: 'right', value: ({ stores }) => stores },
    { id: 'keeps', head: 'Keeps', tone: 'ink-2', value: ({ keeps }) => keepsLabels[keeps] },
  ]
}
