import type { StageSpecs } from '../../branch'
import { noneDominates } from '../../cluster-sizes'
import type { Checks, CheckOutcome } from '../../spec'
import type { Inputs } from './compute'
import type { ClusteringModel } from './spec'

const tiny = 3
const sliver = 0.01
const stable = 0.8

export const checks: Checks<StageSpecs['model'], Inputs> = {
  no_empty_cluster: (model) => smallestAtLeast(model, 1),
  no_dominating_cluster: ({ sizes }) => noneDominates(sizes),
  no_tiny_cluster: (model) => smallestAtLeast(model, tiny),
  no_sliver_cluster: (model) => {
    const stores = model.sizes.reduce((sum, size) => sum + size, 0)
    return smallestAtLeast(model, sliver * stores)
  },
  stable_under_seed: ({ seedAgreement, nClusters }) => ({
    passed: seedAgreement === null || seedAgreement >= stable,
    metadata: { agreement: seedAgreement, clusters: nClusters },
  }),
}

function smallestAtLeast({ sizes, clusterIds }: ClusteringModel, limit: number): CheckOutcome {
  const smallest = sizes.reduce((least, size) => Math.min(least, size), Infinity)
  const row = sizes.indexOf(smallest)
  const stores = sizes.reduce((sum, size) => sum + size, 0)
  return {
    passed: smallest >= limit,
    metadata: {
      smallest: row === -1 ? null : smallest,
      cluster: row === -1 ? null : clusterIds[row],
      clusters: sizes.length,
      stores,
    },
  }
}
