import { createColumnTally, type TallyCounts } from '../../table/column-tally'
import { createNullTest } from '../../table/is-null-token'
import type { FixedFormat } from '../../table/read-cell'
import { createDataRows, type DataRows } from '../data-rows'
import type { Dialect } from '../dialect'
import { FileError } from '../failure'
import { createPieceHash, type OpenHash } from '../file-hash'
import type { RowBatch } from '../read-rows'
import { createTextWatch } from '../text-watch'
import { settleColumn } from './byte-column'
import { pieceSize } from './byte-pieces'
import type { Range } from './cut-ranges'
import { layoutOf, nGeneral, openTable, tallyRun } from './ordinary-rows'
import type { PlainSeen } from './plain-seen'
import { openCells, type CellReader } from './read-cells'
import type { Scanner } from './scanner'
import { LeftToGeneral } from './signs'
import { createStrictText } from './text-of-bytes'

/** A range of a large file, as plain data: it begins and ends where pieces of the digest do. */
export type RangeRequest = {
  /** The file's name, for messages. */
  readonly name: string
  readonly range: Range
  readonly dialect: Dialect
  /** Cells in a row of the table, by which damage is told. */
  readonly width: number
  /** The header, if there is one, and the first data rows. */
  readonly top: RowBatch
  readonly hasHeader: boolean
  /** A total or a second table may stand below the rows. */
  readonly findsEnd: boolean
  /** By column what a person said of its numbers. */
  readonly fixed: readonly (FixedFormat | null)[]
  readonly nullTokens: readonly string[]
  readonly hasFixedFormat: boolean
}

/** What the rows that begin in a range add to the profile: plain data. Lines count from 1 at `from`, up to `to`. */
export type RangeTally = {
  /** Where in the file its first row begins, and the first row behind it. */
  readonly from: number
  readonly to: number
  readonly nLines: number
  readonly nRows: number
  readonly last: RowBatch
  readonly columns: readonly ColumnPart[]
  /** Of the pieces of the range. */
  readonly digests: readonly Uint8Array[]
}

/** Plain numbers are counted; which ones there were is told apart. */
export type ColumnPart = { readonly counts: TallyCounts; readonly seen: PlainSeen }

export type RangeOptions = {
  readonly openHash: OpenHash
  /** Told how many bytes of the range are read. */
  readonly report: (nBytes: number) => void
  readonly pieceSize?: number
  readonly scanner?: Scanner | undefined
}

/**
 * Tallies the rows that begin in a range, behind its first line end. Whether that ends a row is for the
 * caller to see: it does where the range before ends there. Null where a row is not one of the table as
 * the others are, or bytes are none of the text: who reads the file in order can go on, or say what is
 * wrong.
 */
export async function tallyRange(
  blob: Blob,
  request: RangeRequest,
  options: RangeOptions,
): Promise<RangeTally | null> {
  try {
    return await readRange(blob, request, options)
  } catch (error) {
    if (error instanceof FileError || error instanceof LeftToGeneral) return null
    throw error
  }
}

async function readRange(
  blob: Blob,
  request: RangeRequest,
  { openHash, report, pieceSize: size = pieceSize, scanner }: RangeOptions,
): Promise<RangeTally> {
  const { start, end } = request.range
  const hash = createPieceHash(openHash)
  const watch = createTextWatch()
  let nRead = start - 1
  const cells = openCells({
    ...request,
    blob,
    from: nRead,
    // The line behind the first line end is then line 1.
    line: 0,
    pieceSize: size,
    decode: createStrictText(),
    watch,
    onBytes: async (bytes) => {
      const own = bytes.subarray(Math.max(0, start - nRead), Math.max(0, end - nRead))
      nRead += bytes.length
      await hash.update(own)
      report(Math.min(nRead, end) - start)
    },
  })
  try {
    await cells.skipLine()
    const from = cells.offset()
    const { nRows, last, columns } = await tallyRows(cells, request, scanner)
    if (watch.notes('utf-8').length > 0) throw new LeftToGeneral('a text to be told of')
    return {
      from,
      to: cells.offset(),
      nLines: cells.line() - 1,
      nRows,
      last,
      columns,
      digests: await hash.read(),
    }
  } finally {
    await cells.close()
  }
}

/** Tallies all rows up to the end of the range, or a little behind it. */
async function tallyRows(
  cells: CellReader,
  request: RangeRequest,
  scanner: Scanner | undefined,
): Promise<Pick<RangeTally, 'nRows' | 'last' | 'columns'>> {
  const { nullTokens, dialect } = request
  const tallies = request.fixed.map((format) => createColumnTally(format))
  const { end } = request.range
  const n = tallies.length
  const isNull = createNullTest(nullTokens)
  const byBytes = openTable({ ...request, tallies, isNull, scanner, leavesPlain: true })
  const { table, ordinary } = knownTable(request)
  let left: ReturnType<DataRows['letGo']> = { data: { rows: [], lines: [] }, ordinary }
  let nRows = 0
  let last: RowBatch = { rows: [], lines: [] }
  const addRows = ({ rows, lines }: RowBatch): void => {
    for (const [i, row] of rows.entries()) {
      if (row.length !== n) throw new LeftToGeneral('a row of another width')
      for (const [c, tally] of tallies.entries()) {
        if (isNull(row[c])) tally.addMissing(row[c])
        else tally.add(row[c], lines[i])
      }
    }
    nRows += rows.length
    if (rows.length > 0) last = { rows: rows.slice(-1), lines: lines.slice(-1) }
  }
  for (;;) {
    if (left !== null) {
      addRows(left.data)
      const layout = layoutOf(n, left.ordinary, { delimiter: dialect.delimiter, until: end })
      const run = await tallyRun(cells, byBytes, { layout })
      // What stands above it may make it the begin of another table, and is not known here.
      if (nRows + run.nRows === 0 && run.stop === 'odd')
        throw new LeftToGeneral('the first row is not ordinary')
      nRows += run.nRows
      if (run.nRows > 0) {
        last = run.readLast()
        table.pass(run.nRows, last)
      }
      if (run.stop !== 'odd' || (cells.offset() >= end && !cells.isOpen())) break
    }
    const batch = await cells.take(nGeneral)
    if (batch.rows.length === 0 || cells.offset() > end + farBehind)
      throw new LeftToGeneral('rows of which it is not said that they are of the table')
    addRows(table.add(batch))
    left = table.letGo(n)
  }
  const { nAbove, nRepeatedHeader, nBelow } = table.read().account
  if (nAbove + nRepeatedHeader + nBelow > 0)
    throw new LeftToGeneral('rows that are none of the table')
  for (const column of byBytes.columns) settleColumn(column)
  const columns = byBytes.columns.map(({ tally, seen }) => ({ counts: tally.read(), seen }))
  return { nRows, last, columns }
}

/** The table as it is known behind the head of the file: too long for its rows to be summed up. */
function knownTable({ top, hasHeader, findsEnd, fixed }: RangeRequest) {
  const table = createDataRows({ hasHeader, headerRows: 1, endLine: null, findsEnd })
  table.add(top)
  table.pass(manyRows, { rows: top.rows.slice(-1), lines: top.lines.slice(-1) })
  const left = table.letGo(fixed.length)
  if (left === null) throw new LeftToGeneral('no ordinary rows')
  return { table, ordinary: left.ordinary }
}

/** More than are summed up: see `isLong` of the test for a footer. */
const manyRows = 2 ** 31
/** Bytes behind the end of a range in which it has to be clear what its last rows are. */
const farBehind = 2 ** 20
