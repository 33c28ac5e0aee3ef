import type { Dialect } from './dialect'
import { createRecordScanner } from './scan-record'

/**
 * Whole records of a text that comes in pieces, each ended by LF, with the 1-based line on which it
 * starts. Blank lines are left out.
 *
 * This stands before PapaParse, which takes one kind of line end for the whole file (with CRLF and
 * LF it makes one row of the rest without an error), and which reads the rest of the file as one
 * cell where a quote is never closed. Here CR, LF and CRLF all end a record outside quotes, and the
 * line on which a quote was opened is known.
 */
export type RecordSplitter = {
  readonly push: (text: string) => RecordBlock
  /** The last records; `openQuote` where the text ends inside quotes. */
  readonly end: () => RecordBlock
  readonly pending: () => PendingRecord
}

export type RecordBlock = { readonly text: string; readonly lines: readonly number[] }

/** What waits for the end of its record. `quoteLine`: where a quote was opened, `null` outside. */
export type PendingRecord = {
  readonly length: number
  readonly line: number
  readonly quoteLine: number | null
}

export function createRecordSplitter(dialect: Dialect, skipLines: number): RecordSplitter {
  const scanner = createRecordScanner(dialect)
  let text = ''
  let start = 0
  let line = 1
  let toSkip = skipLines

  const takeRecords = (isLast: boolean): RecordBlock => {
    const lines: number[] = []
    let block = ''
    // Records already ended by LF are copied together: `from` is where the run of them starts.
    let from = start
    const copyRun = (end: number): void => {
      block += text.slice(from, end)
    }
    while (start < text.length) {
      const end = toSkip > 0 ? endOfLine(text, start, isLast) : scanner.findEnd(isLast)
      const next = end === -1 ? -1 : startAfter(text, end, isLast)
      if (next === -1) break
      const isRecord = toSkip === 0 && end > start
      if (isRecord) lines.push(line)
      if (!isRecord || next !== end + 1 || text[end] !== '\n') {
        copyRun(isRecord ? end : start)
        if (isRecord) block += '\n'
        from = next
      }
      line += 1 + (scanner.hasQuotes() ? countLineEnds(text.slice(start, end)) : 0)
      toSkip = Math.max(0, toSkip - 1)
      start = next
      scanner.begin(start)
    }
    copyRun(start)
    return { text: block, lines }
  }

  return {
    push: (piece) => {
      const nDropped = start
      text = text.slice(start) + piece
      start = 0
      scanner.replaceText(text, nDropped)
      return takeRecords(false)
    },
    end: () => takeRecords(true),
    pending: () => {
      const quote = scanner.openQuote()
      const quoteLine = quote === -1 ? null : line + countLineEnds(text.slice(start, quote))
      return { length: text.length - start, line, quoteLine }
    },
  }
}

function endOfLine(text: string, start: number, isLast: boolean): number {
  const length = text.slice(start).search(/[\r\n]/)
  return length === -1 ? (isLast ? text.length : -1) : start + length
}

/** Behind the line end at `end`; -1 where a CR may still be followed by its LF. */
function startAfter(text: string, end: number, isLast: boolean): number {
  if (text[end] !== '\r') return end + 1
  if (end + 1 === text.length && !isLast) return -1
  return text[end + 1] === '\n' ? end + 2 : end + 1
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
