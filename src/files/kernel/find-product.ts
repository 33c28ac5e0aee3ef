import { createIdLookup } from '../../table/id-lookup'
import type { FoldPlan } from '../../table/sales-fold'

export type ProductInPlan = {
  /** Where its need states begin in `plan.groups`, and how many they are. */
  readonly from: number
  readonly n: number
  /** The filter that leaves it out, -1 for none. */
  readonly filter: number
}

/** Looks products up by text: one that the plan does not know has no need state. */
export function createProductFinder(plan: FoldPlan): (product: string) => ProductInPlan {
  const { indexOf } = createIdLookup(plan.products, plan.idRules)
  const { groupStarts, leftOutBy } = plan
  return (product) => {
    const index = indexOf(product)
    if (index === -1) return { from: 0, n: 0, filter: -1 }
    const from = groupStarts[index]
    return { from, n: groupStarts[index + 1] - from, filter: leftOutBy[index] }
  }
}
