import { compareText } from './compare-text'
import type { FoldPlan, SalesFold } from './sales-fold'

/** Counts every row of sales that is not used, by reason, and knows which stores are lost by it. */
export type LeftOut = {
  readonly reject: (fields: RejectedFields) => void
  readonly isFiltered: (fields: FilteredFields) => boolean
  /** Told which stores have a used row in which category: those are not lost. */
  readonly report: (isUsed: (category: string, store: string) => boolean) => LeftOutReport
}

type LeftOutReport = Pick<SalesFold, 'rejected' | 'rejectedCounts' | 'filters' | 'excluded'>

type FilteredFields = {
  readonly store: string
  readonly category: string
  readonly value: number
  /** Which filter by product leaves the product out, else -1. */
  readonly leftOutBy: number
}

type RejectedFields = {
  readonly store: string | null
  readonly product: string | null
  readonly category: string
  readonly value: number
  readonly units: number
  /** The 1-based row of data. */
  readonly row: number
}

export type Filter = {
  readonly name: string
  readonly reason: string
  readonly leavesOut: (fields: FilteredFields) => boolean
}

/** Rejected rows that are listed, the first of the file; the others are counted. */
export const maxListed = 1000

/** Starts with nothing left out; the plan says which filters there are. */
export function createLeftOut(plan: FoldPlan): LeftOut {
  const rejected: SalesFold['rejected'][number][] = []
  const counts = new Map<string, { count: number; units: number }>()
  const filters = activeFilters(plan).map((filter) => ({ ...filter, before: 0, after: 0 }))
  const lost = new Map<string, Map<string, string>>()
  /** Of several reasons the last by name, in any order of the rows. */
  const remember = (store: string, category: string, reason: string) => {
    const ofCategory = lost.get(category) ?? new Map<string, string>()
    lost.set(category, ofCategory)
    const known = ofCategory.get(store)
    if (known === undefined || compareText(reason, known) > 0) ofCategory.set(store, reason)
  }

  return {
    reject: (fields) => {
      const reason = reasonOfRejection(fields)
      const units = Number.isNaN(fields.units) ? 0 : fields.units
      const count = counts.get(reason) ?? { count: 0, units: 0 }
      counts.set(reason, { count: count.count + 1, units: count.units + units })
      if (rejected.length < maxListed)
        rejected.push({ row: fields.row, reason, text: describeRejected(fields) })
      if (fields.store !== null) remember(fields.store, fields.category, rejectedReason)
    },
    isFiltered: (fields) => {
      for (const filter of filters) {
        filter.before += 1
        if (filter.leavesOut(fields)) {
          remember(fields.store, fields.category, filter.reason)
          return true
        }
        filter.after += 1
      }
      return false
    },
    report: (isUsed) => ({
      rejected,
      rejectedCounts: [...counts]
        .map(([reason, count]) => ({ reason, ...count }))
        .sort((a, b) => compareText(a.reason, b.reason)),
      filters: filters.map(({ name, before, after }) => ({ name, before, after })),
      excluded: listExcluded(lost, isUsed),
    }),
  }
}

/** Why a store is lost whose rows were all rejected. */
export const rejectedReason = 'every row lacks a product or a readable value'

export function reasonOfRejection({ store, product }: RejectedFields): string {
  if (store === null) return 'no store'
  return product === null ? 'no product' : 'no readable value'
}

export function describeRejected({ store, product, category, value }: RejectedFields): string {
  const shown = Number.isNaN(value) ? '' : String(value)
  return `store ${store ?? ''}, product ${product ?? ''}, category ${category}, value ${shown}`
}

/** In the order in which they are applied. */
export function activeFilters(plan: FoldPlan): readonly Filter[] {
  const { excludeStores, minValue, onlyPositive, productFilters } = plan
  const leftOut = new Set(excludeStores)
  const filters: Filter[] = []
  if (leftOut.size > 0)
    filters.push({
      name: 'exclude_stores',
      reason: 'left out by exclude_stores',
      leavesOut: ({ store }) => leftOut.has(store),
    })
  if (minValue !== null)
    filters.push({
      name: 'min_value',
      reason: `every sale is below min_value ${minValue}`,
      leavesOut: ({ value }) => value < minValue,
    })
  if (onlyPositive)
    filters.push({
      name: 'only_positive',
      reason: 'no sale is over zero',
      leavesOut: ({ value }) => value <= 0,
    })
  productFilters.forEach((name, index) =>
    filters.push({
      name,
      reason: `every product is left out by ${name}`,
      leavesOut: ({ leftOutBy }) => leftOutBy === index,
    }),
  )
  return filters
}

export function listExcluded(
  lost: ReadonlyMap<string, ReadonlyMap<string, string>>,
  isUsed: (category: string, store: string) => boolean,
): SalesFold['excluded'] {
  const excluded: SalesFold['excluded'][number][] = []
  for (const [category, reasons] of lost)
    for (const [storeId, reason] of reasons)
      if (!isUsed(category, storeId)) excluded.push({ category, storeId, reason })
  return excluded.sort(
    (a, b) => compareText(a.category, b.category) || compareText(a.storeId, b.storeId),
  )
}
