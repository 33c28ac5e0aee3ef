import type { LevelColumn, Table } from '../../../table/table'
import type { SourceReader } from '../../source'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { Exclusion } from '../../value'
import { mergeRows, sortColumns } from '../../merge-rows'
import {
  countDuplicates,
  countRows,
  groupByStore,
  hasText,
  refuseDuplicates,
  withoutStores,
} from '../../store-rows'
import { idColumn, onlySource, readWhole, requireName } from '../open-source'
import { unmapped, wholeFile } from '../partition-names'
import { decideReading, fillWithZero } from './reading'
import { takeShares } from './shares'
import type { internalStoreMetrics, StoreMetrics } from './spec'

type MetricsParams = ParamsOf<typeof internalStoreMetrics>

const asset = 'internal_store_metrics'

/**
 * The rows of one category (or all), one per store, empty cells and shares as decided for the whole
 * file. Errors: `missing_role`, `missing_column`, `column_type`, `duplicate_stores`.
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
  const filled = reading.missingMeans === 'zero' ? fillWithZero(features) : features

  const isHere = rowsOfPartition(keys, context.partition ?? wholeFile)
  const grouped = groupByStore(keys.store, isHere)
  const { kept, leftOut } = withoutStores(grouped, params.exclude_stores)
  const rule = params.duplicate_stores
  if (rule === 'refuse') refuseDuplicates(kept, source.name)
  const merged = sortColumns(mergeRows(filled, kept, rule === 'refuse' ? 'first' : rule))
  const excluded = leftOut.map((storeId) => exclude(storeId, 'left out by exclude_stores'))
  const value = { storeIds: kept.storeIds, columns: merged, labels: [], excluded }
  return {
    ...(reading.asShares ? withShares(value) : value),
    ...reading,
    ...tallyRows(keys, isHere),
    nDuplicateRows: countDuplicates(kept),
    nExcludedRows: countRows(grouped) - countRows(kept),
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
