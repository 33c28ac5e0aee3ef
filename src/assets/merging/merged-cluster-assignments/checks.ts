import { firstFew } from '../../first-few'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { mergedClusterAssignments } from './spec'

export const checks: Checks<ReturnType<typeof mergedClusterAssignments>, Inputs> = {
  keys_unique: ({ storeIds, categories }) => {
    const byCategory = new Map<string, Set<string>>()
    const again = storeIds.filter((id, row) => {
      const stores = byCategory.get(categories[row]) ?? new Set<string>()
      byCategory.set(categories[row], stores)
      return stores.size === stores.add(id).size
    })
    return {
      passed: again.length === 0,
      metadata: {
        rows: storeIds.length,
        repeated: again.length,
        first: firstFew(again),
        categories: byCategory.size,
      },
    }
  },
  stores_conserved: ({ storeIds, excluded, perCategory }, { merged, reassigned }) => {
    const published = new Set(reassigned.map(({ partition }) => partition))
    const sizes = merged
      .filter(({ partition }) => published.has(partition))
      .map(({ partition, value }) => ({ partition, rows: value.storeIds.length }))
    const rowsIn = sizes.reduce((sum, { rows }) => sum + rows, 0)
    const counted = new Map(perCategory.map((one) => [one.category, one.stores + one.excluded]))
    const wrong = sizes.filter(({ partition, rows }) => counted.get(partition) !== rows)
    return {
      passed: storeIds.length + excluded.length === rowsIn && wrong.length === 0,
      metadata: {
        rows_in: rowsIn,
        placed: storeIds.length,
        excluded: excluded.length,
        first_wrong: firstFew(wrong.map(({ partition }) => partition)),
      },
    }
  },
}
