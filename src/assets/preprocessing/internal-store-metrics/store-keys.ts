import type { LevelColumn, Table } from '../../../table/table'
import type { SourceReader } from '../../source'
import { hasText } from '../../store-rows'
import { idColumn, requireName } from '../open-source'
import { unmapped } from '../partition-names'

/** The columns that say whose row it is, and of which category. */
export type Keys = { readonly store: LevelColumn; readonly category: LevelColumn | null }

/** Errors: `missing_column`, `column_type`. */
export function keyColumns(table: Table, source: SourceReader): Keys {
  const { category } = source.columns
  return {
    store: idColumn(table, source, requireName(source, 'store_metrics', 'store')),
    category: category === null ? null : idColumn(table, source, category),
  }
}

/** Whether a row is of the partition; one without a category is of `UNMAPPED`. */
export function rowsOfPartition({ category }: Keys, partition: string): (row: number) => boolean {
  if (category === null) return () => true
  return (row) =>
    (hasText(category, row) ? category.levels[category.codes[row]] : unmapped) === partition
}

/** How many rows are here, and how many of them name no store. */
export function tallyRows({ store }: Keys, isHere: (row: number) => boolean) {
  let [nRows, nWithoutStore] = [0, 0]
  for (let row = 0; row < store.codes.length; row++) {
    if (!isHere(row)) continue
    nRows += 1
    if (!hasText(store, row)) nWithoutStore += 1
  }
  return { nRows, nWithoutStore }
}
