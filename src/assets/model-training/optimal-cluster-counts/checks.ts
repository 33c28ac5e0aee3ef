import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

export const checks: Checks<StageSpecs['counts'], Inputs> = {
  enough_stores: ({ candidates, nFitted, minClusters, maxClusters }) => {
    const largest = candidates[candidates.length - 1].k
    return {
      passed: largest >= maxClusters,
      metadata: {
        fitted_stores: nFitted,
        min_clusters: minClusters,
        max_clusters: maxClusters,
        largest_k: largest,
      },
    }
  },
  k_inside_range: ({ k, rule, minClusters, maxClusters }) => ({
    passed: rule === 'fixed' || minClusters === maxClusters || k < maxClusters,
    metadata: { k, max_clusters: maxClusters },
  }),
}
