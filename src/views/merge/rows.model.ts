import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { Names, Pair, Pairs } from './pairs.model'

/** A store that left a small cluster. */
export type MovedStore = {
  readonly storeId: string
  readonly from: string
  readonly to: string
  /** To the centre of its cluster before and after, and of the next nearest large one. */
  readonly before: number
  readonly after: number
  readonly runnerUp: string
  readonly runnerUpDistance: number
  /** How much nearer the taker is than the runner-up, 0 to 1; null without a runner-up. */
  readonly margin: number | null
}

type Moves = Pick<ClusterReassignment, 'moves'>

export function movedStoresOf({ moves }: Moves): readonly MovedStore[] {
  return moves.map(({ dFrom, dTo, ...move }) => ({
    ...move,
    before: dFrom,
    after: dTo,
    margin: marginOf(dTo, move),
  }))
}

/** (d2 - d1) / d2, as for the clusters themselves. A whole moved cluster can bring it below 0. */
function marginOf(
  dTo: number,
  { runnerUp, runnerUpDistance }: { readonly runnerUp: string; readonly runnerUpDistance: number },
): number | null {
  if (runnerUp === '') return null
  return runnerUpDistance === 0 ? 0 : (runnerUpDistance - dTo) / runnerUpDistance
}

/** Stores whose id holds the text, whatever its case. */
export function searchStores<S extends { readonly storeId: string }>(
  stores: readonly S[],
  text: string,
): readonly S[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return stores
  return stores.filter(({ storeId }) => storeId.toLowerCase().includes(wanted))
}

/** A cluster that is left in the end. */
export type FinalCluster = Pair & {
  readonly internalName: string
  readonly externalName: string
  readonly before: number
  readonly after: number
  readonly gained: number
}

type Sizes = Pick<ClusterReassignment, 'sizesBefore' | 'sizesAfter'>

/** One row per final cluster, in the order of the sizes: internal, then external. */
export function finalClustersOf(
  { sizesBefore, sizesAfter }: Sizes,
  pairs: Pairs,
  names: Names,
): readonly FinalCluster[] {
  const before = new Map(sizesBefore.map(({ cluster, size }) => [cluster, size]))
  return sizesAfter.flatMap(({ cluster, size }) => {
    const pair = pairs.get(cluster)
    if (pair === undefined) return []
    const was = before.get(cluster) ?? 0
    return [
      {
        ...pair,
        internalName: names.internal.get(String(pair.internal)) ?? '',
        externalName: names.external.get(String(pair.external)) ?? '',
        before: was,
        after: size,
        gained: size - was,
      },
    ]
  })
}
