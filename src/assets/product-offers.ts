import { createIdLookup } from '../table/id-lookup'
import { idRules, type IdRule } from '../table/id-rules'
import type { RuleOffer } from './value'

const nExamples = 3

/**
 * The rules that would find more products of the sales in the product map than those in use. Unlike
 * stores, several products of the sales may be one of the map. Time grows with the ids.
 */
export function productOffers(
  sold: readonly string[],
  mapped: readonly string[],
  inUse: readonly IdRule[],
): readonly RuleOffer[] {
  const now = createIdLookup(mapped, inUse)
  const rest = new Set(sold.filter((id) => now.indexOf(id) === -1))
  if (rest.size === 0 || mapped.length === 0) return []
  const nNow = sold.length - rest.size
  return [...idRules, 'all' as const].flatMap((rule) => {
    const rules = idRules.filter((one) => rule === 'all' || one === rule || inUse.includes(one))
    const { indexOf, conflicts } = createIdLookup(mapped, rules)
    const found = sold.filter((id) => indexOf(id) !== -1)
    const nAdded = found.length - nNow
    if (nAdded <= 0) return []
    const examples = found
      .filter((id) => rest.has(id))
      .slice(0, nExamples)
      .map((left) => ({ left, right: mapped[indexOf(left)] }))
    return [{ rule, nAdded, nConflicts: conflicts.length, examples }]
  })
}
