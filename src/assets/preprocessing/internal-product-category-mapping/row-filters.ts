import { compareText } from '../../../table/compare-text'
import { booleanOf } from '../../../table/is-boolean'
import { cellText, type LevelColumn, type Table } from '../../../table/table'
import type { ParamsOf } from '../../spec'
import type { internalProductCategoryMapping, ProductMap } from './spec'

type Filtering = {
  readonly products: LevelColumn
  readonly params: ParamsOf<typeof internalProductCategoryMapping>
}
type FilterDone = ProductMap['filters'][number]

/** In the order in which they are applied. */
const rowFilters = [
  { name: 'exclude_new_items', column: 'NEW_ITEM' },
  { name: 'exclude_dropped', column: 'TO_BE_DROPPED' },
] as const

/**
 * Leaves out the rows whose flag says yes. A product that keeps a row in another need state is not
 * left out, and without the column nothing is: what could not be read is counted.
 */
export function applyFilters(
  table: Table,
  rows: readonly number[],
  { products, params }: Filtering,
) {
  const filters: FilterDone[] = []
  let kept = rows
  for (const { name, column } of rowFilters.filter(({ name }) => params[name])) {
    const { yes, unread, hasColumn } = flagsOf(table, column, kept)
    const after = kept.filter((row) => !yes.has(row))
    const left = new Set(after.map((row) => products.codes[row]))
    const lost = new Set(kept.map((row) => products.codes[row]).filter((code) => !left.has(code)))
    const ids = Array.from(lost, (code) => products.levels[code]).sort(compareText)
    const counts = { before: kept.length, after: after.length, products: ids }
    filters.push({ name, column, hasColumn, ...counts, ...unread })
    kept = after
  }
  return { kept, filters }
}

/** The rows that say yes, and the cells that say neither yes nor no; an empty one says no. */
function flagsOf(table: Table, name: string, rows: readonly number[]) {
  const column = table.columns.find((column) => column.name.trim().toUpperCase() === name)
  const yes = new Set<number>()
  const texts = new Set<string>()
  let nUnread = 0
  if (column !== undefined)
    for (const row of rows) {
      const text = (cellText(column, row) ?? '').trim()
      const says = text === '' ? false : flagOf(text)
      if (says === true) yes.add(row)
      if (says !== null) continue
      nUnread += 1
      texts.add(text)
    }
  const unread = { nUnread, unread: [...texts].sort(compareText) }
  return { yes, unread, hasColumn: column !== undefined }
}

/** `null` for what is no flag. */
function flagOf(text: string): boolean | null {
  const word = text.toLowerCase()
  if (word === '1' || word === 'x' || word === 't') return true
  if (word === '0' || word === 'f') return false
  return booleanOf(text)
}
