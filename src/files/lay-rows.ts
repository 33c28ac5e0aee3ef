import type { Layout } from './guess-layout'
import type { RowBatch, RowWatch } from './read-rows'
import { checkRows } from './row-limits'
import type { TableRow } from './table-row'

export type LaySource = Omit<Layout, 'endLine'> & {
  /** The file's name, for messages. */
  readonly name: string
  /** Told of each column in which a number of the file stands below the header, once. */
  readonly onNumber?: (column: number) => void
  readonly watch?: RowWatch
}

export type RowLayout = {
  readonly add: (rows: readonly TableRow[]) => RowBatch
  /** The rows of a header that never came to its end. */
  readonly end: () => RowBatch
}

/**
 * Rows of cells as the rows of a table, batch by batch: without those above it, each at least as
 * wide as the header, since blank cells at the right edge are stored nowhere.
 * @throws FileError where a row or a cell passes a limit
 */
export function createRowLayout(source: LaySource): RowLayout {
  const { name, skipLines, watch, onNumber } = source
  const nHeader = source.hasHeader ? source.headerRows : 0
  const seen = new Set<number>()
  let header: TableRow[] = []
  let hasHeader = nHeader === 0
  let width = 0
  let nSkipped = 0
  const see = (numbers: readonly number[]): void => {
    for (const column of numbers) {
      if (seen.has(column)) continue
      seen.add(column)
      onNumber?.(column)
    }
  }
  const batchOf = (rows: readonly TableRow[]): RowBatch => {
    const batch = {
      rows: rows.map(({ cells }) => (cells.length < width ? padded(cells, width) : cells)),
      lines: rows.map(({ line }) => line),
    }
    checkRows(batch, { name, textLength: Infinity })
    watch?.onRows(batch)
    return batch
  }
  const takeHeader = (rows: readonly TableRow[]): readonly TableRow[] => {
    const n = nHeader - header.length
    header.push(...rows.slice(0, n))
    if (header.length < nHeader) return []
    hasHeader = true
    width = header.reduce((most, { cells }) => Math.max(most, cells.length), 0)
    const data = rows.slice(n)
    for (const { numbers } of data) see(numbers)
    return [...header, ...data]
  }
  return {
    add: (rows) => {
      const kept = rows.filter(({ line }) => line === 0 || line > skipLines)
      nSkipped += rows.length - kept.length
      if (kept.length < rows.length) watch?.onSkipped(nSkipped)
      if (!hasHeader) return batchOf(takeHeader(kept))
      for (const { numbers } of kept) see(numbers)
      return batchOf(kept)
    },
    end: () => {
      const left = hasHeader ? [] : header
      header = []
      return batchOf(left)
    },
  }
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '')
}
