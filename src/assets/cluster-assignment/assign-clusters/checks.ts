import type { StageSpecs } from '../../branch'
import { conserveStores, storesOf } from '../../conserve-stores'
import { allHold, allMatter } from '../../overrides/check-outcomes'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

export const checks: Checks<StageSpecs['assigned'], Inputs> = {
  stores_conserved: ({ storeIds, clusters, clusterIds, separate, excluded }, { imputed }) => {
    const known = new Set(clusterIds)
    const placed = storeIds.filter((_, row) => known.has(clusters[row]))
    const kept = [...placed, ...separate.map(({ storeId }) => storeId)]
    const { passed, metadata } = conserveStores(storesOf(imputed), { storeIds: kept, excluded })
    return { passed, metadata: { ...metadata, separate: separate.length } }
  },
  overrides_hold: ({ overrides }) => allHold(overrides),
  overrides_matter: ({ overrides }) => allMatter(overrides),
}
