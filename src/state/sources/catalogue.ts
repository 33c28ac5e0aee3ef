import { columnUse, type Use } from '../../assets/column-use'
import { type Need, needs, type SourceColumns } from '../../assets/source'
import type { Branch } from '../../assets/spec'
import { external, internal } from '../../assets/specs'
import { paramsFor } from '../../config/params-for'
import type { Configuration } from '../../config/configuration'
import type { Source } from '../../runs/contract'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from '../config/effective-configuration'
import { remember } from '../remember'
import { seenProfile } from './seen-profile'
import { zeroWhereMissing } from './missing-means'
import type { SourceEntry } from './sources-slice'

type Column = Source['profile']['columns'][number]

export type CatalogueUse = Need | Use | 'left_out' | 'unused'

/** What one column of a file is for, and whether a person can change that. */
export type CatalogueRow = {
  readonly column: Column
  readonly use: CatalogueUse
  readonly reason: string
  readonly isFeature: boolean
  readonly isSensitive: boolean
  readonly canChange: boolean
}

type FilterSettings = {
  readonly ignored: readonly string[]
  readonly kept: readonly string[]
  readonly maxMissing: number | null
}

/** The branch whose features the columns of a file become; null for sales and product maps. */
export function branchOfSource(source: Source): Branch | null {
  if (source.role === 'external') return 'external'
  return source.role === 'store_metrics' ? 'internal' : null
}

const cataloguesOf = remember(
  (
    entries: readonly SourceEntry[],
    configuration: Configuration,
  ): ReadonlyMap<string, readonly CatalogueRow[]> =>
    new Map(
      entries.flatMap((entry) => {
        // One that is read again is still looked at as it stood.
        if (entry.status === 'lost') return []
        const shown = entry.status === 'ready' ? entry : entry.before
        return shown === null ? [] : [[entry.id, keptCatalogueOf(shown.source, configuration)]]
      }),
    ),
)

/** The column catalogue of every understood file by its id, as the run will treat it. */
export function selectCatalogues(state: AppState): ReadonlyMap<string, readonly CatalogueRow[]> {
  return cataloguesOf(state.entries, selectEffectiveConfiguration(state))
}

type KeptCatalogue = {
  readonly configuration: Configuration
  readonly rows: readonly CatalogueRow[]
}

const kept = new WeakMap<Source, KeptCatalogue>()

/** The same rows while file and settings are the same: the progress of another file draws nothing. */
function keptCatalogueOf(source: Source, configuration: Configuration): readonly CatalogueRow[] {
  const before = kept.get(source)
  if (before?.configuration === configuration) return before.rows
  const rows = catalogueOf(source, configuration)
  kept.set(source, { configuration, rows })
  return rows
}

function catalogueOf(source: Source, configuration: Configuration): readonly CatalogueRow[] {
  const branch = branchOfSource(source)
  const settings = branch === null ? null : filterSettings(branch, configuration)
  const isZero = zeroWhereMissing(source, configuration)
  return seenProfile(source).columns.map((column) =>
    rowOf(
      column,
      source,
      settings && isZero(column) ? { ...settings, maxMissing: null } : settings,
    ),
  )
}

function filterSettings(branch: Branch, configuration: Configuration): FilterSettings {
  const spec = branch === 'internal' ? internal.filtered : external.filtered
  const params = paramsFor(spec, configuration)
  const limit = params['max_missing']
  return {
    ignored: namesOf(params['ignore_features']),
    kept: namesOf(params['keep_features']),
    maxMissing: typeof limit === 'number' ? limit : null,
  }
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}

function rowOf(column: Column, source: Source, settings: FilterSettings | null): CatalogueRow {
  const need = needOf(column.name, source.columns)
  const fixed = { column, isFeature: false, isSensitive: false, canChange: false }
  if (need !== null) return { ...fixed, use: need, reason: needReasons[need] }
  if (settings === null)
    return { ...fixed, use: 'unused', reason: 'Not needed by this kind of file' }
  return featureRow(column, source.profile.nRows, settings)
}

function featureRow(column: Column, nRows: number, settings: FilterSettings): CatalogueRow {
  const { use, reason, isSensitive } = columnUse(column, nRows)
  const row = { column, isSensitive, canChange: use !== 'all_missing' }
  const named = (names: readonly string[]) => names.includes(column.name)
  if (named(settings.kept))
    return { ...row, use: 'feature', reason: 'Put back by you', isFeature: true }
  if (named(settings.ignored))
    return { ...row, use: 'left_out', reason: 'Left out by you', isFeature: false }
  if (use !== 'feature') return { ...row, use, reason, isFeature: false }
  const { maxMissing } = settings
  if (maxMissing !== null && nRows > 0 && column.nMissing / nRows > maxMissing)
    return { ...row, use: 'left_out', reason: overLimit(maxMissing), isFeature: false }
  return { ...row, use: 'feature', reason: '', isFeature: true }
}

function overLimit(maxMissing: number): string {
  return `Over the ${Math.round(maxMissing * 100)} % limit of empty cells`
}

const needReasons: Readonly<Record<Need, string>> = {
  store: 'Kept as text, zeros too',
  product: 'Joins sales to the product map',
  category: 'One clustering for each',
  value: 'Summed per store',
  group: 'What shoppers come for',
}

function needOf(name: string, columns: SourceColumns): Need | null {
  return needs.find((need) => columns[need] === name) ?? null
}

export type FeatureSettings = {
  readonly keep: readonly string[]
  readonly ignore: readonly string[]
}

/** The settings of one branch that put columns in or leave them out. */
export function featureSettings(branch: Branch, configuration: Configuration): FeatureSettings {
  const { ignored, kept } = filterSettings(branch, configuration)
  return { keep: kept, ignore: ignored }
}

/**
 * The settings after a column is put in or left out. `keep_features` names a column only where the
 * rules would leave it out, so that an untouched file needs no setting.
 */
export function withFeature(
  settings: FeatureSettings,
  row: CatalogueRow,
  wanted: boolean,
): FeatureSettings {
  const { name } = row.column
  const without = (names: readonly string[]) => names.filter((other) => other !== name)
  const wasNamed = wanted ? settings.ignore.includes(name) : settings.keep.includes(name)
  const after = { keep: without(settings.keep), ignore: without(settings.ignore) }
  if (wasNamed) return after
  return wanted
    ? { ...after, keep: [...after.keep, name] }
    : { ...after, ignore: [...after.ignore, name] }
}
