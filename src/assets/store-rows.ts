import type { LevelColumn, Table } from '../table/table'
import { cellText } from '../table/table'
import { orderByText } from '../table/sort-by-text'
import { AssetError } from './failure'

/** Which rows of a file belong to which store: stores sorted by id, rows of a store in file order. */
export type StoreRows = {
  readonly storeIds: readonly string[]
  readonly rows: readonly (readonly number[])[]
}

/** Groups the given rows (all by default) by store; rows without a store are in no group. */
export function groupByStore(ids: LevelColumn, isTaken?: (row: number) => boolean): StoreRows {
  const storeIds: string[] = []
  const groups: number[][] = []
  let last = -1
  for (const row of orderByText(ids)) {
    const code = ids.codes[row]
    if (!hasText(ids, row) || (isTaken && !isTaken(row))) continue
    if (code !== last) {
      storeIds.push(ids.levels[code])
      groups.push([])
      last = code
    }
    groups[groups.length - 1].push(row)
  }
  return { storeIds, rows: groups }
}

/** An id cell is missing only where it is empty. */
export function hasText(ids: LevelColumn, row: number): boolean {
  return ids.codes[row] !== -1 && ids.levels[ids.codes[row]] !== ''
}

/** Splits off the stores that are left out by id. */
export function withoutStores(
  { storeIds, rows }: StoreRows,
  leftOut: readonly string[],
): { readonly kept: StoreRows; readonly leftOut: readonly string[] } {
  const out = new Set(leftOut)
  const keep = storeIds.map((id) => !out.has(id))
  return {
    kept: {
      storeIds: storeIds.filter((_, i) => keep[i]),
      rows: rows.filter((_, i) => keep[i]),
    },
    leftOut: storeIds.filter((id) => out.has(id)),
  }
}

export function countRows({ rows }: StoreRows): number {
  return rows.reduce((sum, { length }) => sum + length, 0)
}

/** Rows beyond the first of each store. */
export function countDuplicates({ rows }: StoreRows): number {
  return rows.reduce((sum, { length }) => sum + length - 1, 0)
}

/** Error `duplicate_stores` when a store has several rows and no rule says what to do. */
export function refuseDuplicates({ storeIds, rows }: StoreRows, fileName: string): void {
  const twice = storeIds.filter((_, i) => rows[i].length > 1)
  if (twice.length === 0) return
  const shown = twice.slice(0, 5).join(', ') + (twice.length > 5 ? ' ...' : '')
  const stores = twice.length === 1 ? '1 store has' : `${twice.length} stores have`
  throw new AssetError({
    code: 'duplicate_stores',
    message: `${fileName}: ${stores} more than one row (${shown}).`,
    path: fileName,
    hint: 'Set duplicate_stores to first, last, mean or sum.',
  })
}

/** Drops rows that are equal in every cell to an earlier row of the same store. */
export function dropIdenticalRows(table: Table, { storeIds, rows }: StoreRows) {
  const kept = rows.map((group) => {
    if (group.length === 1) return group
    const seen = new Set<string>()
    return group.filter((row) => seen.size < seen.add(rowText(table, row)).size)
  })
  const stores: StoreRows = { storeIds, rows: kept }
  return { stores, nDropped: countDuplicates({ storeIds, rows }) - countDuplicates(stores) }
}

/** Two rows have the same text if and only if all their cells are equal. */
function rowText(table: Table, row: number): string {
  return JSON.stringify(table.columns.map((column) => cellText(column, row)))
}
