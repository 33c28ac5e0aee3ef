import { createEndFinder, type TableEnd } from './find-end'
import type { RowBatch } from './read-rows'
import type { ReadOptions, RowAccount } from './source-profile'

/**
 * Tells the rows of a file that are data from the others: the header, the header once more, comments,
 * and what stands below the table. Every pass over a file goes through here, so that all of them
 * leave out the same rows.
 */
export type DataRows = {
  /** The data rows among the next ones; where the end is looked for they come a little late. */
  readonly add: (batch: RowBatch) => RowBatch
  /**
   * Lets go of the rows that are held back, where all of them are ordinary and ordinary rows follow,
   * each with so many cells;
   * null where that cannot be said, or where rows are still summed up.
   */
  readonly letGo: (
    width: number,
  ) => { readonly data: RowBatch; readonly ordinary: OrdinaryRows } | null
  /** So many rows are expected that they are not summed up; whoever says so sees that they come. */
  readonly expectLong: () => void
  /** `n` ordinary data rows that were looked at elsewhere, and the last of them. */
  readonly pass: (n: number, last: RowBatch) => void
  /** So many of the last rows are held back, while it is open whether they are data. */
  readonly nHeld: () => number
  /** The last data rows. */
  readonly end: () => RowBatch
  readonly header: () => readonly (readonly string[])[]
  readonly read: () => LeftOut
}

/** What a data row has in common with all but a few: nothing else has to be known of it. */
export type OrdinaryRows = {
  /** Its first cell is not this text. */
  readonly notFirst: string | null
  /** Its cell there does not begin with a letter; -1 where any may. */
  readonly numberColumn: number
}

export type LeftOut = {
  /** Comments between the rows are counted as above. */
  readonly account: RowAccount
  readonly end: TableEnd | null
  /** Line of the first repeated header and of the first comment, 0 for none. */
  readonly repeatedLine: number
  readonly commentLine: number
  readonly headerLine: number
}

export type DataRowOptions = Pick<ReadOptions, 'hasHeader' | 'headerRows' | 'endLine'> & {
  /** Look for the end of the table where `endLine` does not say it. */
  readonly findsEnd: boolean
}

/** So many rows of at least two filled cells are held back while the end is looked for. */
const lookAhead = 12
/** And with what stands between and below them not more than so many. */
const maxHeld = 10_000

export function createDataRows(options: DataRowOptions): DataRows {
  const { hasHeader, headerRows, endLine, findsEnd } = options
  const nHeader = hasHeader ? headerRows : 0
  const header: (readonly string[])[] = []
  const finder = findsEnd && endLine === null ? createEndFinder(header) : null
  let held: RowBatch = { rows: [], lines: [] }
  let width = 0
  let end: TableEnd | null = endLine === null ? null : { line: endLine, kind: 'chosen' }
  let isFirst = true
  let hasComments = hasHeader
  let nRepeated = 0
  let repeatedLine = 0
  let nComments = 0
  let commentLine = 0
  let nData = 0
  let nBelow = 0
  let headerLine = 0

  const isData = (row: readonly string[], line: number): boolean => {
    if (end !== null && line >= end.line) {
      nBelow++
      return false
    }
    if (hasComments && row.length === 1 && header[0].length > 1 && row[0].startsWith('#')) {
      // A file whose ids begin with # has no comments.
      if (nComments++ === 0) commentLine = line
      return false
    }
    if (isFirst && row[0]?.startsWith('#')) hasComments = false
    isFirst = false
    if (nHeader > 0 && isHeader(row)) {
      if (nRepeated++ === 0) repeatedLine = line
      return false
    }
    nData++
    return true
  }

  const isHeader = (row: readonly string[]): boolean => {
    for (const names of header) if (row[0] === names[0] && isSame(row, names)) return true
    return false
  }

  /** The data among the first `n` rows of a batch. */
  const release = (batch: RowBatch, n: number, isLast: boolean): RowBatch => {
    const rows: (readonly string[])[] = []
    const lines: number[] = []
    for (let i = 0; i < n; i++) {
      const row = batch.rows[i]
      if (end === null && finder !== null) end = finder.endsAt(batch, i, isLast)
      if (!isData(row, batch.lines[i])) continue
      finder?.see(row)
      rows.push(row)
      lines.push(batch.lines[i])
    }
    return { rows, lines }
  }

  /** Names that stand in no row of the file come on line 0. */
  const nHeaderRows = (): number => (header.length > 0 && headerLine === 0 ? 0 : header.length)

  const withoutHeader = (batch: RowBatch): RowBatch => {
    const n = Math.min(nHeader - header.length, batch.rows.length)
    if (n <= 0) return batch
    if (header.length === 0) headerLine = batch.lines[0]
    const names = batch.rows.slice(0, n)
    header.push(...(header.length === 0 ? withoutMark(names) : names))
    return { rows: batch.rows.slice(n), lines: batch.lines.slice(n) }
  }

  return {
    add: (batch) => {
      const below = withoutHeader(batch)
      if (finder === null) return release(below, below.rows.length, false)
      const all = {
        rows: [...held.rows, ...below.rows],
        lines: [...held.lines, ...below.lines],
      }
      width ||= (header[0] ?? all.rows[0])?.length ?? 0
      const n = startOfLast(all.rows, width)
      const data = release(all, n, false)
      held = { rows: all.rows.slice(n), lines: all.lines.slice(n) }
      return data
    },
    letGo: (nCells) => {
      const numberColumn = finder === null ? -1 : finder.numberColumn()
      if (numberColumn === null || end !== null || header.length < nHeader) return null
      const isOrdinary = held.rows.every((_, i) => finder?.isOrdinary(held, i, nCells) ?? true)
      if (finder !== null && (held.rows.length < lookAhead || !isOrdinary)) return null
      const data = release(held, held.rows.length, false)
      held = { rows: [], lines: [] }
      return { data, ordinary: { notFirst: header[0]?.[0] ?? null, numberColumn } }
    },
    expectLong: () => finder?.expectLong(),
    pass: (n, last) => {
      nData += n
      finder?.pass(n, last)
    },
    nHeld: () => held.rows.length,
    end: () => {
      const last = held
      held = { rows: [], lines: [] }
      return release(last, last.rows.length, true)
    },
    header: () => header,
    read: () => ({
      account: {
        nRecords: nComments + nHeaderRows() + nRepeated + nData + nBelow,
        nAbove: nComments,
        nHeader: nHeaderRows(),
        nRepeatedHeader: nRepeated,
        nData,
        nBelow,
      },
      end: nBelow === 0 ? null : end,
      repeatedLine,
      commentLine,
      headerLine,
    }),
  }
}

/** Where the last rows begin that are held back, in a table of so many columns. */
function startOfLast(rows: readonly (readonly string[])[], width: number): number {
  const least = Math.max(0, rows.length - maxHeld)
  let nFull = 0
  let start = rows.length
  while (start > least && nFull < lookAhead) if (!isThin(rows[--start], width)) nFull++
  return start
}

/** A row that may be a note, or the rest of one, or nothing. */
function isThin(row: readonly string[], width: number): boolean {
  if (width < 2) return false
  let nFilled = 0
  for (let i = 0; i < row.length && nFilled < 2; i++) if (row[i] !== '') nFilled++
  return nFilled < 2
}

/** A byte-order mark stands within a file where a line was put before it. */
function withoutMark([names, ...more]: readonly (readonly string[])[]): (readonly string[])[] {
  const [first, ...rest] = names
  return [[first.replace(/^\ufeff/, ''), ...rest], ...more]
}

/** A row that says again what the header says; two names at least, lest one value be taken for it. */
function isSame(row: readonly string[], names: readonly string[]): boolean {
  if (row.length !== names.length) return false
  return row.every((cell, i) => cell === names[i]) && names.filter((name) => name !== '').length > 1
}
