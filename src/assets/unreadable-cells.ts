import { cellAddress } from '../table/cell-address'
import { firstFew } from './first-few'
import type { SourceReader } from './source'
import type { CheckOutcome } from './spec'
import type { UnreadableCells } from './value'

/** Of the columns that are used, in file order. */
export function unreadableOf(source: SourceReader, used: ReadonlySet<string>): UnreadableCells {
  return source.rejected
    .filter(({ column }) => used.has(column))
    .map(({ column, place, count, line, text: cell }) => ({
      file: source.name,
      column,
      cells: count,
      first: `${cellAddress(line, { name: column, place })}: ${cell}`,
    }))
}

/** The outcome of the check `cells_readable`. */
export function everyCellReadable(unreadable: UnreadableCells): CheckOutcome {
  return {
    passed: unreadable.length === 0,
    metadata: {
      cells: unreadable.reduce((sum, { cells }) => sum + cells, 0),
      columns: unreadable.length,
      first: firstFew(unreadable.map(({ file, first }) => `${file}, ${first}`)),
    },
  }
}
