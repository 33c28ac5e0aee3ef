import type { Membership } from '../../runs/compare/membership'
import { listed } from '../../ui/list-words'
import { formatAmount, formatPercent } from '../../ui/number-format'
import { sentenceCase } from '../../ui/sentence-case'
import { headName, type Heads } from './cluster-heads'

/** Stores that went from one cluster to another one. */
export type MoveLink = {
  readonly row: number
  readonly column: number
  readonly stores: number
}

/** Column that is the same cluster as each row; -1 where the cluster is gone. */
export function staysOf({ rows, columns }: Membership): readonly number[] {
  return rows.map(({ matched }) =>
    matched === null ? -1 : columns.findIndex(({ id }) => id === matched),
  )
}

/** Every movement between two clusters, most stores first. */
export function moveLinks(membership: Membership): readonly MoveLink[] {
  const stays = staysOf(membership)
  return membership.counts
    .flatMap((counts, row) => counts.map((stores, column) => ({ row, column, stores })))
    .filter(({ row, column, stores }) => stores > 0 && stays[row] !== column)
    .toSorted((a, b) => b.stores - a.stores)
}

/** Past this many clusters the matrix is a table of movements. */
const mostDrawn = 16

export function isTooLargeToDraw({ rows, columns }: Membership): boolean {
  return rows.length > mostDrawn || columns.length > mostDrawn
}

/** Which clusters lose the largest part of their stores. */
export function lossTitle(membership: Membership, heads: Heads): string {
  const stays = staysOf(membership)
  const losses = membership.counts.map((counts, row) => {
    const total = counts.reduce((sum, count) => sum + count, 0)
    const stayed = counts[stays[row] ?? -1] ?? 0
    return { row, share: total === 0 ? 0 : (total - stayed) / total }
  })
  const most = losses.reduce((max, { share }) => Math.max(max, share), 0)
  if (most === 0) return 'No store moves'
  const losers = losses
    .filter(({ share }) => share >= most * 0.6)
    .toSorted((a, b) => b.share - a.share)
    .map(({ row }) => heads.rows[row])
    .flatMap((head) => (head === undefined ? [] : [headName(head)]))
  if (losers.length > 2) return 'No cluster loses much more than the others'
  return `${sentenceCase(listed(losers))} ${losers.length === 1 ? 'loses' : 'lose'} the most`
}

/** A share of stores that never rounds movement away: `94 %`, `99.97 %`. */
export function keptText(nKept: number, nAll: number): string {
  const share = nAll === 0 ? 1 : nKept / nAll
  const decimals = [0, 1, 2].find((n) => nKept === nAll || Number((share * 100).toFixed(n)) < 100)
  return formatPercent(share, decimals ?? 3)
}

/** `38 stores from Premium grazing to On-the-go singles`; null where none moved. */
export function largestMove(membership: Membership, heads: Heads): string | null {
  const [link] = moveLinks(membership)
  const from = link && heads.rows[link.row]
  const to = link && heads.columns[link.column]
  if (link === undefined || from === undefined || to === undefined) return null
  const [before, after] = [headName(from), headName(to)]
  const there = before === after ? 'another cluster of that name' : after
  return `${formatAmount(link.stores, 'store')} from ${before} to ${there}`
}
