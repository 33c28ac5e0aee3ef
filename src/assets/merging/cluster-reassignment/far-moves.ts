import { quantile } from '../../../math/quantile'
import type { ClusterReassignment } from './spec'

type Moves = ClusterReassignment['moves']

/** A radius from fewer stores than this says little: that of all that stayed is taken instead. */
const fewest = 20
const inside = 0.99
/** A move goes to another cluster, so some way out is what it has to be. */
const farOut = 2

/**
 * The stores that left a small cluster for one in which they lie over twice as far from the centre
 * as 99 % of the stores that stayed in it (of all that stayed, where it has under 20). A person who
 * moves a store knows: overrides do not count.
 */
export function farMoves(value: ClusterReassignment): { far: Moves; nMoved: number } {
  const { rebalanced, movedFrom, distance, moves } = value
  const ofCluster = new Map<string, number[]>()
  const all: number[] = []
  movedFrom.forEach((from, row) => {
    if (from !== '') return
    const own = ofCluster.get(rebalanced[row]) ?? []
    own.push(distance[row])
    ofCluster.set(rebalanced[row], own)
    all.push(distance[row])
  })
  const pooled = radiusOf(all)
  const radii = new Map(
    [...ofCluster].map(([cluster, own]) => [cluster, own.length < fewest ? pooled : radiusOf(own)]),
  )
  const bySize = moves.filter(({ by }) => by === 'size')
  const far = bySize.filter(({ to, dTo }) => dTo > farOut * (radii.get(to) ?? pooled))
  return { far, nMoved: bySize.length }
}

/** Without a store that stayed nothing is far. */
function radiusOf(distances: readonly number[]): number {
  return distances.length === 0 ? Infinity : quantile(Float64Array.from(distances), inside)
}
