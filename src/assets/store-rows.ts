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

/**
 * Error `duplicate_stores` when a store has several rows and no rule says what to do; tells rows that
 * are equal from rows that contradict each other.
 */
export function refuseDuplicates(
  table: Table,
  { storeIds, rows }: StoreRows,
  fileName: string,
): void {
  const twice = storeIds.flatMap((storeId, i) =>
    rows[i].length > 1 ? [{ storeId, rows: rows[i] }] : [],
  )
  if (twice.length === 0) return
  const shown = twice
    .slice(0, 5)
    .map(({ storeId }) => storeId)
    .join(', ')
  const stores = twice.length === 1 ? '1 store has' : `${twice.length} stores have`
  const most = twice.reduce((n, { rows }) => Math.max(n, rows.length), 0)
  const upTo = most > 2 ? ` Up to ${most} rows a store.` : ''
  const differ = twice.filter(
    ({ rows }) => new Set(rows.map((row) => rowText(table, row))).size > 1,
  )
  throw new AssetError({
    code: 'duplicate_stores',
    message: `${fileName}: ${stores} more than one row (${shown}${twice.length > 5 ? ' ...' : ''}). ${tellRows(twice.length, differ)}${upTo}`,
    path: fileName,
    hint:
      differ.length === 0
        ? 'Remove the repeated rows, or set duplicate_stores to first.'
        : 'Set duplicate_stores to first, last, mean or sum.',
  })
}

type Repeated = { readonly storeId: string; readonly rows: readonly number[] }

/** `The rows of 2 of them differ, first those of store 203.` */
function tellRows(nTwice: number, differ: readonly Repeated[]): string {
  const [first] = differ
  if (first === undefined) return `${nTwice === 1 ? 'Its' : 'Their'} rows are equal in every cell.`
  if (nTwice === 1) return 'Its rows differ.'
  if (differ.length === 1) return `1 of them has rows that differ: store ${first.storeId}.`
  const some = differ.length === nTwice ? 'All of them' : `${differ.length} of them`
  return `${some} have rows that differ, first store ${first.storeId}.`
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
