import type { Explanation } from '../../runs/compare/explain-moves'
import type { Membership, Move } from '../../runs/compare/membership'
import type { FromToHead } from '../../ui/charts/from-to-matrix'
import { formatAmount, formatPercent } from '../../ui/number-format'
import type { RunWords } from '../run-words'
import { headName, type Heads } from './cluster-heads'
import { reasonWords } from './reasons.model'

export type MoveRow = Move & {
  readonly fromHead: FromToHead | null
  readonly toHead: FromToHead | null
  /** Null where nobody asked. */
  readonly reason: string | null
}

export type ReasonsOf = (store: string) => Parameters<typeof reasonWords>[0]

/** The moved stores, each with its reason once that was tested. */
export function moveRows(
  { moves }: Membership,
  heads: Heads,
  why: { readonly explanation: Explanation; readonly reasonsOf: ReasonsOf } | null,
): readonly MoveRow[] {
  const from = new Map(heads.rows.map((head) => [head.id, head]))
  const to = new Map(heads.columns.map((head) => [head.id, head]))
  const nUntested = why?.explanation.things.filter(({ isTested }) => !isTested).length ?? 0
  return moves.map((move) => ({
    ...move,
    fromHead: from.get(move.from) ?? null,
    toHead: to.get(move.to) ?? null,
    reason: why && reasonWords(why.reasonsOf(move.store), nUntested),
  }))
}

export type MoveFilter = { readonly query: string; readonly reason: string | null }

/** Stores whose id or cluster holds the text, with the chosen reason. */
export function filterMoves(
  rows: readonly MoveRow[],
  { query, reason }: MoveFilter,
): readonly MoveRow[] {
  const text = query.trim().toLowerCase()
  return rows.filter((row) => {
    if (reason !== null && row.reason !== reason) return false
    if (text === '' || row.store.toLowerCase().includes(text)) return true
    return row.toHead !== null && headName(row.toHead).toLowerCase().includes(text)
  })
}

/** `5.5 % of stores and 4.1 % of sales moved.`, with the stores that only one run has. */
export function movedWords(
  { moves, shareMoved, salesMoved, onlyA, onlyB }: Membership,
  runs: RunWords,
): string {
  const stores = `${shareText(shareMoved)} of stores`
  const moved =
    salesMoved === null ? stores : `${stores} and ${shareText(salesMoved.share)} of sales`
  const only = [
    ...(onlyA.length === 0
      ? []
      : [`${formatAmount(onlyA.length, 'store')} only in ${runs.before}.`]),
    ...(onlyB.length === 0
      ? []
      : [`${formatAmount(onlyB.length, 'store')} only in ${runs.after}.`]),
  ]
  return [...(moves.length === 0 ? [] : [`${moved} moved.`]), ...only].join(' ')
}

/** What moved is never nothing: `under 0.1 %`. */
function shareText(share: number): string {
  return share > 0 && share < 0.0005 ? `under ${formatPercent(0.001, 1)}` : formatPercent(share, 1)
}
