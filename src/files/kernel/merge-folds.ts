import { compareText } from '../../table/compare-text'
import { activeFilters, listExcluded, maxListed, rejectedReason } from '../../table/left-out'
import type { FoldPlan, SalesFold } from '../../table/sales-fold'
import { bitOfFilter, rejectedBit } from './lose-row'
import { mergeCategory } from './merge-category'
import { mergeTexts } from './merge-texts'
import type { PartialFold } from './partial-fold'

/**
 * The fold of a whole file from those of its ranges, in file order. All sums are of integers: how
 * the file was cut changes nothing. The partials are used up: the sums of a category are let go once
 * they are merged, for all of them twice would be the most memory that a run takes.
 */
export function mergeFolds(partials: readonly PartialFold[], plan: FoldPlan): SalesFold {
  const stores = mergeTexts(
    partials.map(({ stores, categories }) => ({
      texts: stores,
      used: categories.map(({ storeCodes, nStores }) => storeCodes.subarray(0, nStores)),
    })),
  )
  const products = mergeTexts(
    partials.map(({ products, categories }) => ({
      texts: products,
      used: categories.map(({ productCodes, nProducts }) => productCodes.subarray(0, nProducts)),
    })),
  )
  const names = new Set<string>()
  for (const { categories } of partials)
    for (const { name, nRows } of categories) if (nRows > 0) names.add(name)
  const categories = [...names].sort(compareText).map((name) => {
    const parts = partials.map(({ categories }, i) => ({
      category: categories.find((category) => category.name === name) ?? null,
      storeRank: stores.ranks[i],
      productRank: products.ranks[i],
    }))
    const merged = mergeCategory(name, parts)
    for (const { category } of parts) if (category !== null) category.lanes = none
    return merged
  })
  return {
    ...addTotals(partials),
    storeIds: stores.texts,
    products: products.texts,
    categories,
    ...mergeRejected(partials),
    filters: countFilters(partials, plan),
    excluded: mergeLost(partials, plan),
  }
}

const none = new Float64Array()

type Totals = Pick<SalesFold, 'nRows' | 'nUsed' | 'nWithoutCategory' | 'totalUnits' | 'magnitude'>

function addTotals(partials: readonly PartialFold[]): Totals {
  const totals = { nRows: 0, nUsed: 0, nWithoutCategory: 0, totalUnits: 0, magnitude: 0 }
  for (const partial of partials) {
    totals.nRows += partial.nRows
    totals.nUsed += partial.nUsed
    totals.nWithoutCategory += partial.nWithoutCategory
    totals.totalUnits += partial.totalUnits
    totals.magnitude += partial.magnitude
  }
  return totals
}

function mergeRejected(
  partials: readonly PartialFold[],
): Pick<SalesFold, 'rejected' | 'rejectedCounts'> {
  const rejected: SalesFold['rejected'][number][] = []
  const counts = new Map<string, { count: number; units: number }>()
  let nAbove = 0
  for (const partial of partials) {
    for (const one of partial.rejected.slice(0, maxListed - rejected.length))
      rejected.push({ ...one, row: one.row + nAbove })
    for (const { reason, count, units } of partial.rejectedCounts) {
      const known = counts.get(reason) ?? { count: 0, units: 0 }
      counts.set(reason, { count: known.count + count, units: known.units + units })
    }
    nAbove += partial.nRows
  }
  const rejectedCounts = [...counts]
    .map(([reason, count]) => ({ reason, ...count }))
    .sort((a, b) => compareText(a.reason, b.reason))
  return { rejected, rejectedCounts }
}

/** A filter is reached by the rows that are used and by those that it or a later one leaves out. */
function countFilters(partials: readonly PartialFold[], plan: FoldPlan): SalesFold['filters'] {
  const filters = activeFilters(plan)
  let after = partials.reduce((sum, { nUsed }) => sum + nUsed, 0)
  const counted = filters.toReversed().map(({ name }, fromLast) => {
    const index = filters.length - 1 - fromLast
    const before = after + partials.reduce((sum, { leftOut }) => sum + leftOut[index], 0)
    const filter = { name, before, after }
    after = before
    return filter
  })
  return counted.toReversed()
}

function mergeLost(partials: readonly PartialFold[], plan: FoldPlan): SalesFold['excluded'] {
  const reasons = activeFilters(plan)
    .map(({ reason }, index) => ({ reason, bit: bitOfFilter(index) }))
    .concat({ reason: rejectedReason, bit: rejectedBit })
    .sort((a, b) => compareText(a.reason, b.reason))
  const lost = new Map<string, Map<string, string>>()
  for (const { categories, stores, lost: pairs } of partials)
    for (let i = 0; i < pairs.length; i += 3) {
      const ofCategory = lost.get(categories[pairs[i]].name) ?? new Map<string, string>()
      lost.set(categories[pairs[i]].name, ofCategory)
      const store = stores[pairs[i + 1]]
      const known = ofCategory.get(store)
      const last = reasons.findLast(({ bit }) => (pairs[i + 2] & bit) !== 0)?.reason
      if (last !== undefined && (known === undefined || compareText(last, known) > 0))
        ofCategory.set(store, last)
    }
  if (lost.size === 0) return []
  const used = usedStores(partials)
  return listExcluded(lost, (category, store) => used.get(category)?.has(store) ?? false)
}

function usedStores(partials: readonly PartialFold[]): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>()
  for (const { categories, stores } of partials)
    for (const { name, storeCodes, nStores } of categories) {
      const ofCategory = used.get(name) ?? new Set<string>()
      used.set(name, ofCategory)
      for (let place = 0; place < nStores; place++) ofCategory.add(stores[storeCodes[place]])
    }
  return used
}
