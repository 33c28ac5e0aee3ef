import type { Column, LevelColumn, Table } from '../../../table/table'
import type { SourceReader } from '../../source'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { Exclusion } from '../../value'
import { mergeRows, sortColumns } from '../../merge-rows'
import { unreadableOf } from '../../unreadable-cells'
import {
  countDuplicates,
  countRows,
  groupByStore,
  hasText,
  refuseDuplicates,
  type StoreRows,
  withoutStores,
} from '../../store-rows'
import { idColumn, onlySource, readWhole, requireName } from '../open-source'
import { filterByState } from '../of-states'
import { fillMissing, tellUnused } from '../missing-means'
import { unmapped, wholeFile } from '../partition-names'
import { decideReading, isMeasure } from './reading'
import { takeShares } from './shares'
import type { internalStoreMetrics, StoreMetrics } from './spec'

type MetricsParams = ParamsOf<typeof internalStoreMetrics>

const asset = 'internal_store_metrics'

/**
 * The rows of one category (or all), one per store, empty cells and shares as decided for the whole
 * file. Errors: `missing_role`, `missing_column`, `column_type`, `duplicate_stores`, `unknown_state`.
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
  const reading = decideReading(features, params)
  tellReading(reading, context)
  tellUnused(params.missing_means_of, features, context)
  const isHere = rowsOfPartition(keys, context.partition ?? wholeFile)
  const grouped = groupByStore(keys.store, isHere)
  const { kept, excluded, ...filtered } = applyFilters(features, grouped, params)
  const rule = params.duplicate_stores
  if (rule === 'refuse') refuseDuplicates(table, kept, source.name)
  const isZero = (column: Column) => reading.missingMeans === 'zero' && isMeasure(column)
  const filling = { isZero, meansOf: params.missing_means_of }
  const { columns, filled, zeros } = fillMissing(features, filling, kept.rows)
  const merged = sortColumns(mergeRows(columns, kept, rule === 'refuse' ? 'first' : rule))
  const value = { storeIds: kept.storeIds, columns: merged, labels: [], excluded }
  return {
    ...(reading.asShares ? withShares(value) : value),
    ...reading,
    filled,
    zeros,
    unreadable: unreadableOf(source, new Set(features.map(({ name }) => name))),
    ...tallyRows(keys, isHere),
    nDuplicateRows: countDuplicates(kept),
    nExcludedRows: countRows(grouped) - countRows(kept),
    ...filtered,
  }
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

type Keys = { readonly store: LevelColumn; readonly category: LevelColumn | null }

function keyColumns(table: Table, source: SourceReader): Keys {
  const { category } = source.columns
  return {
    store: idColumn(table, source, requireName(source, 'store')),
    category: category === null ? null : idColumn(table, source, category),
  }
}

function rowsOfPartition({ category }: Keys, partition: string): (row: number) => boolean {
  if (category === null) return () => true
  return (row) =>
    (hasText(category, row) ? category.levels[category.codes[row]] : unmapped) === partition
}

type StoreTable = Pick<StoreMetrics, 'storeIds' | 'columns' | 'labels' | 'excluded'>

function withShares(value: StoreTable): StoreTable {
  const shares = takeShares(value.storeIds, value.columns)
  return {
    storeIds: shares.storeIds,
    columns: sortColumns(shares.columns),
    labels: [shares.totalName],
    excluded: [...value.excluded, ...shares.withoutTotal.map((id) => exclude(id, noTotal))],
  }
}

export const noTotal = 'its cells do not add up to more than zero, so there is nothing to share'

function exclude(storeId: string, reason: string): Exclusion {
  return { storeId, asset, reason }
}

function tallyRows({ store }: Keys, isHere: (row: number) => boolean) {
  let [nRows, nWithoutStore] = [0, 0]
  for (let row = 0; row < store.codes.length; row++) {
    if (!isHere(row)) continue
    nRows += 1
    if (!hasText(store, row)) nWithoutStore += 1
  }
  return { nRows, nWithoutStore }
}
