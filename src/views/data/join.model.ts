import type { Source } from '../../runs/contract'
import type { IdMatching } from '../../table/match-ids'
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

/** The same from the ids of the files, before a run. */
export function joinOf({ pairs, onlyLeft, onlyRight }: IdMatching): Join {
  return { both: pairs.length, onlyInternal: onlyLeft.length, onlyExternal: onlyRight.length }
}

/** Why no join is counted yet, and when it is. */
export function joinHint(sources: readonly Source[]): string {
  const roles = new Set(sources.map(({ role }) => role))
  const hasInternal = roles.has('sales') || roles.has('store_metrics')
  return hasInternal && roles.has('external')
    ? 'These files name more stores than are compared on sight: a run counts those in both views.'
    : 'Stores in both views are counted once sales and market data are here.'
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
