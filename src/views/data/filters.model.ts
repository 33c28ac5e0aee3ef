import type { FilterFacts } from '../../state/sources/filter-facts'
import { listed } from '../../ui/list-words'
import { formatAmount, formatCount, formatNumber } from '../../ui/number-format'

/** What a filter leaves of something, and who says so. */
export type FilterCount = {
  readonly key: string
  readonly text: string
  /** `by the files` or `in run 3`. */
  readonly source: string
  readonly stale: boolean
}

/** `1,748 → 1,740 internal stores` */
export function countText(before: number, after: number, what: string): string {
  return `${formatCount(before)} \u2192 ${formatAmount(after, what)}`
}

/** Stores left by an exclusion list, exactly, where every id of a side is known. */
export function excludeCounts(
  named: readonly string[],
  { internalIds, externalIds }: Pick<FilterFacts, 'internalIds' | 'externalIds'>,
): readonly FilterCount[] {
  const out = new Set(named)
  const side = (key: string, ids: readonly string[] | null, what: string) => {
    if (ids === null) return []
    const after = ids.filter((id) => !out.has(id)).length
    const text =
      out.size === 0 ? formatAmount(ids.length, what) : countText(ids.length, after, what)
    return [{ key, text, source: 'by the files', stale: false }]
  }
  return [
    ...side('internal', internalIds, 'internal store'),
    ...side('external', externalIds, 'external store'),
  ]
}

/** Named ids that no file has; none is called unknown where not every id is known. */
export function unknownIds(
  named: readonly string[],
  { internalIds, externalIds }: Pick<FilterFacts, 'internalIds' | 'externalIds'>,
): readonly string[] {
  if (internalIds === null && externalIds === null) return []
  const known = new Set([...(internalIds ?? []), ...(externalIds ?? [])])
  return named.filter((id) => !known.has(id))
}

/** `2 ids are in no file on the desk: 9901 and 9902.` */
export function unknownSentence(unknown: readonly string[]): string {
  const verb = unknown.length === 1 ? 'is' : 'are'
  return `${formatAmount(unknown.length, 'id')} ${verb} in no file on the desk: ${listed(unknown, 5)}.`
}

/**
 * The ids of a pasted text or of a file: one a line, or several in a line. A line that is an id as a
 * whole is one, else its first cell is. The head of a column is left out.
 */
export function readIds(
  text: string,
  {
    internalIds,
    externalIds,
    storeColumns,
  }: Pick<FilterFacts, 'internalIds' | 'externalIds' | 'storeColumns'>,
): readonly string[] {
  const known = new Set([...(internalIds ?? []), ...(externalIds ?? [])])
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [only] = lines
  const cells =
    lines.length === 1 && only !== undefined && !known.has(only)
      ? only.split(cellEnd)
      : lines.map((line) => (known.has(line) ? line : (line.split(cellEnd)[0] ?? '')))
  const heads = new Set(storeColumns)
  const ids = cells.map(withoutQuotes).filter((id) => id !== '')
  return [...new Set(ids.filter((id, i) => i > 0 || known.has(id) || !heads.has(id)))]
}

const cellEnd = /[\t;,]/

function withoutQuotes(cell: string): string {
  const text = cell.trim()
  return /^".*"$/.test(text) ? text.slice(1, -1) : text
}

/** What is known before a run of leaving out sales that are not over zero. */
export function positiveSentence(value: FilterFacts['value']): string {
  if (value === null || value.range === null) return 'There is no sales file with amounts.'
  const { min, decimals } = value.range
  const least = formatNumber(min, Math.min(decimals, 2))
  return min > 0
    ? `The smallest amount is ${least}: nothing would be left out.`
    : `The smallest amount is ${least}: a run counts the rows that are left out.`
}

/** Categories that a choice leaves. */
export function categoryCount(
  all: readonly string[],
  chosen: 'all' | readonly string[],
): FilterCount {
  const after = chosen === 'all' ? all.length : all.filter((name) => chosen.includes(name)).length
  const noun = after === 1 ? 'category' : 'categories'
  const before = chosen === 'all' ? '' : `${formatCount(all.length)} \u2192 `
  const text = `${before}${formatCount(after)} ${noun}`
  return { key: 'categories', text, source: 'by the files', stale: false }
}

type Kept = {
  readonly filters: readonly {
    readonly name: string
    readonly before: number
    readonly after: number
  }[]
}

export type RunFilters = {
  readonly key: string
  readonly value: Kept | null
  readonly stale: boolean
  /** What this asset counts: `sales row`, `internal store` ... */
  readonly what: string
}

/** What a run counted for one filter; nothing of a run in which it was off. */
export function runCounts(name: string, made: readonly RunFilters[]): readonly FilterCount[] {
  return made.flatMap(({ key, value, stale, what }) =>
    (value?.filters ?? [])
      .filter((filter) => filter.name === name)
      .map(({ before, after }) => ({
        key,
        text: countText(before, after, what),
        source: stale ? 'in the last run, before files or settings changed' : 'in the last run',
        stale,
      })),
  )
}

/** A choice with one name put in or taken out; `null` where that is no choice any more. */
export function withChoice(
  all: readonly string[],
  chosen: readonly string[],
  change: { readonly name: string; readonly isWanted: boolean },
): readonly string[] {
  const { name, isWanted } = change
  const next = new Set(chosen)
  if (isWanted) next.add(name)
  else next.delete(name)
  // What a setting names and no file has is kept: it may be of a file that comes back.
  return [
    ...all.filter((each) => next.has(each)),
    ...chosen.filter((each) => next.has(each) && !all.includes(each)),
  ]
}
