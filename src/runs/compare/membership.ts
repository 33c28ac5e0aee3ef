import { finiteOrNull } from '../../assets/finite-or-null'
import type { NameOf } from './cluster-names'
import { type Matching, type Overlay, overlay } from './match-clusters'
import type { ClusterView, Placements } from './placements'
import type { IsStable } from './stable-ids'
import type { SalesOf } from './store-sales'

/** A cluster of one run: `matched` is the same cluster of the other run, null where there is none. */
export type ClusterSide = {
  readonly id: string
  readonly name: string | null
  /** Every store that is in it, also those that the other run has not. */
  readonly size: number
  readonly matched: string | null
}

/** A store that is not in the same cluster any more. `from` is an id of a, `to` one of b. */
export type Move = {
  readonly store: string
  readonly from: string
  readonly to: string
  /** (d2 - d1) / d2 in b: 0 on the border; null where there is one cluster. */
  readonly margin: number | null
  /** To the own centre, each in the space of its run. */
  readonly distanceBefore: number | null
  readonly distanceAfter: number | null
  readonly sales: number | null
}

export type SalesMoved = {
  readonly moved: number
  readonly total: number
  readonly share: number
}

/** Who is where, of one view and category that both runs have. */
export type Membership = {
  readonly view: ClusterView
  readonly category: string
  /** Stores that both runs place; all shares are of these. */
  readonly nCommon: number
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
  /** 1: the same groups, whatever their ids. */
  readonly adjustedRandIndex: number
  readonly matching: Matching
  /** Clusters of a, and of b in the order of the ones they match, then the new ones. */
  readonly rows: readonly ClusterSide[]
  readonly columns: readonly ClusterSide[]
  /** `counts[r][c]` common stores went from `rows[r]` to `columns[c]`. */
  readonly counts: readonly (readonly number[])[]
  readonly moves: readonly Move[]
  readonly shareMoved: number
  /** Null where neither run knows the sales of a store. */
  readonly salesMoved: SalesMoved | null
}

export type MembershipContext = {
  readonly isStable: IsStable | null
  readonly salesOf: SalesOf
  readonly nameBefore: NameOf
  readonly nameAfter: NameOf
}

export function membershipBetween(
  a: Placements,
  b: Placements,
  context: MembershipContext,
): Membership {
  const over = overlay(a, b, context.isStable)
  const { common, onlyA, onlyB, matching, crossing, adjustedRandIndex } = over
  const sales = context.salesOf(a.category)
  const moves = movesOf(over, { a, b, sales })
  return {
    view: a.view,
    category: a.category,
    nCommon: common.length,
    onlyA,
    onlyB,
    adjustedRandIndex,
    matching,
    rows: sidesOf(crossing.rows, a, { pairs: matching.pairs, nameOf: context.nameBefore }),
    columns: sidesOf(crossing.columns, b, {
      pairs: matching.pairs.map(([before, after]) => [after, before] as const),
      nameOf: context.nameAfter,
    }),
    counts: crossing.counts,
    moves,
    shareMoved: common.length === 0 ? 0 : moves.length / common.length,
    salesMoved: sales && salesMovedOf(over, moves, sales),
  }
}

type Sides = {
  readonly a: Placements
  readonly b: Placements
  readonly sales: ReadonlyMap<string, number> | null
}

function movesOf({ common, matching }: Overlay, { a, b, sales }: Sides): readonly Move[] {
  const stays = new Map(matching.pairs)
  return common
    .filter(({ from, to }) => stays.get(from) !== to)
    .map(({ id, rowA, rowB, from, to }) => ({
      store: id,
      from,
      to,
      margin: marginAt(b, rowB),
      distanceBefore: finiteOrNull(a.distance[rowA] ?? Number.NaN),
      distanceAfter: finiteOrNull(b.distance[rowB] ?? Number.NaN),
      sales: sales?.get(id) ?? null,
    }))
}

function marginAt({ distance, runnerUpDistance }: Placements, row: number): number | null {
  const [own, next] = [distance[row] ?? Number.NaN, runnerUpDistance[row] ?? Number.NaN]
  return next === 0 ? 0 : finiteOrNull((next - own) / next)
}

function salesMovedOf(
  { common }: Overlay,
  moves: readonly Move[],
  sales: ReadonlyMap<string, number>,
): SalesMoved | null {
  const total = common.reduce((sum, { id }) => sum + (sales.get(id) ?? 0), 0)
  if (total <= 0) return null
  const moved = moves.reduce((sum, move) => sum + (move.sales ?? 0), 0)
  return { moved, total, share: moved / total }
}

type Naming = { readonly pairs: Matching['pairs']; readonly nameOf: NameOf }

function sidesOf(
  ids: readonly string[],
  placements: Placements,
  { pairs, nameOf }: Naming,
): readonly ClusterSide[] {
  const matched = new Map(pairs)
  const sizes = new Map<string, number>()
  for (const cluster of placements.clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  return ids.map((id) => ({
    id,
    name: nameOf(placements, id),
    size: sizes.get(id) ?? 0,
    matched: matched.get(id) ?? null,
  }))
}
