import type { ColumnTally } from '../../table/column-tally'
import { countPlainDecimals } from '../../table/plain-number'
import type { OrdinaryRows } from '../data-rows'
import type { RowBatch } from '../read-rows'
import { createByteColumn, type ByteColumn } from './byte-column'
import { batchRows, type CellBatch } from './cell-batch'
import { kindsOfBytes, type CellLayout } from './cell-layout'
import { createScanner } from './create-scanner'
import type { CellReader } from './read-cells'
import type { Scanner } from './scanner'
import type { Stop } from './split-rows'
import { tallyColumn } from './tally-column'
import { createStrictText } from './text-of-bytes'

/** Rows that go the general way before it is asked again whether the next ones are ordinary. */
export const nGeneral = 16

/** What the columns of a table are told by. */
export type ByteTable = {
  readonly columns: readonly ByteColumn[]
  readonly scanner: Scanner
}

export type OpenTable = {
  readonly tallies: readonly ColumnTally[]
  readonly isNull: (text: string) => boolean
  readonly nullTokens: readonly string[]
  /** Whether a person said how numbers are written. */
  readonly hasFixedFormat: boolean
  readonly leavesPlain: boolean
  /** The fastest of the host by default. */
  readonly scanner?: Scanner | undefined
}

export function openTable(open: OpenTable): ByteTable {
  const { tallies, isNull, nullTokens, leavesPlain } = open
  const n = tallies.length
  const scanner = open.scanner ?? createScanner({ nColumns: n, nSlots: n })
  const decode = createStrictText()
  const hasPlainNull = nullTokens.some((token) => countPlainDecimals(token.trim()) >= 0)
  const readsPlain = !hasPlainNull && !open.hasFixedFormat
  const columns = tallies.map((tally) =>
    createByteColumn({ scanner, tally, isNull, decode, readsPlain, leavesPlain }),
  )
  return { columns, scanner }
}

/** Rows of so many cells that are ordinary, and begin before an offset. */
export function layoutOf(
  n: number,
  { notFirst, numberColumn }: OrdinaryRows,
  { delimiter, until }: { readonly delimiter: string; readonly until: number },
): CellLayout {
  return {
    kinds: kindsOfBytes(delimiter),
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

export type OrdinaryRun = {
  readonly stop: Stop
  readonly nRows: number
  /** The last of the rows, if there are any. */
  readonly readLast: () => RowBatch
}

/** Ordinary rows up to the first that is none; `watch` sees them first. */
export async function tallyRun(
  cells: CellReader,
  { columns, scanner }: ByteTable,
  { layout, watch }: { readonly layout: CellLayout; readonly watch?: (batch: CellBatch) => void },
): Promise<OrdinaryRun> {
  let nRows = 0
  let readLast = (): RowBatch => ({ rows: [], lines: [] })
  const stop = await cells.readRun({ scanner, layout }, (batch) => {
    watch?.(batch)
    columns.forEach((column, slot) => tallyColumn(column, batch, slot))
    nRows += batch.nRows
    readLast = keepLast(batch, columns)
  })
  return { stop, nRows, readLast }
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
