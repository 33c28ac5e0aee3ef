import { noneDominates } from '../../cluster-sizes'
import { conserveStores } from '../../conserve-stores'
import { firstFew } from '../../first-few'
import { allHold, allMatter } from '../../overrides/check-outcomes'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import { farMoves } from './far-moves'
import type { ClusterReassignment, clusterReassignment } from './spec'

const mostMoved = 0.3
const mostFar = 0.25

export const checks: Checks<ReturnType<typeof clusterReassignment>, Inputs> = {
  stores_conserved: (value, { merged }) => {
    const { passed, metadata } = conserveStores(merged.storeIds, value)
    const nMoved = countMoved(
      value,
      new Map(merged.storeIds.map((id, i) => [id, merged.merged[i]])),
    )
    const nPlaced = value.sizesAfter.reduce((sum, { size }) => sum + size, 0)
    return {
      passed:
        passed &&
        areKnown(value) &&
        nPlaced === value.storeIds.length &&
        nMoved === value.moves.length,
      metadata: { ...metadata, placed: nPlaced, moved: nMoved, moves_listed: value.moves.length },
    }
  },
  some_cluster_is_large: ({ minClusterSize, workableMinClusterSize }) => ({
    passed: workableMinClusterSize >= minClusterSize,
    metadata: {
      min_cluster_size: minClusterSize,
      largest_that_would_work: workableMinClusterSize,
    },
  }),
  few_stores_moved: ({ moves, storeIds, minClusterSize }) => ({
    passed: moves.length <= mostMoved * storeIds.length,
    metadata: {
      moved: moves.length,
      stores: storeIds.length,
      min_cluster_size: minClusterSize,
    },
  }),
  moves_are_near: (value) => {
    const { far, nMoved } = farMoves(value)
    return {
      passed: far.length <= mostFar * nMoved,
      metadata: {
        far: far.length,
        moved: nMoved,
        first: firstFew(far.map(({ storeId, from, to }) => `${storeId} from ${from} to ${to}`)),
      },
    }
  },
  no_dominating_cluster: ({ sizesAfter }) => noneDominates(sizesAfter.map(({ size }) => size)),
  overrides_hold: ({ overrides }) => allHold(overrides),
  overrides_matter: ({ overrides }) => allMatter(overrides),
}

function areKnown({ rebalanced, storeIds, sizesBefore }: ClusterReassignment): boolean {
  const known = new Set(sizesBefore.map(({ cluster }) => cluster))
  return rebalanced.length === storeIds.length && rebalanced.every((label) => known.has(label))
}

/** Stores whose final cluster is not the crossed one. */
function countMoved(
  { rebalanced, storeIds }: ClusterReassignment,
  crossed: ReadonlyMap<string, string>,
): number {
  return rebalanced.filter((label, row) => label !== crossed.get(storeIds[row])).length
}
