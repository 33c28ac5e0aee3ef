import type { Column } from '../../../table/table'
import { useOfColumn } from '../../column-use'
import { missingShare } from '../../missing-share'
import type { StoreTable } from '../../value'

/** Columns that are not for telling stores apart, whatever is in their cells. */
const apart: ReadonlySet<string> = new Set(['id_like', 'geo', 'label', 'date'])

/** How many cells of the columns that could be features are missing; the emptiest columns first. */
export function missingCells({ storeIds, columns, labels }: StoreTable) {
  const isCandidate = (column: Column) =>
    !labels.includes(column.name) && !apart.has(useOfColumn(column).use)
  const shares = columns
    .filter(isCandidate)
    .map((column) => ({ name: column.name, share: missingShare(column, storeIds.length) }))
  const missing = shares.reduce((sum, { share }) => sum + Math.round(share * storeIds.length), 0)
  const emptiest = shares
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
    .map(({ name }) => name)
  return { missing, cells: shares.length * storeIds.length, emptiest }
}
