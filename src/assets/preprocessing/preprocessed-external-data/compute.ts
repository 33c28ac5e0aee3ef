import { createInterner } from '../../../table/intern'
import { selectRows } from '../../../table/select-rows'
import { sortLevels } from '../../../table/sort-levels'
import { cellText, type Column } from '../../../table/table'
import { freeName } from '../../column-words'
import { sortColumns } from '../../merge-rows'
import { missingShare, tooEmpty } from '../../missing-share'
import { AssetError } from '../../failure'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { ExternalFeatures } from '../external-features-data/spec'
import { filterByState } from '../of-states'
import type { PreprocessedExternal, preprocessedExternalData } from './spec'

export type Inputs = { readonly external: ExternalFeatures }
type ExternalParams = ParamsOf<typeof preprocessedExternalData>

/**
 * Keeps the stores of the named states, drops columns that are mostly empty and adds the label column `region`. The join left one row per
 * store, and dropped rows that were equal in every cell. Errors: `unknown_column` in a region rule,
 * `unknown_state` where the named states hold no store.
 */
export function compute(
  { external }: Inputs,
  params: ExternalParams,
  { log }: Pick<ComputeContext, 'log'>,
): PreprocessedExternal {
  const { storeIds, columns, leftOut, ...asked } = keepStates(external, params.states)
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
    excluded: [...external.excluded, ...leftOut],
    dropped: columns.flatMap(({ name }, i) =>
      shares[i] <= limit ? [] : [{ name, reason: tooEmpty(shares[i], limit) }],
    ),
    zeros: external.zeros.filter((zero) => kept.some(({ name }) => name === zero)),
    nRows: external.storeIds.length,
    filters:
      params.states.length === 0
        ? []
        : [{ name: 'states', before: external.storeIds.length, after: storeIds.length }],
    ...asked,
  }
}

function keepStates(external: ExternalFeatures, states: ExternalParams['states']) {
  const rows = external.storeIds.map((_, row) => row)
  const stores = { storeIds: external.storeIds, rows: rows.map((row) => [row]) }
  const { leftOut, ...asked } = filterByState(external.columns, stores, states)
  const out = new Set(leftOut.map(({ storeId }) => storeId))
  const kept = rows.filter((row) => !out.has(external.storeIds[row]))
  const table = { nRows: rows.length, columns: external.columns }
  return {
    storeIds: kept.map((row) => external.storeIds[row]),
    columns: out.size === 0 ? external.columns : selectRows(table, kept).columns,
    leftOut: leftOut.map((one) => ({ ...one, asset: 'preprocessed_external_data' })),
    ...asked,
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
