import { compareText } from '../../table/compare-text'
import type { Cell, TableFile } from '../outputs/output-file'
import type { RunComparison } from './compare-runs'
import type { Explanation } from './explain-moves'
import type { Membership, Move } from './membership'
import { reasonText } from './reason-words'

const columns = [
  'store_nbr',
  'category',
  'branch',
  'from',
  'to',
  'reason',
  'distance_before',
  'distance_after',
  'sales',
]

/**
 * Every store that moved between two runs, by store, category, branch. No reason where nobody asked
 * for one.
 */
export function movesCsv(
  { memberships }: Pick<RunComparison, 'memberships'>,
  explanation: Explanation | null,
): TableFile {
  const all = memberships.flatMap((membership) =>
    membership.moves.map((move) => ({ membership, move })),
  )
  return {
    kind: 'table',
    name: 'cluster_moves.csv',
    columns,
    rows: all.toSorted(compareMoves).map((one) => rowOf(one, explanation)),
  }
}

type Placed = { readonly membership: Membership; readonly move: Move }

function rowOf({ membership, move }: Placed, explanation: Explanation | null): readonly Cell[] {
  const reason = explanation && reasonText(explanation, membership, move.store)
  const { store, from, to, distanceBefore, distanceAfter, sales } = move
  const { category, view } = membership
  return [store, category, view, from, to, reason, distanceBefore, distanceAfter, sales]
}

function compareMoves(one: Placed, other: Placed): number {
  return (
    compareText(one.move.store, other.move.store) ||
    compareText(one.membership.category, other.membership.category) ||
    compareText(one.membership.view, other.membership.view)
  )
}
