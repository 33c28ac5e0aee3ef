import type { RawSales } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { formatAmount, formatCount } from '../../ui/number-format'
import type { CsvContent } from '../save-csv'

/** A store that is not placed, or placed with a flag. */
export type LeftOutStore = {
  readonly key: string
  readonly store: string
  readonly category: string
  readonly branch: string
  readonly asset: string
  readonly reason: string
}

/** Rows of `exceptions.csv` as objects. */
export function leftOutStores({ rows }: CsvContent): readonly LeftOutStore[] {
  return rows.map((row, i) => {
    const [store = '', category = '', branch = '', asset = '', reason = ''] = row.map(String)
    return { key: String(i), store, category, branch, asset, reason }
  })
}

export type ReasonGroup = {
  readonly key: string
  readonly branch: string
  readonly category: string
  readonly reason: string
  readonly n: number
}

/** How many stores for which reason in which category, the most first. */
export function groupByReason(stores: readonly LeftOutStore[]): readonly ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>()
  for (const { branch, category, reason } of stores) {
    const key = JSON.stringify([branch, category, reason])
    const n = (groups.get(key)?.n ?? 0) + 1
    groups.set(key, { key, branch, category, reason: reasonWords(reason), n })
  }
  return [...groups.values()].toSorted((a, b) => b.n - a.n)
}

/** The reasons that are codes in the file, in words. */
const words: ReadonlyMap<string, string> = new Map([
  ['internal_only', 'no external data'],
  ['external_only', 'no internal data'],
  ['outlier', 'placed, an outlier'],
  ['no_data', 'placed, no cell has a value'],
  ['locked', 'placed by a person'],
])

export function reasonWords(reason: string): string {
  return words.get(reason) ?? reason
}

/** Those of one group, or all, that hold the searched text. */
export function searchStores(
  stores: readonly LeftOutStore[],
  search: string,
): readonly LeftOutStore[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return stores
  return stores.filter(({ store, category, branch, reason }) =>
    [store, category, branch, reasonWords(reason)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  )
}

/** `638 stores are listed, for 2 reasons` */
export function leftOutTitle(stores: readonly LeftOutStore[]): string {
  if (stores.length === 0) return 'No store is left out'
  const n = new Set(stores.map(({ store }) => store)).size
  const reasons = new Set(stores.map(({ reason }) => reason)).size
  return `${formatAmount(n, 'store')} ${n === 1 ? 'is' : 'are'} listed, for ${formatAmount(reasons, 'reason')}`
}

type SalesRows = Pick<RawSales, 'rejected' | 'rejectedCounts' | 'filters' | 'nRows' | 'nUsed'>

/** `52,430 rows = 52,421 used + 9 rejected + 0 filtered` */
export function rowsSentence({ nRows, nUsed, rejectedCounts, filters }: SalesRows): string {
  const nRejected = rejectedCounts.reduce((sum, { count }) => sum + count, 0)
  const nFiltered = filters.reduce((sum, { before, after }) => sum + before - after, 0)
  return `${formatAmount(nRows, 'sales row')} = ${formatCount(nUsed)} used + ${formatCount(nRejected)} rejected + ${formatCount(nFiltered)} filtered`
}

export type RowReason = { readonly key: string; readonly reason: string; readonly n: number }

/** Rows that are not used by reason: rejected ones, then those of each filter. */
export function rowReasons({ rejectedCounts, filters }: SalesRows): readonly RowReason[] {
  return [
    ...rejectedCounts.map(({ reason, count }) => ({ key: `no ${reason}`, reason, n: count })),
    ...filters.map(({ name, before, after }) => ({
      key: name,
      reason: `left out by ${name}`,
      n: before - after,
    })),
  ]
}

/** The rejected rows that are kept, by address. */
export function rejectedRowsCsv({ rejected }: SalesRows): CsvContent {
  return {
    columns: ['row', 'reason', 'text'],
    rows: rejected.map(({ row, reason, text }) => [row, reason, text]),
  }
}
