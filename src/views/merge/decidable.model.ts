import type { ClusterReassignment } from '../../assets/merging/cluster-reassignment/spec'
import type { LockableCluster } from '../decide-stores'
import { tokenOf } from './flow.model'
import type { Pairs } from './pairs.model'

/** Every crossed cluster with its final size: a store may be locked to a small one too. */
export function lockableOf(
  { sizesBefore, sizesAfter }: Pick<ClusterReassignment, 'sizesBefore' | 'sizesAfter'>,
  pairs: Pairs,
  names: ReadonlyMap<string, string>,
): readonly LockableCluster[] {
  const after = new Map(sizesAfter.map(({ cluster, size }) => [cluster, size]))
  return sizesBefore.flatMap(({ cluster: key }) => {
    const pair = pairs.get(key)
    if (pair === undefined) return []
    const name = names.get(key) ?? `Cluster ${key}`
    return [{ key, name, token: tokenOf(pair), size: after.get(key) ?? 0 }]
  })
}

/** A store of a final cluster, as the table of stores tells it. */
export type FinalStore = {
  readonly storeId: string
  readonly cluster: string
  /** Empty where it did not move. */
  readonly movedFrom: string
  readonly distance: number
  readonly runnerUp: string
  readonly runnerUpDistance: number
  readonly isLocked: boolean
}

type Placed = Pick<
  ClusterReassignment,
  'storeIds' | 'rebalanced' | 'movedFrom' | 'distance' | 'runnerUp' | 'runnerUpDistance' | 'locked'
>

/** The stores of one final cluster; of all of them where none is chosen. */
export function finalStoresOf(after: Placed, chosen: string | null): readonly FinalStore[] {
  const locked = new Set(after.locked)
  return after.storeIds.flatMap((storeId, i) => {
    const cluster = after.rebalanced[i] ?? ''
    if (chosen !== null && cluster !== chosen) return []
    return [
      {
        storeId,
        cluster,
        movedFrom: after.movedFrom[i] ?? '',
        distance: after.distance[i] ?? NaN,
        runnerUp: after.runnerUp[i] ?? '',
        runnerUpDistance: after.runnerUpDistance[i] ?? NaN,
        isLocked: locked.has(storeId),
      },
    ]
  })
}
