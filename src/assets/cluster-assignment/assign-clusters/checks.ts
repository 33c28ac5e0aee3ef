import type { StageSpecs } from '../../branch'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'

export const checks: Checks<StageSpecs['assigned'], Inputs> = {
  stores_conserved: ({ storeIds, clusters, nClusters, excluded }, { imputed }) => {
    const placed = new Set(
      storeIds.filter((_, row) => clusters[row] >= 1 && clusters[row] <= nClusters),
    )
    const listed = new Set(excluded.map(({ storeId }) => storeId))
    const entered = new Set([
      ...imputed.storeIds,
      ...imputed.excluded.map(({ storeId }) => storeId),
    ])
    const lost = [...entered].filter((id) => placed.has(id) === listed.has(id))
    return {
      passed:
        lost.length === 0 &&
        placed.size === storeIds.length &&
        placed.size + listed.size === entered.size,
      metadata: {
        stores_in: entered.size,
        placed: placed.size,
        excluded: listed.size,
        lost: lost.length,
        first_lost: lost[0] ?? null,
      },
    }
  },
}
