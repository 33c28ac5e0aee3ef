import { createDecoder, type Decoder } from './decode'
import type { Dialect } from './dialect'
import { EncodingError, FileError, notReadable } from './failure'
import { createCellSplitter } from './split-cells'
import { createRecordSplitter, type RecordBlock, type RecordSplitter } from './split-records'

/** Some rows of a file in order; `lines[i]` is the 1-based line on which `rows[i]` starts. */
export type RowBatch = {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

export type RowSource = Dialect & {
  /** The file's name, for messages. */
  readonly name: string
  readonly encoding: string
  /** Bytes that the encoding does not have: throw, or read as U+FFFD. */
  readonly isStrict: boolean
  readonly skipLines: number
  /** Called with every piece of bytes as it is read. */
  readonly onBytes?: (bytes: Uint8Array) => void
  readonly onText?: (text: string) => void
}

/** A record longer than this is a quote that was never closed, or no table. */
export const maxRecordLength = 4_000_000
export const maxColumns = 2000
export const maxCellLength = 32_767

/**
 * All rows of a file as text, the header row among them, in one streamed pass with flat memory.
 * The result does not depend on how the stream cuts the bytes.
 * @throws FileError where a quote is never closed or a limit is passed, with the line.
 * @throws EncodingError where `isStrict` and the bytes are not of the encoding.
 */
export async function* readRows(blob: Blob, source: RowSource): AsyncGenerator<RowBatch> {
  const decoder = createDecoder(source.encoding, source.isStrict)
  const records = createRecordSplitter(source, source.skipLines)
  const splitCells = createCellSplitter(source)
  const toRows = (block: RecordBlock): RowBatch => {
    const rows = splitCells(block.text)
    checkRows(rows, block, source.name)
    return { rows, lines: block.lines }
  }
  const push = (text: string): RowBatch => {
    source.onText?.(text)
    const block = records.push(text)
    checkPending(records, source.name)
    return toRows(block)
  }
  let bytes: Uint8Array = new Uint8Array()
  for await (bytes of readBytes(blob, source.name)) {
    source.onBytes?.(bytes)
    yield push(decodeStrictly(bytes, decoder.decode))
  }
  // A character that the file's last bytes only begin.
  yield push(decodeStrictly(bytes, decoder.end))
  const last = records.end()
  const { quoteLine } = records.pending()
  if (quoteLine !== null) throw unclosedQuote(source.name, quoteLine)
  yield toRows(last)
}

function decodeStrictly(bytes: Uint8Array, decode: Decoder['decode']): string {
  try {
    return decode(bytes)
  } catch (error) {
    throw error instanceof TypeError ? new EncodingError(bytes) : error
  }
}

async function* readBytes(blob: Blob, name: string): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw notReadable(name, cause)
      })
      if (done || value === undefined) return
      yield value
    }
  } finally {
    // Leaving early must not keep the file open; a stream that already failed cannot be canceled.
    await reader.cancel().catch(() => undefined)
  }
}

function checkPending(records: RecordSplitter, name: string): void {
  const { length, line, quoteLine } = records.pending()
  if (length <= maxRecordLength) return
  throw quoteLine === null ? tooLong(name, line) : unclosedQuote(name, quoteLine)
}

function checkRows(rows: readonly (readonly string[])[], block: RecordBlock, name: string): void {
  if (rows.length !== block.lines.length) {
    throw new Error(`${name}: ${rows.length} rows from ${block.lines.length} records`)
  }
  rows.forEach((row, i) => {
    if (row.length > maxColumns) throw tooWide(name, block.lines[i], row.length)
  })
  // A block no longer than the limit has no longer cell.
  if (block.text.length <= maxCellLength) return
  rows.forEach((row, i) => {
    const cell = row.find((text) => text.length > maxCellLength)
    if (cell !== undefined) throw tooLongCell(name, block.lines[i], cell.length)
  })
}

function unclosedQuote(name: string, line: number): FileError {
  return new FileError({
    code: 'quote_not_closed',
    message: `${name}: the quote opened on line ${line} is never closed.`,
    path: `${name}:${line}`,
    hint: `Close the quote on line ${line}, or double it if it belongs to the text, and add the file again.`,
  })
}

function tooLong(name: string, line: number): FileError {
  return new FileError({
    code: 'line_too_long',
    message: `${name}: line ${line} is longer than ${maxRecordLength} characters.`,
    path: `${name}:${line}`,
    hint: 'Check that this is a table with one row a line.',
  })
}

function tooLongCell(name: string, line: number, length: number): FileError {
  return new FileError({
    code: 'cell_too_long',
    message: `${name}: a cell in the row on line ${line} has ${length} characters; the limit is ${maxCellLength}.`,
    path: `${name}:${line}`,
    hint: 'Shorten the text, or look for a missing quote before it.',
  })
}

function tooWide(name: string, line: number, nColumns: number): FileError {
  return new FileError({
    code: 'too_many_columns',
    message: `${name}: line ${line} has ${nColumns} columns; the limit is ${maxColumns}.`,
    path: `${name}:${line}`,
    hint: 'Check the delimiter, or keep only the columns that are needed.',
  })
}
