import type { Dialect } from './dialect'
import type { FileBytes } from './file-bytes'
import { createRowReader, readHead } from './read-head'
import { readTexts, type TextSource } from './read-texts'
import { checkPending, checkRows } from './row-limits'
import { createRecordSplitter, type RecordBlock, type RecordSplitter } from './split-records'

/** Some rows of a file in order; `lines[i]` is the 1-based line on which `rows[i]` starts. */
export type RowBatch = {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

export type RowSource = Dialect &
  TextSource & {
    readonly skipLines: number
    readonly watch?: RowWatch
  }

/** What is told while rows are read, apart from the rows. */
export type RowWatch = {
  /** Every piece of text before it is cut into rows. */
  readonly onText: (text: string) => void
  /** The rows of that text, and of what was left of the one before. */
  readonly onRows: (batch: RowBatch) => void
  /** A row whose quotes were repaired. */
  readonly onRepair: (line: number) => void
  /** A line above the table that is not blank. */
  readonly onSkipped: (nLines: number) => void
}

/** So much of the text tells how many cells a row has. */
const headLength = 1 << 16

/**
 * All rows of a file as text, the header row among them, in one streamed pass with flat memory.
 * The result does not depend on how the stream cuts the bytes.
 * @throws FileError where a limit is passed, with the line.
 * @throws EncodingError where `isStrict` and the bytes are not of the encoding.
 */
export async function* readRows(blob: FileBytes, source: RowSource): AsyncGenerator<RowBatch> {
  const { watch } = source
  const toRows = createRowReader(source)
  const readBlock = (block: RecordBlock): RowBatch => {
    const batch = { rows: toRows(block), lines: block.lines }
    // The placeholder of a repaired record is shorter than its cells.
    const textLength = block.repaired.size === 0 ? block.text.length : Infinity
    checkRows(batch, { name: source.name, textLength })
    for (const index of block.repaired.keys()) watch?.onRepair(block.lines[index])
    watch?.onRows(batch)
    return batch
  }
  let records: RecordSplitter | null = null
  for await (const text of joinHead(readTexts(blob, source))) {
    watch?.onText(text)
    records ??= createRecordSplitter({ dialect: source, ...source, width: widthOf(text, source) })
    const block = records.push(text)
    checkPending(records.pending(), source.name)
    yield readBlock(block)
  }
  if (records === null) return
  yield readBlock(records.end())
  watch?.onSkipped(records.nSkipped())
}

/** The number of cells that most rows of the first text have. */
export function widthOf(text: string, source: RowSource): number {
  const head = { text: text.slice(0, headLength), isWhole: text.length < headLength }
  return readHead(head, { dialect: source, skipLines: source.skipLines, width: 0 }).width
}

/** Joins the first texts to one that is as long as the head, or is all there is. */
async function* joinHead(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | null = ''
  for await (const text of texts) {
    if (head === null) {
      yield text
      continue
    }
    head += text
    if (head.length < headLength) continue
    yield head
    head = null
  }
  if (head !== null) yield head
}
