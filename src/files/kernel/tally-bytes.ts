import { countPlainDecimals } from '../../table/plain-number'
import type { RowSource, RowBatch } from '../read-rows'
import { FileError } from '../failure'
import type { OpenColumns, RowTally } from '../tally-rows'
import { createByteColumn, settleColumn, type ByteColumn } from './byte-column'
import { pieceSize } from './byte-pieces'
import { createScanner } from './create-scanner'
import { openCells, type CellReader, type Run } from './read-cells'
import { readWidth } from './read-width'
import type { Scanner } from './scanner'
import { LeftToGeneral } from './signs'
import { batchRows, type CellBatch } from './cell-batch'
import { type CellLayout, kindsOfBytes } from './cell-layout'
import { tallyColumn } from './tally-column'
import { createStrictText } from './text-of-bytes'

export type ByteTallyOptions = {
  readonly nullTokens: readonly string[]
  /** Whether a person said how numbers are written. */
  readonly hasFixedFormat: boolean
  readonly pieceSize?: number
  /** The fastest of the host by default. */
  readonly scanner?: Scanner | undefined
}

/** A total or a second table is looked for in so many bytes at the end, row by row. */
const tailBytes = 1 << 18
/** Rows that go the general way before it is asked again whether the next ones are ordinary. */
const nGeneral = 16
const maxColumns = 256

/**
 * Tells a tally all rows of a text file: the ordinary ones by their bytes, the others as the general
 * reader does, in the order of the file.
 * @throws LeftToGeneral where only the general reader can go on, or say what is wrong: then the tally
 * is of no use and everything has to be read again
 */
export async function tallyBytes(
  blob: Blob,
  {
    source,
    tally,
    options,
  }: {
    readonly source: RowSource
    readonly tally: RowTally
    readonly options: ByteTallyOptions
  },
): Promise<void> {
  const cells = openCells({
    name: source.name,
    blob,
    from: 0,
    pieceSize: options.pieceSize ?? pieceSize,
    dialect: source,
    width: await readWidth(blob, source),
    decode: createStrictText(),
    onBytes: (bytes) => source.onBytes?.(bytes),
    ...(source.watch === undefined ? {} : { watch: source.watch }),
  })
  try {
    source.watch?.onSkipped(await cells.skipHead(source.skipLines))
    await tallyAll(cells, { blob, source, tally, options })
  } catch (error) {
    throw error instanceof FileError ? new LeftToGeneral(error.message) : error
  } finally {
    await cells.close()
  }
}

type Reading = {
  readonly blob: Blob
  readonly source: RowSource
  readonly tally: RowTally
  readonly options: ByteTallyOptions
}

async function tallyAll(cells: CellReader, reading: Reading): Promise<void> {
  const { blob, tally } = reading
  const until = tally.looksForEnd ? blob.size - tailBytes : Infinity
  let scanner = reading.options.scanner ?? null
  let columns: readonly ByteColumn[] | null = null
  let nAdded = 0
  for (;;) {
    const open = cells.offset() < until ? tally.open() : null
    if (open !== null) {
      const n = open.tallies.length
      scanner ??= createScanner({ nColumns: n, nSlots: n })
      columns ??= openColumns(open, reading.options, scanner)
      const layout = layoutOf(open, reading.source, until)
      await tallyRun(cells, { columns, scanner, layout, tally })
      nAdded = 0
    }
    const batch = await cells.take(nGeneral)
    if (batch.rows.length === 0) break
    tally.add(batch)
    nAdded += batch.rows.length
  }
  // The end of a table is told by its last rows together.
  if (tally.looksForEnd && columns !== null && nAdded <= tally.nHeld())
    throw new LeftToGeneral('long rows at the end')
  for (const column of columns ?? []) settleColumn(column)
}

/** Ordinary rows up to the first that is none. */
async function tallyRun(
  cells: CellReader,
  run: Run & { readonly columns: readonly ByteColumn[]; readonly tally: RowTally },
): Promise<void> {
  let nRows = 0
  let readLast = (): RowBatch => ({ rows: [], lines: [] })
  await cells.readRun(run, (batch) => {
    run.columns.forEach((column, slot) => tallyColumn(column, batch, slot))
    nRows += batch.nRows
    readLast = keepLast(batch, run.columns)
  })
  if (nRows > 0) run.tally.pass(nRows, readLast())
}

/** The last row of a batch, kept as bytes: to decode that of every batch takes long. */
function keepLast(batch: CellBatch, columns: readonly ByteColumn[]): () => RowBatch {
  const row = batch.nRows - 1
  const line = batch.lines[row]
  const cells = columns.map(({ decode }, slot) => {
    const at = slot * batchRows + row
    return { decode, bytes: batch.bytes.slice(batch.starts[at], batch.ends[at]) }
  })
  return () => ({ rows: [cells.map(({ decode, bytes }) => decode(bytes))], lines: [line] })
}

function openColumns(
  open: OpenColumns,
  options: ByteTallyOptions,
  scanner: Scanner,
): readonly ByteColumn[] {
  if (open.tallies.length > maxColumns) throw new LeftToGeneral('many columns')
  const decode = createStrictText()
  const hasPlainNull = options.nullTokens.some((token) => countPlainDecimals(token.trim()) >= 0)
  return open.tallies.map((tally) =>
    createByteColumn({
      scanner,
      tally,
      isNull: open.isNull,
      decode,
      readsPlain: !hasPlainNull && !options.hasFixedFormat,
    }),
  )
}

function layoutOf(open: OpenColumns, source: RowSource, until: number): CellLayout {
  const n = open.tallies.length
  const { notFirst, numberColumn } = open
  return {
    kinds: kindsOfBytes(source.delimiter),
    slots: Int16Array.from({ length: n }, (_, column) => column),
    nSlots: n,
    minCells: n,
    maxCells: n,
    until,
    ordinary: {
      notFirst: notFirst === null ? null : new TextEncoder().encode(notFirst),
      numberColumn,
    },
  }
}
