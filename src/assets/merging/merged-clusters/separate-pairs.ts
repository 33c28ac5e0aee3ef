import { compareText } from '../../../table/compare-text'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { IdPair } from '../../value'
import type { MergedClusters } from './spec'

type Assigned = Pick<AssignedClusters, 'storeIds' | 'clusters' | 'isOutlier' | 'separate'>

/** Every store that a view has a label for, a cluster or `outlier`, sorted by id. */
export function labelledIn({ storeIds, separate }: Assigned): readonly string[] {
  if (separate.length === 0) return storeIds
  return [...storeIds, ...separate.map(({ storeId }) => storeId)].sort(compareText)
}

type Parted = {
  readonly placed: readonly IdPair[]
  readonly separate: MergedClusters['separate']
}

/** Pairs with a cluster in both views, and those that a view keeps out of its clusters. */
export function partPairs(
  pairs: readonly IdPair[],
  internal: Assigned,
  external: Assigned,
): Parted {
  const [inner, outer] = [placesIn(internal), placesIn(external)]
  const placed: IdPair[] = []
  const separate: MergedClusters['separate'][number][] = []
  for (const pair of pairs) {
    const [own, other] = [inner.get(pair.left), outer.get(pair.right)]
    if (own !== undefined && other !== undefined) placed.push(pair)
    else
      separate.push({
        storeId: pair.left,
        externalStoreId: pair.right,
        internal: own?.cluster ?? null,
        external: other?.cluster ?? null,
        internalOutlier: own?.isOutlier ?? true,
        externalOutlier: other?.isOutlier ?? true,
      })
  }
  return { placed, separate }
}

function placesIn({ storeIds, clusters, isOutlier }: Assigned) {
  return new Map(
    storeIds.map((id, row) => [id, { cluster: clusters[row], isOutlier: isOutlier[row] === 1 }]),
  )
}
