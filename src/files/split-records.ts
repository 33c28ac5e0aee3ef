import type { Dialect } from './dialect'
import { isWellQuoted, repairLine } from './repair-line'
import { createRecordScanner, notYet, runaway } from './scan-record'
import { createCellSplitter } from './split-cells'

/**
 * Whole records of a text that comes in pieces, each ended by LF, with the 1-based line on which it
 * starts. Blank lines are left out.
 *
 * This stands before PapaParse, which takes one kind of line end for the whole file (with CRLF and
 * LF it makes one row of the rest without an error), and which reads the rest of the file as one
 * cell where a quote is never closed. Here CR, LF and CRLF all end a record outside quotes, and a
 * record whose quotes do not fit the table is read again line by line: the damage ends with the
 * line, and the next one is read as if nothing had happened.
 */
export type RecordSplitter = {
  readonly push: (text: string) => RecordBlock
  /** The last records. */
  readonly end: () => RecordBlock
  readonly pending: () => PendingRecord
  /** Lines skipped at the start that are not blank. */
  readonly nSkipped: () => number
}

export type RecordBlock = {
  readonly text: string
  readonly lines: readonly number[]
  /** Cells of records whose quotes were repaired; `text` holds a placeholder at their place. */
  readonly repaired: ReadonlyMap<number, readonly string[]>
  /** True where a quote of some record is neither escaped nor at the edge of its cell. */
  readonly hasOdd: boolean
}

/** What waits for the end of its record. */
export type PendingRecord = { readonly length: number; readonly line: number }

export type SplitOptions = {
  readonly dialect: Dialect
  readonly skipLines: number
  /** Cells in a row of the table, by which damage is told; 0 where that is not known. */
  readonly width: number
}

/** So many characters may be read in vain before quotes no longer reach over a line end. */
const maxWaste = 1_000_000
/** What may be read in vain again for every character that was read well. */
const wasteBack = 1

export function createRecordSplitter({ dialect, skipLines, width }: SplitOptions): RecordSplitter {
  const scanner = createRecordScanner(dialect)
  const splitCells = createCellSplitter(dialect)
  let text = ''
  let start = 0
  let line = 1
  let toSkip = skipLines
  let nSkipped = 0
  let credit = maxWaste
  /** The record at `start` is read up to the end of its first line. */
  let isOneLine = false
  /** Up to here the record at `start` has no line end: a long line is not searched again and again. */
  let searched = 0
  /** What was found out about the record at `start`: its cells if it was repaired, its lines. */
  let repairedCells: readonly string[] | null = null
  let isMulti = false

  const fits = (from: number, to: number): boolean =>
    width === 0 || repairLine(text.slice(from, to), dialect, width).length === width

  const endOfFirstLine = (isLast: boolean): number => {
    const end = endOfLine(text, Math.max(start, searched), isLast)
    searched = end === notYet ? text.length : end
    return end
  }

  const repairFirstLine = (isLast: boolean): number => {
    isOneLine = true
    isMulti = false
    const end = endOfFirstLine(isLast)
    if (end !== notYet) repairedCells = repairLine(text.slice(start, end), dialect, width)
    return end
  }

  /** Gives up quotes that reach over line ends, at the cost of what was read up to `end`. */
  const giveUp = (end: number, isLast: boolean): number => {
    credit = Math.max(-maxWaste, credit - (end - start))
    return repairFirstLine(isLast)
  }

  /** Reads a record whose quotes are odd or reach over line ends as it fits the table best. */
  const judge = (end: number, firstEnd: number, isLast: boolean): number => {
    const cells = splitCells(`${text.slice(start, end)}\n`)[0]
    const hasWidth = cells.length === width
    if (!isMulti)
      return hasWidth || width === 0 || !fits(start, end) ? end : repairFirstLine(isLast)
    if (!scanner.isOdd() && (hasWidth || width === 0)) return end
    if (scanner.isOdd() && !hasWidth) return giveUp(end, isLast)
    // Damage, where its first line and the next one fit the table by themselves.
    if (!fits(start, firstEnd)) return end
    const next = startAfter(text, firstEnd, isLast)
    const nextEnd = next === notYet ? notYet : endOfLine(text, next, isLast)
    if (nextEnd === notYet) return notYet
    return fits(next, nextEnd) ? giveUp(end, isLast) : end
  }

  /** A quote closes on its own line, or is text. */
  const findLine = (isLast: boolean): number => {
    const end = endOfFirstLine(isLast)
    const record = end === notYet ? '' : text.slice(start, end)
    if (!isWellQuoted(record, dialect)) repairedCells = repairLine(record, dialect, width)
    return end
  }

  const findRecord = (isLast: boolean): number => {
    if (isOneLine) return repairFirstLine(isLast)
    if (credit <= 0) return findLine(isLast)
    const end = scanner.findEnd(isLast)
    if (end === notYet || !scanner.hasQuotes()) return end
    if (end === runaway) return giveUp(scanner.runawayEnd(), isLast)
    const firstEnd = endOfFirstLine(isLast)
    isMulti = firstEnd !== end
    return isMulti || scanner.isOdd() ? judge(end, firstEnd, isLast) : end
  }

  const beginRecord = (at: number): void => {
    credit = Math.min(maxWaste, credit + wasteBack * (at - start))
    start = at
    isOneLine = false
    isMulti = false
    repairedCells = null
    searched = 0
    scanner.begin(start)
  }

  const takeRecords = (isLast: boolean): RecordBlock => {
    const lines: number[] = []
    const repaired = new Map<number, readonly string[]>()
    let block = ''
    let hasOdd = false
    // Records already ended by LF are copied together: `from` is where the run of them starts.
    let from = start
    while (start < text.length) {
      const end = toSkip > 0 ? endOfLine(text, start, isLast) : findRecord(isLast)
      const next = end === notYet ? notYet : startAfter(text, end, isLast)
      if (next === notYet) break
      const isRecord = toSkip === 0 && end > start
      if (isRecord) lines.push(line)
      if (repairedCells !== null) repaired.set(lines.length - 1, repairedCells)
      if (!isRecord || repairedCells !== null || next !== end + 1 || text[end] !== '\n') {
        block += text.slice(from, isRecord && repairedCells === null ? end : start)
        if (isRecord) block += repairedCells === null ? '\n' : placeholder
        from = next
      }
      hasOdd ||= scanner.isOdd() || repairedCells !== null
      line += isMulti ? 1 + countLineEnds(text.slice(start, end)) : 1
      if (toSkip > 0) {
        toSkip--
        if (end > start) nSkipped++
      }
      beginRecord(next)
    }
    block += text.slice(from, start)
    return { text: block, lines, repaired, hasOdd }
  }

  return {
    push: (piece) => {
      const nDropped = start
      searched = Math.max(0, searched - nDropped)
      text = text.slice(start) + piece
      start = 0
      scanner.replaceText(text, nDropped)
      return takeRecords(false)
    },
    end: () => takeRecords(true),
    pending: () => ({ length: text.length - start, line }),
    nSkipped: () => nSkipped,
  }
}

/** Stands for a repaired record in the text of its block. */
const placeholder = 'x\n'

function endOfLine(text: string, start: number, isLast: boolean): number {
  lineEnd.lastIndex = start
  return lineEnd.exec(text)?.index ?? (isLast ? text.length : notYet)
}

const lineEnd = /[\r\n]/g

/** Behind the line end at `end`; `notYet` where a CR may still be followed by its LF. */
function startAfter(text: string, end: number, isLast: boolean): number {
  if (text[end] !== '\r') return end + 1
  if (end + 1 === text.length && !isLast) return notYet
  return text[end + 1] === '\n' ? end + 2 : end + 1
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
