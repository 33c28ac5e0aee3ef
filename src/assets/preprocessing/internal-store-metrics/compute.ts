import { selectRows } from '../../../table/select-rows'
import type { Column } from '../../../table/table'
import { isRowNumbers } from '../../column-use'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { Exclusion } from '../../value'
import { mergeRows, sortColumns } from '../../merge-rows'
import { unreadableOf } from '../../unreadable-cells'
import {
  countDuplicates,
  countRows,
  groupByStore,
  refuseDuplicates,
  type StoreRows,
  withoutStores,
} from '../../store-rows'
import { onlySource, readWhole } from '../open-source'
import { filterByState } from '../of-states'
import { fillMissing, isEmptyCell, tellUnused } from '../missing-means'
import { nothingIsUnmapped, unmapped, wholeFile } from '../partition-names'
import { decideReading, isMeasure } from './reading'
import { takeShares } from './shares'
import { keyColumns, type Keys, rowsOfPartition, tallyRows } from './store-keys'
import type { internalStoreMetrics, StoreMetrics } from './spec'

type MetricsParams = ParamsOf<typeof internalStoreMetrics>

const asset = 'internal_store_metrics'

/**
 * The rows of one category (or all), one per store, empty cells and shares as decided for the whole
 * file. Errors: `missing_role`, `missing_column`, `column_type`, `duplicate_stores`, `unknown_state`,
 * `nothing_unmapped`.
 */
export async function compute(
  _inputs: object,
  params: MetricsParams,
  context: ComputeContext,
): Promise<StoreMetrics> {
  const source = onlySource(context, 'store_metrics')
  const table = await readWhole(source)
  const keys = keyColumns(table, source)
  const features = table.columns.filter(
    (column) => column !== keys.store && column !== keys.category,
  )
  const rowNumbers = features.filter(isRowNumbers).map(({ name }) => name)
  const reading = decideReading(takeUsedRows(keys, features, params), params)
  tellReading(reading, context)
  tellUnused(params.missing_means_of, features, context)
  const partition = context.partition ?? wholeFile
  const isHere = rowsOfPartition(keys, partition)
  const grouped = groupByStore(keys.store, isHere)
  if (partition === unmapped && grouped.storeIds.length === 0)
    throw nothingIsUnmapped(`${source.name} has rows with neither a store nor a category.`)
  const { kept, excluded, ...filtered } = applyFilters(features, grouped, params)
  const rule = params.duplicate_stores
  if (rule === 'refuse') refuseDuplicates(table, kept, source.name)
  const isZero = (column: Column) => reading.missingMeans === 'zero' && isMeasure(column)
  const filling = { isZero, meansOf: params.missing_means_of }
  const { columns, filled, zeros } = fillMissing(features, filling, kept.rows)
  const merged = sortColumns(mergeRows(columns, kept, rule === 'refuse' ? 'first' : rule))
  const value = { storeIds: kept.storeIds, columns: merged, labels: rowNumbers, excluded }
  const isPart = partsIn(columns, kept, rowNumbers)
  return {
    ...(reading.asShares ? withShares(value, isPart) : value),
    ...reading,
    filled,
    zeros,
    unreadable: unreadableOf(source, table, new Set(features.map(({ name }) => name))),
    ...tallyRows(keys, isHere),
    nDuplicateRows: countDuplicates(kept),
    nExcludedRows: countRows(grouped) - countRows(kept),
    ...filtered,
  }
}

/** The cells of all rows that become part of a store, whatever their category. */
function takeUsedRows(
  { store }: Keys,
  features: readonly Column[],
  params: MetricsParams,
): readonly Column[] {
  const { kept } = applyFilters(features, groupByStore(store), params)
  return selectRows({ nRows: store.codes.length, columns: features }, kept.rows.flat()).columns
}

/**
 * The columns that make up the total of a store: those that measure it. One that is empty in every
 * row says nothing, and would leave no total known.
 */
function partsIn(
  columns: readonly Column[],
  { rows }: StoreRows,
  rowNumbers: readonly string[],
): (column: Column) => boolean {
  const used = rows.flat()
  const parts = columns.filter(
    (column) =>
      column.type === 'number' &&
      isMeasure(column) &&
      !rowNumbers.includes(column.name) &&
      used.some((row) => !isEmptyCell(column, row)),
  )
  const names = new Set(parts.map(({ name }) => name))
  return ({ name }) => names.has(name)
}

/** Stores that are named, then those of other states than the named ones. */
function applyFilters(features: readonly Column[], grouped: StoreRows, params: MetricsParams) {
  const named = withoutStores(grouped, params.exclude_stores)
  const { leftOut, ...asked } = filterByState(features, named.kept, params.states)
  const { kept } = withoutStores(
    named.kept,
    leftOut.map(({ storeId }) => storeId),
  )
  const filters = [
    { name: 'exclude_stores', isOn: params.exclude_stores.length > 0, of: [grouped, named.kept] },
    { name: 'states', isOn: params.states.length > 0, of: [named.kept, kept] },
  ]
  return {
    kept,
    excluded: [
      ...named.leftOut.map((storeId) => exclude(storeId, 'left out by exclude_stores')),
      ...leftOut.map(({ storeId, reason }) => exclude(storeId, reason)),
    ],
    filters: filters.flatMap(({ name, isOn, of: [before, after] }) =>
      isOn ? [{ name, before: before.storeIds.length, after: after.storeIds.length }] : [],
    ),
    ...asked,
  }
}

function tellReading(
  { missingMeans, asShares }: ReturnType<typeof decideReading>,
  { log }: Pick<ComputeContext, 'log'>,
): void {
  if (missingMeans === 'zero') log('info', 'An empty cell is read as zero.')
  if (asShares) log('info', 'Cells are taken as shares of the total of their store.')
}

type StoreTable = Pick<StoreMetrics, 'storeIds' | 'columns' | 'labels' | 'excluded'>

function withShares(value: StoreTable, isPart: (column: Column) => boolean): StoreTable {
  const shares = takeShares(value.storeIds, value.columns, isPart)
  return {
    storeIds: shares.storeIds,
    columns: sortColumns(shares.columns),
    labels: [shares.totalName, ...value.labels],
    excluded: [...value.excluded, ...shares.withoutTotal.map((id) => exclude(id, noTotal))],
  }
}

export const noTotal = 'its cells do not add up to more than zero, so there is nothing to share'

function exclude(storeId: string, reason: string): Exclusion {
  return { storeId, asset, reason }
}
