import type { StageSpecs } from '../../branch'
import { conserveStores } from '../../conserve-stores'
import { allFinite } from '../../finite-cells'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

const leastShare = 0.5

export const checks: Checks<StageSpecs['reduced'], Inputs> = {
  stores_conserved: (value, { outliers }) => conserveStores(outliers.storeIds, value),
  matrix_finite: ({ X, componentNames }) => allFinite(X, componentNames),
  variance_kept: ({ pca }) => {
    if (pca === null) return { passed: true, metadata: { share: 1, components: null } }
    // A kernel has no total to take a share of.
    if (pca.method === 'kernel')
      return { passed: true, metadata: { share: null, components: pca.nComponents } }
    const kept = pca.explainedVarianceRatio.slice(0, pca.nComponents)
    const share = kept.reduce((sum, ratio) => sum + ratio, 0)
    return { passed: share >= leastShare, metadata: { share, components: pca.nComponents } }
  },
}
