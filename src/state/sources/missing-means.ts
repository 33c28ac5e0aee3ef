import { columnUse, type Use } from '../../assets/column-use'
import { externalFeaturesData } from '../../assets/preprocessing/external-features-data/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import type { Configuration } from '../../config/configuration'
import { paramsFor } from '../../config/params-for'
import type { Source } from '../../runs/contract'
import { isSheetError } from '../../table/is-null-token'

type Column = Source['profile']['columns'][number]

/** Columns that say nothing of what a store is like. */
const apart: ReadonlySet<Use> = new Set(['id_like', 'geo', 'label', 'date', 'all_missing'])

/** Number columns that measure a store, whose missing cells stand for zero or for something unknown. */
export function measuresOf(source: Source): readonly Column[] {
  return featuresOf(source).filter(({ type }) => type === 'number')
}

/**
 * What auto makes of missing cells, from the profile of the file: zero where every feature is a
 * number of at least 0 and some cell is missing, as in a table of sales.
 */
export function autoMeans(source: Source): 'zero' | 'unknown' {
  if (source.role !== 'store_metrics') return 'unknown'
  const features = featuresOf(source)
  const isOfSales = features.every(({ type, range }) => type === 'number' && (range?.min ?? 0) >= 0)
  return isOfSales && features.some((column) => hasEmptyCell(column, source)) ? 'zero' : 'unknown'
}

/** In a row of a store: cells of rows without one count for nothing, nor do formulas that failed. */
function hasEmptyCell({ nEmpty, nullTexts }: Column, source: Source): boolean {
  const store = source.profile.columns.find(({ name }) => name === source.columns.store)
  const nBeyond = store?.nEmpty ?? 0
  if (nullTexts.some((text) => !isSheetError(text))) return true
  return nEmpty > nBeyond
}

function featuresOf({ profile, columns }: Source): readonly Column[] {
  return profile.columns.filter(
    (column) =>
      column.name !== columns.store &&
      column.name !== columns.category &&
      !apart.has(columnUse(column, profile.nRows).use),
  )
}

/**
 * Whether the missing cells of a column are read as zero, as the run will: then none is missing to
 * the rules that come after.
 */
export function zeroWhereMissing(
  source: Source,
  configuration: Configuration,
): (column: Column) => boolean {
  if (source.role !== 'store_metrics' && source.role !== 'external') return () => false
  const spec = source.role === 'external' ? externalFeaturesData : internalStoreMetrics
  const params = paramsFor(spec, configuration)
  const ofFile = params['missing_means']
  const means = ofFile === 'zero' || ofFile === 'unknown' ? ofFile : autoMeans(source)
  const ofColumns = meansOfColumns(params['missing_means_of'])
  const measures = new Set(measuresOf(source).map(({ name }) => name))
  return ({ name }) =>
    measures.has(name) &&
    (ofColumns.get(name) ?? (source.role === 'store_metrics' ? means : 'unknown')) === 'zero'
}

/** What was said of single columns; of any other value, nothing. */
export function meansOfColumns(value: unknown): ReadonlyMap<string, 'zero' | 'unknown'> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([column, means]) =>
      means === 'zero' || means === 'unknown' ? [[column, means] as const] : [],
    ),
  )
}
