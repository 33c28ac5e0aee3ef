import { firstFew } from '../../first-few'
import type { Checks } from '../../spec'
import type { Inputs } from './compute'
import type { mergedClusterAssignments } from './spec'

export const checks: Checks<ReturnType<typeof mergedClusterAssignments>, Inputs> = {
  keys_unique: ({ storeIds, categories, separate }) => {
    const byCategory = new Map<string, Set<string>>()
    const keys = [
      ...storeIds.map((storeId, row) => ({ storeId, category: categories[row] })),
      ...separate,
    ]
    const again = keys.filter(({ storeId, category }) => {
      const stores = byCategory.get(category) ?? new Set<string>()
      byCategory.set(category, stores)
      return stores.size === stores.add(storeId).size
    })
    return {
      passed: again.length === 0,
      metadata: {
        rows: keys.length,
        repeated: again.length,
        first: firstFew(again.map(({ storeId }) => storeId)),
        categories: byCategory.size,
      },
    }
  },
  stores_conserved: ({ storeIds, separate, excluded, perCategory }, { merged, reassigned }) => {
    const published = new Set(reassigned.map(({ partition }) => partition))
    const sizes = merged
      .filter(({ partition }) => published.has(partition))
      .map(({ partition, value }) => ({
        partition,
        rows: value.storeIds.length + value.separate.length,
      }))
    const rowsIn = sizes.reduce((sum, { rows }) => sum + rows, 0)
    const counted = new Map(
      perCategory.map((one) => [one.category, one.stores + one.separate + one.excluded]),
    )
    const wrong = sizes.filter(({ partition, rows }) => counted.get(partition) !== rows)
    return {
      passed: storeIds.length + separate.length + excluded.length === rowsIn && wrong.length === 0,
      metadata: {
        rows_in: rowsIn,
        placed: storeIds.length,
        separate: separate.length,
        excluded: excluded.length,
        first_wrong: firstFew(wrong.map(({ partition }) => partition)),
      },
    }
  },
}
