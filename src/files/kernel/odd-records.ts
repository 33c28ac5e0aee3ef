import type { Dialect } from '../dialect'
import { createRowReader } from '../read-head'
import type { RowBatch, RowWatch } from '../read-rows'
import { checkPending, checkRows } from '../row-limits'
import { createRecordSplitter, type RecordBlock } from '../split-records'
import type { ByteWindow } from './byte-pieces'
import { lineFeed } from './signs'

/** Reads single records of a window as the general reader does. */
export type OddRecords = {
  /**
   * The record that begins at `at` and those behind it that end within `nBytes`, or many of them
   * where the last one is still open; `null` where more bytes are needed. Where a record is open it
   * is called again before anything else is read.
   */
  readonly take: (window: ByteWindow, nBytes: number) => RowBatch | null
  /** True while the general reader remembers damage: what follows has to go the same way. */
  readonly isWary: () => boolean
  /** True where bytes were taken of a record whose end was not. */
  readonly isOpen: () => boolean
}

export type OddOptions = {
  readonly name: string
  readonly dialect: Dialect
  /** Cells in a row of the table, by which damage is told. */
  readonly width: number
  readonly decode: (bytes: Uint8Array) => string
  readonly watch?: RowWatch
}

/** So many records do not wait for the end of the next: where quotes never close, that is far away. */
const manyRows = 1024
/** So many bytes without damage make the general splitter forget it: two million signs of four bytes. */
const wariness = 1 << 23

/**
 * Feeds the general splitter line by line.
 * @throws FileError where a limit is passed
 */
export function createOddRecords(options: OddOptions): OddRecords {
  const { name, dialect, width, decode, watch } = options
  const records = createRecordSplitter({ dialect, skipLines: 0, width })
  const toRows = createRowReader(dialect)
  /** Lines of the file above the first line that the splitter was given. */
  let nAbove = 0
  let wary = 0
  let rows: (readonly string[])[] = []
  let lines: number[] = []

  const keep = (block: RecordBlock): void => {
    const batch = { rows: toRows(block), lines: block.lines.map((line) => line + nAbove) }
    const textLength = block.repaired.size === 0 ? block.text.length : Infinity
    checkRows(batch, { name, textLength })
    for (const index of block.repaired.keys()) watch?.onRepair(batch.lines[index])
    watch?.onRows(batch)
    for (const row of batch.rows) rows.push(row)
    for (const line of batch.lines) lines.push(line)
    if (block.repaired.size > 0) wary = wariness
  }
  /** False while the record is open. */
  const takeLine = (window: ByteWindow, end: number): boolean => {
    const before = records.pending()
    if (before.length === 0) nAbove = window.line - before.line
    const text = decode(window.bytes.subarray(window.at, end))
    watch?.onText(text)
    keep(records.push(text))
    wary = Math.max(0, wary - (end - window.at))
    const pending = records.pending()
    checkPending(pending, name)
    window.at = end
    window.line = pending.line + nAbove
    return pending.length === 0
  }
  /** What is open at the end of the file ends there. */
  const takeEnd = (window: ByteWindow): void => {
    keep(records.end())
    window.line = records.pending().line + nAbove
  }
  const taken = (): RowBatch => {
    const batch = { rows, lines }
    rows = []
    lines = []
    return batch
  }

  return {
    take: (window, nBytes) => {
      for (;;) {
        const end = endOfLines(window, nBytes)
        const nPending = records.pending().length
        if (end === 0 || end > window.end) {
          if (!window.isLast || nPending === 0) {
            checkPending({ length: (window.end - window.at) >> 2, line: window.line }, name)
            return null
          }
          takeEnd(window)
          return taken()
        }
        if (takeLine(window, end) || rows.length >= manyRows) return taken()
      }
    },
    isWary: () => wary > 0 || records.pending().length > 0,
    isOpen: () => records.pending().length > 0,
  }
}

/** Behind the last line end within `nBytes`, else behind the first; 0 where there is none. */
function endOfLines({ bytes, at, end }: ByteWindow, nBytes: number): number {
  const last = nBytes > 1 ? bytes.lastIndexOf(lineFeed, Math.min(at + nBytes, end) - 1) : -1
  return 1 + (last >= at ? last : bytes.indexOf(lineFeed, at))
}
