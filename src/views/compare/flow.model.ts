import type { Membership } from '../../runs/compare/membership'
import type { FlowCluster, MergeLink } from '../../ui/charts/merge-flow'
import { headName, type Heads } from './cluster-heads'
import { moveLinks, staysOf } from './movement'

export type MoveFlow = {
  readonly links: readonly MergeLink[]
  readonly clusters: ReadonlyMap<string, FlowCluster>
  /** The name of an end: the same id may be in both runs. */
  readonly nameOf: (id: string) => string
}

/** The movement as ribbons: what left each cluster, and at the other end what stayed and came. */
export function flowOf(membership: Membership, { rows, columns }: Heads): MoveFlow {
  const { counts } = membership
  const stays = staysOf(membership)
  const links = moveLinks(membership).map(({ row, column, stores }) => ({
    from: `from ${row}`,
    to: `to ${column}`,
    stores,
    keeps: 'internal' as const,
  }))
  const stayed = (column: number) => {
    const row = stays.indexOf(column)
    return counts[row]?.[column] ?? 0
  }
  const clusters: readonly FlowCluster[] = [
    ...rows.map(({ token }, row) => {
      const before = (counts[row] ?? []).reduce((sum, count) => sum + count, 0)
      return { id: `from ${row}`, token, before, gained: 0 }
    }),
    ...columns.map(({ token }, column) => {
      const all = counts.reduce((sum, each) => sum + (each[column] ?? 0), 0)
      const before = stayed(column)
      return { id: `to ${column}`, token, before, gained: all - before }
    }),
  ]
  const names = new Map<string, string>([
    ...rows.map((head, row) => [`from ${row}`, headName(head)] as [string, string]),
    ...columns.map((head, column) => [`to ${column}`, headName(head)] as [string, string]),
  ])
  return {
    links,
    clusters: new Map(clusters.map((cluster) => [cluster.id, cluster])),
    nameOf: (id) => names.get(id) ?? id,
  }
}
