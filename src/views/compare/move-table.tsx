import { useMemo } from 'react'
import type { FromToHead } from '../../ui/charts/from-to-matrix'
import { DataTable } from '../../ui/data-table'
import type { DataColumn } from '../../ui/data-table-props'
import { headName, type Heads } from './cluster-heads'
import type { RunWords } from '../run-words'
import { ClusterHead } from './cluster-head'
import type { MoveLink } from './movement'

export type MoveTableProps = {
  readonly links: readonly MoveLink[]
  readonly heads: Heads
  readonly words: RunWords
}

/** Every movement between two clusters, most stores first. */
export function MoveTable({ links, heads, words }: MoveTableProps) {
  const columns = useMemo(() => moveColumns(heads, words), [heads, words])
  return (
    <DataTable
      label="Movements between clusters"
      columns={columns}
      rows={links}
      rowKey={({ row, column }) => `${row} ${column}`}
      sort={{ id: 'stores', desc: true }}
      height={420}
      empty="No store moves"
    />
  )
}

function moveColumns({ rows, columns }: Heads, words: RunWords): readonly DataColumn<MoveLink>[] {
  const end = (
    id: string,
    head: string,
    of: (link: MoveLink) => FromToHead | undefined,
  ): DataColumn<MoveLink> => ({
    id,
    head,
    value: (link) => {
      const found = of(link)
      return found === undefined ? null : headName(found)
    },
    cell: (link) => <ClusterHead head={of(link) ?? null} />,
  })
  return [
    end('from', `In ${words.before}`, ({ row }) => rows[row]),
    end('to', `In ${words.after}`, ({ column }) => columns[column]),
    { id: 'stores', head: 'Stores', align: 'right', value: ({ stores }) => stores },
  ]
}
