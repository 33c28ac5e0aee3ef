import { FileError } from '../failure'
import type { RowSource } from '../read-rows'
import { nEarly, type OpenColumns, type RowTally } from '../tally-rows'
import { addPlain, settleColumn } from './byte-column'
import type { CellBatch } from './cell-batch'
import { cutRanges, type Range } from './cut-ranges'
import { hasSummary } from './find-summary'
import { pieceSize } from './byte-pieces'
import { layoutOf, nGeneral, openTable, tallyRun, type ByteTable } from './ordinary-rows'
import { openCells, type CellReader } from './read-cells'
import { readWidth } from './read-width'
import type { Scanner } from './scanner'
import { LeftToGeneral, ToldTooEarly } from './signs'
import type { RangeRequest, RangeTally } from './tally-range'
import { createStrictText } from './text-of-bytes'
import { withholdBehind } from './withheld-bytes'

export type ByteTallyOptions = {
  readonly nullTokens: readonly string[]
  /** Whether a person said how numbers are written. */
  readonly hasFixedFormat: boolean
  readonly pieceSize?: number
  /** The fastest of the host by default. */
  readonly scanner?: Scanner | undefined
  /** Tallied apart, without a gap between them nor behind the head; by default those that are worth it. */
  readonly ranges?: readonly Range[]
  /** Rows are told by their bytes only where it is sure that they are many. */
  readonly isPatient?: boolean
  /** Tallies ranges in their order: one that has no answer is the last that is asked for. */
  readonly tallyRanges: (
    requests: readonly RangeRequest[],
  ) => Promise<readonly (RangeTally | null)[]>
  /** Told the digests of bytes that are told as part of a range. */
  readonly onDigests: (digests: readonly Uint8Array[], nBytes: number) => void
  /** Told again and again while ranges are merged: that may take a while. */
  readonly onMerge: () => void
}

/** A total or a second table is looked for in so many bytes at the end, row by row. */
const tailBytes = 1 << 18
const maxColumns = 256

/**
 * Tells a tally all rows of a text file: the ordinary ones by their bytes, the others as the general
 * reader does, in the order of the file. Ranges behind the head of a large one are tallied apart.
 * @throws LeftToGeneral where only the general reader can go on, or say what is wrong: then the tally
 * is of no use and everything has to be read again
 */
export async function tallyBytes(
  blob: Blob,
  given: {
    readonly source: RowSource
    readonly tally: RowTally
    readonly options: ByteTallyOptions
  },
): Promise<void> {
  const reading = {
    ...given,
    blob,
    width: await readWidth(blob, given.source),
    table: null,
    nAdded: 0,
  }
  try {
    await tallyAll(reading)
  } catch (error) {
    throw error instanceof FileError ? new LeftToGeneral(error.message) : error
  }
}

type Reading = {
  readonly blob: Blob
  readonly source: RowSource
  readonly tally: RowTally
  readonly options: ByteTallyOptions
  readonly width: number
  /** Once its rows are told by their bytes. */
  table: ByteTable | null
  /** Rows that went the general way since. */
  nAdded: number
}

/** Where to go on: a row begins at `at`, on `line`; bytes are told from `from` on. */
type Place = { readonly from: number; readonly at: number; readonly line: number }

/** What stands behind the head, and what the rows of the head have told of the table. */
type Behind = { readonly place: Place; readonly open: OpenColumns; readonly table: ByteTable }

async function tallyAll(reading: Reading): Promise<void> {
  const ranges = reading.options.ranges ?? (await cutRanges(reading.blob, untilTail(reading)))
  const behind = await readPart(reading, { from: 0, at: 0, line: 1 }, ranges[0]?.start)
  if (behind !== null) await readPart(reading, await addRanges(reading, behind, ranges))
  const { tally, table, nAdded } = reading
  if (!tally.cameAsExpected()) throw new ToldTooEarly('a total, or fewer rows than were expected')
  // The end of a table is told by its last rows together.
  if (tally.looksForEnd && table !== null && nAdded <= tally.nHeld())
    throw new LeftToGeneral('long rows at the end')
  for (const column of table?.columns ?? []) settleColumn(column)
}

/** Up to where rows may be told by their bytes. */
function untilTail({ blob, tally }: Reading): number {
  return tally.looksForEnd ? blob.size - tailBytes : blob.size
}

/**
 * Rows from a place on: up to the end of the head, where rows there are told by their bytes, and then
 * what is behind it; else all of them.
 */
async function readPart(
  reading: Reading,
  { from, at, line }: Place,
  head = Infinity,
): Promise<Behind | null> {
  const { blob, source, tally, options, width } = reading
  const bytes = withholdBehind(head, (told) => source.onBytes?.(told))
  const cells = openCells({
    name: source.name,
    blob,
    from,
    line,
    pieceSize: options.pieceSize ?? pieceSize,
    dialect: source,
    width,
    decode: createStrictText(),
    onBytes: bytes.onBytes,
    ...(source.watch === undefined ? {} : { watch: source.watch }),
  })
  const last = untilTail(reading)
  let until = Math.min(head, last)
  try {
    if (at === 0) source.watch?.onSkipped(await cells.skipHead(source.skipLines))
    else await cells.skipBytes(at - from)
    for (;;) {
      const nExpected = (tally.nRows() * blob.size) / Math.max(1, cells.offset())
      const open = cells.offset() < until ? tally.open(options.isPatient ? 0 : nExpected) : null
      if (open !== null) {
        const { stop, table } = await addRun(reading, cells, { open, until })
        if (stop !== 'odd' && until < last && !tally.isEarly())
          return { open, table, place: { from: head, at: cells.offset(), line: cells.line() } }
      }
      if (until < last && cells.offset() >= until) {
        until = last
        await bytes.release()
      }
      const batch = await cells.take(nGeneral)
      if (batch.rows.length === 0) return null
      tally.add(batch)
      reading.nAdded += batch.rows.length
    }
  } finally {
    await cells.close()
  }
}

/** Ordinary rows up to the first that is none. */
async function addRun(
  reading: Reading,
  cells: CellReader,
  { open, until }: { readonly open: OpenColumns; readonly until: number },
) {
  const { source, tally, options } = reading
  const nColumns = open.tallies.length
  if (nColumns > maxColumns) throw new LeftToGeneral('many columns')
  const table = (reading.table ??= openTable({ ...open, ...options, leavesPlain: false }))
  const layout = layoutOf(nColumns, open, { delimiter: source.delimiter, until })
  const decode = createStrictText()
  let nWatched = 0
  const watch = (batch: CellBatch): void => {
    if (nWatched > nEarly) return
    nWatched += batch.nRows
    if (hasSummary(batch, nColumns, decode)) throw new ToldTooEarly('a total among the first rows')
  }
  const { stop, nRows, readLast } = await tallyRun(cells, table, {
    layout,
    ...(tally.isEarly() ? { watch } : {}),
  })
  if (nRows > 0) tally.pass(nRows, readLast())
  reading.nAdded = 0
  return { stop, table }
}

/** Adds the ranges behind the head, as far as each begins where the one before it ends; where to go on in order. */
async function addRanges(
  reading: Reading,
  { place, open, table }: Behind,
  ranges: readonly Range[],
): Promise<Place> {
  const { source, tally, options, width } = reading
  const { nullTokens, hasFixedFormat, tallyRanges, onDigests, onMerge } = options
  const { delimiter, quote, escape } = source
  const request = {
    name: source.name,
    dialect: { delimiter, quote, ...(escape === undefined ? {} : { escape }) },
    width,
    top: open.top,
    hasHeader: open.hasHeader,
    findsEnd: tally.looksForEnd,
    fixed: open.fixed,
    nullTokens,
    hasFixedFormat,
  }
  const tallied = await tallyRanges(ranges.map((range) => ({ ...request, range })))
  let { from, at, line } = place
  for (const [i, range] of tallied.entries()) {
    if (range === null || range.from !== at) break
    const nAbove = line - 1
    table.columns.forEach((column, c) => {
      column.tally.merge(range.columns[c].counts, nAbove)
      addPlain(column, range.columns[c].seen)
      onMerge()
    })
    const { rows, lines } = range.last
    if (range.nRows > 0) tally.pass(range.nRows, { rows, lines: lines.map((n) => n + nAbove) })
    onDigests(range.digests, ranges[i].end - ranges[i].start)
    from = ranges[i].end
    at = range.to
    line += range.nLines
  }
  return { from, at, line }
}
