import type { Source } from '../../runs/contract'
import { formatAmount, formatCount } from '../../ui/number-format'

export type Join = {
  readonly both: number
  readonly onlyInternal: number
  readonly onlyExternal: number
}

/** Stores of both views counted from the merged result of one category. */
export function joinOfMerged(merged: {
  readonly storeIds: readonly string[]
  readonly onlyInternal: readonly string[]
  readonly onlyExternal: readonly string[]
}): Join {
  return {
    both: merged.storeIds.length,
    onlyInternal: merged.onlyInternal.length,
    onlyExternal: merged.onlyExternal.length,
  }
}

/** The same before a run, where every store id of every file is known; else null. */
export function joinOfSources(sources: readonly Source[]): Join | null {
  const internal = idsOf(sources.filter(({ role }) => role === 'sales' || role === 'store_metrics'))
  const external = idsOf(sources.filter(({ role }) => role === 'external'))
  if (internal === null || external === null) return null
  const both = [...internal].filter((id) => external.has(id)).length
  return { both, onlyInternal: internal.size - both, onlyExternal: external.size - both }
}

/** Why no join is counted yet, and when it is. */
export function joinHint(sources: readonly Source[]): string {
  const roles = new Set(sources.map(({ role }) => role))
  const hasInternal = roles.has('sales') || roles.has('store_metrics')
  return hasInternal && roles.has('external')
    ? 'These files name more stores than are compared on sight: a run counts those in both views.'
    : 'Stores in both views are counted once sales and market data are here.'
}

/** Products that were sold and have no need state; null where not every id is known. */
export function unmatchedProducts(sources: readonly Source[]): number | null {
  const sold = idsOf(
    sources.filter(({ role }) => role === 'sales'),
    'product',
  )
  const mapped = idsOf(
    sources.filter(({ role }) => role === 'product_map'),
    'product',
  )
  if (sold === null || mapped === null) return null
  return [...sold].filter((id) => !mapped.has(id)).length
}

/** Every id of some files; null where there is no file, or one holds more ids than are kept. */
function idsOf(
  sources: readonly Source[],
  need: 'store' | 'product' = 'store',
): ReadonlySet<string> | null {
  const ids = new Set<string>()
  for (const { profile, columns } of sources) {
    const column = profile.columns.find(({ name }) => name === columns[need])
    if (column === undefined || !column.levelsAreComplete) return null
    for (const id of column.levels) ids.add(id)
  }
  return sources.length === 0 ? null : ids
}

export type JoinLine = {
  readonly hasInternal: boolean
  readonly hasExternal: boolean
  readonly count: string
  readonly text: string
}

export function joinTitle(join: Join): string {
  const all = join.both + join.onlyInternal + join.onlyExternal
  if (join.both === 0) return 'No store is in both views'
  if (join.both === all) return `All ${formatAmount(all, 'store')} are in both views`
  return `${formatAmount(join.both, 'store')} ${join.both === 1 ? 'is' : 'are'} in both views`
}

export function joinLines(join: Join): readonly JoinLine[] {
  return [
    {
      hasInternal: true,
      hasExternal: true,
      count: formatCount(join.both),
      text: 'clustered and merged',
    },
    {
      hasInternal: true,
      hasExternal: false,
      count: formatCount(join.onlyInternal),
      text: 'internal label only',
    },
    {
      hasInternal: false,
      hasExternal: true,
      count: formatCount(join.onlyExternal),
      text: 'external label only',
    },
  ]
}
