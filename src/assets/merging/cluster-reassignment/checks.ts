import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { clusterReassignment } from './spec'

export const checks: Checks<ReturnType<typeof clusterReassignment>, Inputs> = {
  some_cluster_is_large: ({ minClusterSize, workableMinClusterSize }) => ({
    passed: workableMinClusterSize >= minClusterSize,
    metadata: {
      min_cluster_size: minClusterSize,
      largest_that_would_work: workableMinClusterSize,
    },
  }),
  stores_conserved: ({ storeIds, rebalanced, sizesBefore, sizesAfter, moves }, { merged }) => {
    const known = new Set(sizesBefore.map(({ cluster }) => cluster))
    const placed = sizesAfter.reduce((sum, { size }) => sum + size, 0)
    const moved = rebalanced.filter((label, row) => label !== merged.merged[row])
    return {
      passed:
        storeIds.length === merged.storeIds.length &&
        storeIds.every((id, row) => id === merged.storeIds[row]) &&
        rebalanced.length === storeIds.length &&
        rebalanced.every((label) => known.has(label)) &&
        placed === storeIds.length &&
        moved.length === moves.length,
      metadata: { stores_in: merged.storeIds.length, placed, moved: moved.length },
    }
  },
}
