import { createColumnTally, type ColumnTally } from '../table/column-tally'
import { createNullTest } from '../table/is-null-token'
import { labelColumns } from './column-labels'
import { countOf } from './count-of'
import { decideColumns, type DecidedColumns } from './decide-columns'
import { FileError } from './failure'
import { createRaggedCount, type RaggedRows } from './ragged-count'
import type { RowBatch } from './read-rows'
import type { ReadOverrides } from './source-profile'

/** Folds the rows of a file, in order, into column profiles, a preview and notes. */
export type RowTally = {
  readonly add: (batch: RowBatch) => void
  /** @throws FileError where there is no data row, or most rows are longer than the header. */
  readonly finish: () => TalliedRows
}

export type TalliedRows = DecidedColumns & {
  readonly nRows: number
  readonly preview: readonly (readonly string[])[]
}

export type TallyOptions = {
  readonly name: string
  readonly hasHeader: boolean
  readonly delimiter: string
  readonly nullTokens: readonly string[]
  readonly overrides: ReadOverrides
}

const nPreview = 100

export function createRowTally(options: TallyOptions): RowTally {
  const isNull = createNullTest(options.nullTokens)
  const tallies: ColumnTally[] = []
  const preview: (readonly string[])[] = []
  const short = createRaggedCount()
  const long = createRaggedCount()
  let firstRow: readonly string[] = []
  let firstLine = 0
  let nRows = 0

  const begin = (row: readonly string[], line: number): void => {
    firstRow = row
    firstLine = line
    for (let i = 0; i < row.length; i++) tallies.push(createColumnTally())
  }
  const addRow = (row: readonly string[], line: number): void => {
    nRows++
    if (preview.length < nPreview) preview.push(row)
    if (row.length < tallies.length) short.add(line, row.length)
    else if (hasSurplus(row, tallies.length)) long.add(line, row.length)
    for (let i = 0; i < tallies.length; i++) {
      const text = row[i] ?? ''
      if (isNull(text)) tallies[i].addMissing(text)
      else tallies[i].add(text, line)
    }
  }
  const add = ({ rows, lines }: RowBatch): void => {
    for (let i = 0; i < rows.length; i++) {
      const isFirst = tallies.length === 0
      if (isFirst) begin(rows[i], lines[i])
      if (!isFirst || !options.hasHeader) addRow(rows[i], lines[i])
    }
  }
  const finish = (): TalliedRows => {
    const nColumns = countKept(options.hasHeader ? firstRow : [], tallies)
    if (nRows === 0 || nColumns === 0) throw noDataRows(options.name)
    const surplus = long.read()
    if (surplus !== null && surplus.n > nRows / 2) {
      throw mostRowsLong(options.name, { surplus, nRows, nColumns: firstRow.length, firstLine })
    }
    const { labels, notes } = labelColumns(options.hasHeader ? firstRow : null, nColumns)
    const kept = tallies.slice(0, nColumns)
    const decided = decideColumns({ ...options, tallies: kept, labels })
    const shape = noteShape({ nColumns, width: firstRow.length, short: short.read(), surplus })
    return { ...decided, nRows, preview, notes: [...notes, ...shape, ...decided.notes] }
  }
  return { add, finish }
}

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

function noteShape(shape: {
  readonly nColumns: number
  readonly width: number
  readonly short: RaggedRows | null
  readonly surplus: RaggedRows | null
}): string[] {
  const { nColumns, width, short, surplus } = shape
  const notes: string[] = []
  if (width > nColumns) {
    const dropped = countOf(width - nColumns, 'empty column')
    notes.push(`${dropped} without a name at the right edge: left out.`)
  }
  if (short !== null) notes.push(`${describeRagged(short, 'shorter', width)}: the rest is missing.`)
  if (surplus !== null) {
    notes.push(`${describeRagged(surplus, 'longer', width)}: the surplus is left out.`)
  }
  return notes
}

function describeRagged({ n, line, nCells }: RaggedRows, than: string, width: number): string {
  return `${countOf(n, 'row')} ${than} than ${countOf(width, 'cell')}, first on line ${line} (${nCells})`
}

function noDataRows(name: string): FileError {
  return new FileError({
    code: 'no_data_rows',
    message: `${name} has no data rows.`,
    path: name,
    hint: 'Add a file with a header row and at least one row below it.',
  })
}

function mostRowsLong(
  name: string,
  found: {
    readonly surplus: RaggedRows
    readonly nRows: number
    readonly nColumns: number
    readonly firstLine: number
  },
): FileError {
  const { surplus, nRows, nColumns, firstLine } = found
  return new FileError({
    code: 'rows_too_long',
    message:
      `${name}: line ${surplus.line} has ${countOf(surplus.nCells, 'cell')}, but line ${firstLine} has ` +
      `${countOf(nColumns, 'column')}; ${surplus.n} of ${nRows} rows are longer than that.`,
    path: `${name}:${surplus.line}`,
    hint: 'Check the delimiter and the number of lines above the header row.',
  })
}
