import { compareText } from '../../../table/compare-text'
import type { ParamsOf } from '../../spec'
import type { internalRawSalesData, RawSales } from './spec'

/** Counts every row that is not used, by reason, and knows which stores are lost by it. */
export type LeftOut = {
  readonly reject: (fields: RejectedFields) => void
  readonly isFiltered: (fields: FilteredFields) => boolean
  readonly use: (store: string, category: string) => void
  readonly report: () => Pick<RawSales, 'rejected' | 'rejectedCounts' | 'filters' | 'excluded'>
}

type FilteredFields = { readonly store: string; readonly category: string; readonly value: number }

type RejectedFields = {
  readonly store: string | null
  readonly product: string | null
  readonly category: string
  readonly value: number
  readonly units: number
  readonly fileRow: number
}

type Filter = {
  readonly name: string
  readonly reason: string
  readonly leavesOut: (fields: FilteredFields) => boolean
}

const maxListed = 1000

/** Starts with nothing left out; `params` say which filters there are. */
export function createLeftOut(params: ParamsOf<typeof internalRawSalesData>): LeftOut {
  const rejected: RawSales['rejected'][number][] = []
  const counts = new Map<string, { count: number; units: number }>()
  const filters = activeFilters(params).map((filter) => ({ ...filter, before: 0, after: 0 }))
  const stores = new Map<string, Map<string, string | null>>()
  /** A store that has a used row keeps `null`; of several reasons the last by name, in any order. */
  const remember = (store: string, category: string, reason: string | null) => {
    const ofCategory = stores.get(category) ?? new Map<string, string | null>()
    stores.set(category, ofCategory)
    const known = ofCategory.get(store)
    if (known === null) return
    const isLater = known === undefined || reason === null || compareText(reason, known) > 0
    if (isLater) ofCategory.set(store, reason)
  }

  return {
    reject: (fields) => {
      const reason = rejection(fields)
      const units = Number.isNaN(fields.units) ? 0 : fields.units
      const count = counts.get(reason) ?? { count: 0, units: 0 }
      counts.set(reason, { count: count.count + 1, units: count.units + units })
      if (rejected.length < maxListed)
        rejected.push({ row: fields.fileRow, reason, text: describe(fields) })
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
    use: (store, category) => remember(store, category, null),
    report: () => ({
      rejected,
      rejectedCounts: [...counts]
        .map(([reason, count]) => ({ reason, ...count }))
        .sort((a, b) => compareText(a.reason, b.reason)),
      filters: filters.map(({ name, before, after }) => ({ name, before, after })),
      excluded: listExcluded(stores),
    }),
  }
}

const rejectedReason = 'every row lacks a product or a readable value'

function rejection({ store, product }: RejectedFields): string {
  if (store === null) return 'no store'
  return product === null ? 'no product' : 'no readable value'
}

function describe({ store, product, category, value }: RejectedFields): string {
  const shown = Number.isNaN(value) ? '' : String(value)
  return `store ${store ?? ''}, product ${product ?? ''}, category ${category}, value ${shown}`
}

/** In the order in which they are applied. */
function activeFilters(params: ParamsOf<typeof internalRawSalesData>): readonly Filter[] {
  const { exclude_stores, min_value } = params
  const leftOut = new Set(exclude_stores)
  const filters: Filter[] = []
  if (leftOut.size > 0)
    filters.push({
      name: 'exclude_stores',
      reason: 'left out by exclude_stores',
      leavesOut: ({ store }) => leftOut.has(store),
    })
  if (min_value !== null)
    filters.push({
      name: 'min_value',
      reason: `every sale is below min_value ${min_value}`,
      leavesOut: ({ value }) => value < min_value,
    })
  return filters
}

function listExcluded(
  stores: ReadonlyMap<string, ReadonlyMap<string, string | null>>,
): RawSales['excluded'] {
  const excluded: RawSales['excluded'][number][] = []
  for (const [category, reasons] of stores)
    for (const [storeId, reason] of reasons)
      if (reason !== null) excluded.push({ category, storeId, reason })
  return excluded.sort(
    (a, b) => compareText(a.category, b.category) || compareText(a.storeId, b.storeId),
  )
}
