import type { ClusterReassignment } from '../assets/merging/cluster-reassignment/spec'
import { formatAmount } from '../ui/number-format'

type Decided = Pick<ClusterReassignment, 'moves' | 'excluded'>

/** What overrides did to the merged clusters, as a sentence; empty where they did nothing. */
export function overrideSentence({ moves, excluded }: Decided): string {
  const nMoved = moves.filter(({ by }) => by === 'override').length
  const done = [
    ...(nMoved === 0 ? [] : [`move ${formatAmount(nMoved, 'store')}`]),
    ...(excluded.length === 0 ? [] : [`leave ${formatAmount(excluded.length, 'store')} out`]),
  ]
  return done.length === 0 ? '' : `Overrides ${done.join(' and ')}.`
}
