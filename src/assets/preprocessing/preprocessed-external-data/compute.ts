import { createInterner } from '../../../table/intern'
import { sortLevels } from '../../../table/sort-levels'
import { cellText, type Column } from '../../../table/table'
import { freeName } from '../../column-words'
import { sortColumns } from '../../merge-rows'
import { missingShare, tooEmpty } from '../../missing-share'
import { AssetError } from '../../failure'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { ExternalFeatures } from '../external-features-data/spec'
import type { PreprocessedExternal, preprocessedExternalData } from './spec'

export type Inputs = { readonly external: ExternalFeatures }
type ExternalParams = ParamsOf<typeof preprocessedExternalData>

/**
 * Drops columns that are mostly empty and adds the label column `region`. The join left one row per
 * store, and dropped rows that were equal in every cell. Error: `unknown_column` in a region rule.
 */
export function compute(
  { external }: Inputs,
  params: ExternalParams,
  { log }: Pick<ComputeContext, 'log'>,
): PreprocessedExternal {
  const { storeIds, columns, excluded } = external
  const limit = params.max_null_share ?? Infinity
  const shares = columns.map((column) => missingShare(column, storeIds.length))
  const kept = columns.filter((_, i) => shares[i] <= limit)
  const nDropped = columns.length - kept.length
  if (nDropped > 0) log('info', `Columns too empty to use: ${nDropped} of ${columns.length}.`)
  const region = regionColumn(columns, params.region_rules, storeIds.length)
  return {
    storeIds,
    columns: region === null ? kept : sortColumns([...kept, region]),
    labels: region === null ? external.labels : [...external.labels, region.name],
    excluded,
    dropped: columns.flatMap(({ name }, i) =>
      shares[i] <= limit ? [] : [{ name, reason: tooEmpty(shares[i], limit) }],
    ),
    nRows: storeIds.length,
  }
}

/** The region of the first rule that holds the store's cell; null without rules. */
function regionColumn(
  columns: readonly Column[],
  rules: ExternalParams['region_rules'],
  nRows: number,
): Column | null {
  if (rules.length === 0) return null
  const readings = rules.map((rule) => {
    const column = columns.find(({ name }) => name === rule.column)
    if (column === undefined) throw unknownColumn(rule.column)
    return { column, values: new Set(rule.values), region: rule.region }
  })
  const { codeOf, levels } = createInterner()
  const codes = Int32Array.from({ length: nRows }, (_, row) => {
    const rule = readings.find(({ column, values }) => values.has(cellText(column, row) ?? ''))
    return rule === undefined ? -1 : codeOf(rule.region)
  })
  const name = freeName('region', (name) => columns.some((column) => column.name === name))
  return sortLevels({ type: 'text', name, codes, levels })
}

function unknownColumn(name: string): AssetError {
  return new AssetError({
    code: 'unknown_column',
    message: `A region rule names the column ${name}, which no external file has.`,
    path: 'region_rules',
    hint: 'Name a column of the joined external table.',
  })
}
