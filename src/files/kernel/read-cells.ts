import type { OnBytes } from '../file-bytes'
import type { RowBatch } from '../read-rows'
import { openPieces, type ByteSource, type ByteWindow } from './byte-pieces'
import { createOddRecords, type OddOptions, type OddRecords } from './odd-records'
import { carriageReturn, lineFeed } from './signs'
import type { CellBatch } from './cell-batch'
import type { CellLayout } from './cell-layout'
import type { Scanner } from './scanner'
import type { Stop } from './split-rows'

export type CellSource = ByteSource &
  OddOptions & {
    /** Told every piece of bytes as it is read. */
    readonly onBytes: OnBytes
  }

/** A file opened for reading record by record: most as places of bytes, the odd ones as texts. */
export type CellReader = {
  /** Where in the file the next record begins, or goes on where one is open. */
  readonly offset: () => number
  /** The line that it is on. */
  readonly line: () => number
  /** True where a record is open: bytes of it were read, and it is in no batch yet. */
  readonly isOpen: () => boolean
  /** Drops byte-order marks and `nLines` lines; how many of the lines are not blank. */
  readonly skipHead: (nLines: number) => Promise<number>
  /** Drops bytes that are on no line of their own. */
  readonly skipBytes: (nBytes: number) => Promise<void>
  /** Drops what is left of the line at hand. */
  readonly skipLine: () => Promise<void>
  /** `n` records or some more as texts, fewer only at the end of the file. */
  readonly take: (n: number) => Promise<RowBatch>
  /** Records up to the first odd one, the end, or `until` of the layout. */
  readonly readRun: (run: Run, onBatch: (batch: CellBatch) => void) => Promise<Stop>
  readonly close: () => Promise<void>
}

/** How a run of records is split. */
export type Run = { readonly scanner: Scanner; readonly layout: CellLayout }

export function openCells(source: CellSource): CellReader {
  const pieces = openPieces(source)
  const { window } = pieces
  const odd = createOddRecords(source)
  /** False at the end of the file. */
  const more = async (): Promise<boolean> => {
    if (window.isLast) return false
    await source.onBytes(await pieces.next())
    return true
  }
  /** Where the line begins that was dropped; its bytes are still in the window. */
  const skipLine = async (): Promise<number> => {
    for (;;) {
      const start = window.at
      if (passLine(window) || !(await more())) return start
    }
  }
  const skipText = async (): Promise<boolean> => {
    const start = await skipLine()
    const text = source.decode(window.bytes.subarray(start, window.at))
    source.watch?.onText(text)
    return text.replace(/[\r\n]+$/, '') !== ''
  }
  return {
    offset: () => window.offset + window.at,
    line: () => window.line,
    isOpen: odd.isOpen,
    skipBytes: async (nBytes) => {
      const at = window.offset + window.at + nBytes
      do window.at = Math.min(window.end, at - window.offset)
      while (window.offset + window.at < at && (await more()))
    },
    skipLine: async () => {
      await skipLine()
    },
    skipHead: async (nLines) => {
      while (passMark(window)) if (!(await more())) break
      let nFilled = 0
      for (let i = 0; i < nLines; i++) if (await skipText()) nFilled++
      return nFilled
    },
    take: (n) => takeRecords({ window, odd, more }, n),
    readRun: (run, onBatch) => readRun({ window, odd, more }, run, onBatch),
    close: pieces.close,
  }
}

type Reading = {
  readonly window: ByteWindow
  readonly odd: OddRecords
  readonly more: () => Promise<boolean>
}

/** So many bytes a record are tried at once. */
const likelyBytes = 16

async function takeRecords({ window, odd, more }: Reading, n: number): Promise<RowBatch> {
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  while (rows.length < n) {
    const taken = odd.take(window, n === 1 ? 1 : likelyBytes * (n - rows.length))
    if (taken === null && !(await more())) break
    for (const row of taken?.rows ?? []) rows.push(row)
    for (const line of taken?.lines ?? []) lines.push(line)
  }
  return { rows, lines }
}

async function readRun(
  { window, odd, more }: Reading,
  { scanner, layout }: Run,
  onBatch: (batch: CellBatch) => void,
): Promise<Stop> {
  const batch = scanner.createBatch(window, layout.nSlots)
  for (;;) {
    const stop = odd.isWary() ? 'odd' : scanner.splitRows(window, layout, batch)
    if (batch.nRows > 0) onBatch(batch)
    batch.nRows = 0
    if (stop === 'odd') return stop
    if (stop === 'full') continue
    if (window.offset + window.at >= layout.until || !(await more())) return stop
  }
}

/** Drops the byte-order marks at the start; true while more bytes could hold another one. */
function passMark(window: ByteWindow): boolean {
  const { bytes, end } = window
  while (end - window.at >= 3) {
    const at = window.at
    if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbb || bytes[at + 2] !== 0xbf) return false
    window.at += 3
  }
  return true
}

/** Moves behind the line end; false where it is not among the bytes yet. */
function passLine(window: ByteWindow): boolean {
  const { bytes, end } = window
  for (let at = window.at; at < end; at++) {
    if (bytes[at] !== lineFeed && bytes[at] !== carriageReturn) continue
    if (bytes[at] === carriageReturn && at + 1 === end) return false
    window.at = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1
    window.line++
    return true
  }
  return false
}
