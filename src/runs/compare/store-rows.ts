import { internalSalesByCategory } from '../../assets/preprocessing/internal-sales-by-category/spec'
import { internalStoreMetrics } from '../../assets/preprocessing/internal-store-metrics/spec'
import { preprocessedExternalData } from '../../assets/preprocessing/preprocessed-external-data/spec'
import type { Branch } from '../../assets/spec'
import type { StoreTable } from '../../assets/value'
import { selectRows } from '../../table/select-rows'
import type { Table } from '../../table/table'
import { type SpecOf, valueOf } from '../values-made'
import type { Membership } from './membership'
import type { RunSide } from './run-side'

const tables: Readonly<Record<Branch, readonly SpecOf<StoreTable>[]>> = {
  internal: [internalSalesByCategory, internalStoreMetrics],
  external: [preprocessedExternalData],
}

/** The assets that hold one row per store before anything is filtered. */
export const tableKeysOf: Readonly<Record<Branch, readonly string[]>> = {
  internal: tables.internal.map(({ key }) => key),
  external: tables.external.map(({ key }) => key),
}

/** Rows of the given stores, in their order; null where one has none or they are not kept. */
export async function storeRowsOf(
  { run, read }: RunSide,
  branch: Branch,
  { category, stores }: Pick<Membership, 'category'> & { readonly stores: readonly string[] },
): Promise<Table | null> {
  for (const spec of tables[branch]) {
    const record = run.assets.find(
      ({ key, partition, status }) =>
        key === spec.key && status === 'success' && (partition ?? category) === category,
    )
    const value = record === undefined ? null : await read(record)
    if (value !== null) return rowsOf(valueOf(spec, value), stores)
  }
  return null
}

function rowsOf({ storeIds, columns }: StoreTable, stores: readonly string[]): Table | null {
  const rowOf = new Map(storeIds.map((id, row) => [id, row]))
  const rows = stores.flatMap((store) => rowOf.get(store) ?? [])
  return rows.length < stores.length ? null : selectRows({ nRows: storeIds.length, columns }, rows)
}
