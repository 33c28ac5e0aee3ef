import { countOf } from '../../files/count-of'
import { csvText } from '../../files/export-csv'
import type { Cell, TableFile } from '../outputs/output-file'
import type { Difference } from './bundle'
import { isSameNumber } from './same-number'

/** Columns that say where a store is put; a difference there is told by stores, not by rows. */
export const labelColumns: ReadonlySet<string> = new Set([
  'cluster',
  'internal_cluster',
  'external_cluster',
  'merged_cluster',
  'rebalanced_cluster',
])

/**
 * In which columns a table of a bundle, as text with its header first, differs from the same table
 * made anew: texts exactly, numbers by more than 1e-9. Rows are matched by their first two cells,
 * store and category; where these repeat, by their order.
 */
export function compareTables(
  before: readonly (readonly string[])[],
  after: TableFile,
): readonly Difference[] {
  const [head = [], ...rows] = before
  const where = after.name
  if (head.join('\0') !== after.columns.join('\0'))
    return [{ where, what: 'columns', inBundle: head.join(', '), here: after.columns.join(', ') }]
  const pairs = pairRows(rows, after.rows)
  const columns = after.columns.flatMap((column, c): readonly Difference[] => {
    const found = pairs.filter(([a, b]) => !isSameCell(a[c] ?? '', b[c] ?? null))
    const [first] = found
    if (first === undefined) return []
    const [a, b] = first
    const keys = a.slice(0, 2).join(', ')
    const stores = new Set(found.map(([row]) => row[0]))
    const what = labelColumns.has(column)
      ? `${column} of ${countOf(stores.size, 'store')}, first ${keys}`
      : `${column} of ${countOf(found.length, 'row')}, first ${keys}`
    return [{ where, what, inBundle: a[c] ?? '', here: csvText(b[c] ?? null) }]
  })
  if (rows.length === after.rows.length && pairs.length === rows.length) return columns
  const rowsDiffer = {
    where,
    what: `rows, ${pairs.length} of them in both`,
    inBundle: String(rows.length),
    here: String(after.rows.length),
  }
  return [rowsDiffer, ...columns]
}

type Pair = readonly [before: readonly string[], after: readonly Cell[]]

function pairRows(
  before: readonly (readonly string[])[],
  after: readonly (readonly Cell[])[],
): readonly Pair[] {
  const keyOf = (row: readonly Cell[]) => row.slice(0, 2).map(csvText).join('\0')
  const byKey = new Map(after.map((row) => [keyOf(row), row]))
  const areKeysUnique =
    byKey.size === after.length && new Set(before.map(keyOf)).size === before.length
  return before.flatMap((row, i): readonly Pair[] => {
    const match = areKeysUnique ? byKey.get(keyOf(row)) : after[i]
    return match === undefined ? [] : [[row, match]]
  })
}

function isSameCell(before: string, after: Cell): boolean {
  if (before === csvText(after)) return true
  if (typeof after !== 'number' || before === '') return false
  return isSameNumber(Number(before), after)
}
