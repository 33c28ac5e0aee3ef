import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { mergedClusterAssignments } from './spec'

export const checks: Checks<ReturnType<typeof mergedClusterAssignments>, Inputs> = {
  keys_unique: ({ storeIds, categories }) => {
    const byCategory = new Map<string, Set<string>>()
    storeIds.forEach((id, row) => {
      const stores = byCategory.get(categories[row]) ?? new Set<string>()
      byCategory.set(categories[row], stores.add(id))
    })
    const distinct = [...byCategory.values()].reduce((sum, stores) => sum + stores.size, 0)
    return {
      passed: distinct === storeIds.length,
      metadata: { rows: storeIds.length, distinct, categories: byCategory.size },
    }
  },
}
