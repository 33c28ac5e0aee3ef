import type { Column, LevelColumn, Table } from '../../../table/table'
import { isRowNumbers } from '../../column-use'
import { mergeRows } from '../../merge-rows'
import type { SourceReader } from '../../source'
import {
  countDuplicates,
  countRows,
  dropIdenticalRows,
  groupByStore,
  refuseDuplicates,
  type StoreRows,
  withoutStores,
} from '../../store-rows'
import type { ParamsOf } from '../../spec'
import { unreadableOf } from '../../unreadable-cells'
import type { FilledColumns, UnreadableCells } from '../../value'
import { fillMissing } from '../missing-means'
import { idColumn, readWhole, requireName } from '../open-source'
import type { StoreFile } from './join-files'
import type { SharedIds } from './shared-ids'
import type { externalFeaturesData } from './spec'

/** A file whose stores are known, by the ids that they share with the other files. */
export type OpenedFile = {
  readonly name: string
  readonly table: Table
  readonly ids: LevelColumn
  readonly grouped: StoreRows
  /** Aligned with the stores of `grouped`. */
  readonly sharedIds: readonly string[]
  readonly unreadable: UnreadableCells
}

/** One row per store, and what became of the other rows. */
export type FileReading = StoreFile & {
  readonly filled: FilledColumns
  readonly nRows: number
  readonly nWithoutStore: number
  readonly nIdenticalRows: number
  readonly nExcludedRows: number
  readonly nRepeatedRows: number
  readonly leftOut: readonly string[]
}

/** Errors: `missing_column`, `column_type`. */
export async function openFile(source: SourceReader, shared: SharedIds): Promise<OpenedFile> {
  const table = await readWhole(source)
  const ids = idColumn(table, source, requireName(source, 'external', 'store'))
  const grouped = groupByStore(ids)
  const sharedIds = shared.take(source.name, grouped.storeIds)
  const features = new Set(featuresOf({ table, ids }).map(({ name }) => name))
  const unreadable = unreadableOf(source, table, features)
  return { name: source.name, table, ids, grouped, sharedIds, unreadable }
}

/** The stores that are named in any of their spellings, by their shared id. */
export function sharedOfNamed(
  named: readonly string[],
  files: readonly OpenedFile[],
): ReadonlySet<string> {
  const wanted = new Set(named)
  return new Set(
    files.flatMap(({ grouped, sharedIds }) =>
      sharedIds.filter((shared, i) => wanted.has(shared) || wanted.has(grouped.storeIds[i])),
    ),
  )
}

export function featuresOf({ table, ids }: Pick<OpenedFile, 'table' | 'ids'>): readonly Column[] {
  return table.columns.filter((column) => column !== ids)
}

/**
 * Refusing comes first: any second row of a store asks for a rule, also one that is the same.
 * Error: `duplicate_stores`.
 */
export function readFile(
  { name, table, ids, grouped, sharedIds }: OpenedFile,
  unwanted: ReadonlySet<string>,
  params: Pick<ParamsOf<typeof externalFeaturesData>, 'duplicate_stores' | 'missing_means_of'>,
): FileReading {
  const rule = params.duplicate_stores
  const sharedOf = new Map(grouped.storeIds.map((id, i) => [id, sharedIds[i]]))
  const toShared = (id: string) => sharedOf.get(id) ?? id
  const named = grouped.storeIds.filter((id) => unwanted.has(toShared(id)))
  const { kept, leftOut } = withoutStores(grouped, named)
  if (rule === 'refuse') refuseDuplicates(table, kept, name)
  const { stores, nDropped } = dropIdenticalRows(table, kept)
  const filling = { isZero: () => false, meansOf: params.missing_means_of }
  const features = featuresOf({ table, ids })
  const { columns, filled, zeros } = fillMissing(features, filling, stores.rows)
  return {
    name,
    storeIds: stores.storeIds.map(toShared),
    filled,
    zeros,
    rowNumbers: features.filter(isRowNumbers).map((column) => column.name),
    columns: mergeRows(columns, stores, rule === 'refuse' ? 'first' : rule),
    nRows: table.nRows,
    nWithoutStore: table.nRows - countRows(grouped),
    nIdenticalRows: nDropped,
    nExcludedRows: countRows(grouped) - countRows(kept),
    nRepeatedRows: countDuplicates(kept),
    leftOut: leftOut.map(toShared),
  }
}
