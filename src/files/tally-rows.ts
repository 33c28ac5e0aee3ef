import { createColumnTally, type ColumnTally } from '../table/column-tally'
import { createNullTest } from '../table/is-null-token'
import type { FixedFormat } from '../table/read-cell'
import { labelColumns } from './column-labels'
import { createDataRows, type OrdinaryRows } from './data-rows'
import { decideColumns, type DecidedColumns } from './decide-columns'
import { maxSummed } from './find-footer'
import { fixedFormat } from './fixed-format'
import { noteLeftOut } from './note-left-out'
import { createRaggedCount } from './ragged-count'
import { commonWidth } from './read-head'
import { isSummaryRow } from './is-summary-row'
import type { RowBatch } from './read-rows'
import type { ReadOptions, ReadOverrides, RowAccount } from './source-profile'
import { mostRowsLong, noDataRows, noteShape } from './row-shape'
import { headerNames } from './table-header'

/** Folds the rows of a file, in order, into column profiles, a preview and notes. */
export type RowTally = {
  readonly add: (batch: RowBatch) => void
  /**
   * For who tells ordinary rows to the columns by himself, until the next `add`: their columns, and
   * what is ordinary; null where the next rows have to be added. Where by now `nExpected` rows are far
   * more than are summed up, this is said early: see `isEarly` and `cameAsExpected`.
   */
  readonly open: (nExpected: number) => OpenColumns | null
  readonly nRows: () => number
  /** Said early, and still: then none of the rows that are told elsewhere may be a total. */
  readonly isEarly: () => boolean
  /** Whether what was said early was right: no total among the first rows, and many more. */
  readonly cameAsExpected: () => boolean
  /** Whether the last rows of the file have to be added: they may be none of the table. */
  readonly looksForEnd: boolean
  /** So many of the last rows that were added are held back for that. */
  readonly nHeld: () => number
  /** `n` ordinary rows that the columns were told, and the last of them. */
  readonly pass: (n: number, last: RowBatch) => void
  /** @throws FileError where there is no data row, or most rows are longer than the header. */
  readonly finish: () => TalliedRows
}

export type OpenColumns = OrdinaryRows & {
  readonly tallies: readonly ColumnTally[]
  readonly isNull: (text: string) => boolean
  /** By column what a person said of its numbers. */
  readonly fixed: readonly (FixedFormat | null)[]
  /** The header, if there is one, and the first data rows: they tell what is ordinary. */
  readonly top: RowBatch
  readonly hasHeader: boolean
}

export type TalliedRows = DecidedColumns & {
  readonly nRows: number
  readonly preview: readonly (readonly string[])[]
  /** Of the rows that were added: without those skipped before. */
  readonly account: RowAccount
  readonly endLine: number | null
}

export type TallyOptions = Pick<ReadOptions, 'hasHeader' | 'headerRows' | 'endLine'> & {
  readonly name: string
  readonly delimiter: string
  /** A total or a second table may stand below the rows. */
  readonly mayHaveFooter: boolean
  /** Columns in which the file itself has numbers, known when all rows were added. */
  readonly plainColumns: ReadonlySet<number>
  readonly nullTokens: readonly string[]
  readonly overrides: ReadOverrides
}

const nPreview = 100
/** So many rows tell how many there will be, where those are so many times what is summed up. */
const nTelling = 10_000
const farMore = 4
/** So many rows may be summed up, and a few more, of which it is open whether they are of the table. */
export const nEarly = maxSummed + 100
/** So many rows decide how many cells a row of the table has. */
const nDeciding = 100

export function createRowTally(options: TallyOptions): RowTally {
  const findsEnd = options.overrides.endLine === undefined && options.mayHaveFooter
  const looksForEnd = findsEnd && options.endLine === null
  const table = createDataRows({ ...options, findsEnd })
  const isNull = createNullTest(options.nullTokens)
  const tallies: ColumnTally[] = []
  const fixed: (FixedFormat | null)[] = []
  const preview: (readonly string[])[] = []
  const previewLines: number[] = []
  const short = createRaggedCount()
  const long = createRaggedCount()
  let early: RowBatch | null = { rows: [], lines: [] }
  let names: readonly string[] | null = null
  let wasShifted = false
  let nRows = 0
  let isExpected = false
  let hasSummary = false
  const isEarly = (): boolean => isExpected && nRows <= nEarly

  const begin = (first: RowBatch): void => {
    early = null
    const width = commonWidth(first.rows.slice(0, nDeciding))
    if (options.hasHeader) ({ names, wasShifted } = headerNames(table.header(), width))
    const { labels } = labelColumns(names, names?.length ?? width)
    for (const label of labels) fixed.push(fixedFormat(options.overrides, label))
    for (const format of fixed) tallies.push(createColumnTally(format))
    addRows(first)
  }
  const addRow = (row: readonly string[], line: number): void => {
    nRows++
    hasSummary ||= isEarly() && isSummaryRow(row)
    if (preview.length < nPreview) {
      preview.push(row)
      previewLines.push(line)
    }
    if (row.length < tallies.length) short.add(line, row.length)
    else if (hasSurplus(row, tallies.length)) long.add(line, row.length)
    for (let i = 0; i < tallies.length; i++) {
      const text = row[i] ?? ''
      if (isNull(text)) tallies[i].addMissing(text)
      else tallies[i].add(text, line)
    }
  }
  const addRows = ({ rows, lines }: RowBatch): void => {
    for (let i = 0; i < rows.length; i++) addRow(rows[i], lines[i])
  }
  const addData = (data: RowBatch): void => {
    if (early === null) return addRows(data)
    const { rows, lines } = early
    early = { rows: [...rows, ...data.rows], lines: [...lines, ...data.lines] }
    if (early.rows.length >= nDeciding) begin(early)
  }
  const finish = (): TalliedRows => {
    addData(table.end())
    if (early !== null) begin(early)
    const width = tallies.length
    const nColumns = countKept(names ?? [], tallies)
    if (nRows === 0 || nColumns === 0) throw noDataRows(options.name)
    const leftOut = table.read()
    const surplus = long.read()
    if (surplus !== null && surplus.n > nRows / 2) {
      throw mostRowsLong(options.name, {
        surplus,
        nRows,
        nColumns: width,
        firstLine: leftOut.headerLine,
      })
    }
    const { labels, notes } = labelColumns(names, nColumns)
    const decided = decideColumns({ ...options, tallies: tallies.slice(0, nColumns), labels })
    return {
      ...decided,
      nRows,
      preview,
      account: leftOut.account,
      endLine: leftOut.end?.line ?? options.endLine,
      notes: [
        ...(wasShifted ? [shiftedNote] : []),
        ...notes,
        ...noteShape({ nColumns, width, short: short.read(), surplus }),
        ...noteLeftOut(leftOut),
        ...decided.notes,
      ],
    }
  }
  const open = (nExpected: number): OpenColumns | null => {
    if (early !== null || preview.length < nPreview) return null
    if (looksForEnd && nRows >= nTelling && nExpected > farMore * maxSummed) {
      isExpected = true
      table.expectLong()
    }
    const left = table.letGo(tallies.length)
    if (left === null) return null
    addRows(left.data)
    const header = table.header()
    const top = {
      rows: [...header, ...preview],
      lines: [...header.map(() => table.read().headerLine), ...previewLines],
    }
    const { hasHeader } = options
    return { ...left.ordinary, tallies, isNull, fixed, top, hasHeader }
  }
  const pass = (n: number, last: RowBatch): void => {
    nRows += n
    table.pass(n, last)
  }
  const { nHeld } = table
  return {
    add: (batch) => addData(table.add(batch)),
    open,
    nRows: () => nRows,
    isEarly,
    cameAsExpected: () => !hasSummary && !isEarly(),
    looksForEnd,
    nHeld,
    pass,
    finish,
  }
}

const shiftedNote =
  'The header has a blank cell more than the rows have cells: left out, so that the names fit.'

/** Cells beyond the table that are not empty; a trailing delimiter alone is no fault. */
function hasSurplus(row: readonly string[], nColumns: number): boolean {
  for (let i = nColumns; i < row.length; i++) if (row[i] !== '') return true
  return false
}

/** Columns at the right edge without a name and without any cell are left out. */
function countKept(header: readonly string[], tallies: readonly ColumnTally[]): number {
  const isEmpty = (tally: ColumnTally, index: number): boolean =>
    (header[index] ?? '').trim() === '' && tally.counts().nPresent === 0
  return tallies.findLastIndex((tally, index) => !isEmpty(tally, index)) + 1
}
