import type { Configuration } from '../../config/configuration'
import type { Source } from '../../runs/contract'
import type { AppState } from '../app-state'
import { branchOfSource } from './catalogue'
import { selectEffectiveConfiguration } from '../config/effective-configuration'
import { selectParam } from '../config/param-selectors'
import { remember } from '../remember'
import type { SourceEntry } from './sources-slice'

/**
 * Rows that repeat a store of an earlier row, in a file whose rows should be stores. 0 where rows
 * are something else (a sale, a store in a category) or where the ids are too many to be counted.
 */
export function countRepeatedRows({ role, profile, columns }: Source): number {
  const isStoreFile = role === 'external' || (role === 'store_metrics' && columns.category === null)
  const ids = profile.columns.find(({ name }) => name === columns.store)
  if (!isStoreFile || ids === undefined || !ids.distinctIsExact) return 0
  return Math.max(0, profile.nRows - ids.nMissing - ids.nDistinct)
}

/** What the settings do with such rows: `refuse` stops the run there. */
export function selectDuplicateRule(
  state: Pick<AppState, 'configuration' | 'environment'>,
  source: Source,
): unknown {
  return selectParam(state, branchOfSource(source), 'duplicate_stores')
}

const undecidedOf = remember(
  (entries: readonly SourceEntry[], configuration: Configuration): ReadonlyMap<string, number> =>
    new Map(
      entries.flatMap((entry) => {
        if (entry.status !== 'ready') return []
        const rule = selectDuplicateRule({ configuration, environment: null }, entry.source)
        return [[entry.id, rule === 'refuse' ? countRepeatedRows(entry.source) : 0]]
      }),
    ),
)

/** By file, the repeating rows for which no rule is chosen: a run stops at them. */
export function selectUndecidedRows(state: AppState): ReadonlyMap<string, number> {
  return undecidedOf(state.entries, selectEffectiveConfiguration(state))
}
