import { cellAddress } from '../table/cell-address'
import type { Table } from '../table/table'
import { firstFew } from './first-few'
import type { SourceReader } from './source'
import type { CheckOutcome } from './spec'
import type { UnreadableCells } from './value'

/**
 * Cells of the columns that are used that hold something and no number, in file order: words, which
 * the profile of the file knows by their line, and formulas that failed, by their row of data.
 */
export function unreadableOf(
  source: SourceReader,
  { columns }: Table,
  used: ReadonlySet<string>,
): UnreadableCells {
  return columns.flatMap((column, i) => {
    if (!used.has(column.name)) return []
    const word = source.rejected.find((rejected) => rejected.column === column.name)
    const held = column.type === 'number' ? (column.unreadable ?? nothing) : nothing
    const cells = Math.max(word?.count ?? 0, held.size)
    if (cells === 0) return []
    const first = word === undefined ? rowAddress(held, column.name, i + 1) : lineAddress(word)
    return [{ file: source.name, column: column.name, cells, first }]
  })
}

const nothing: ReadonlyMap<number, string> = new Map()

function lineAddress({ line, column, place, text }: SourceReader['rejected'][number]): string {
  return `${cellAddress(line, { name: column, place })}: ${text}`
}

function rowAddress(held: ReadonlyMap<number, string>, name: string, place: number): string {
  const [[row, text] = [0, '']] = held
  return `row ${row + 1}, column ${place} "${name}": ${text}`
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
