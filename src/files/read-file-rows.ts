import { restoreRows } from './export/restore-rows'
import type { FileBytes, OnBytes } from './file-bytes'
import { unpackedFile } from './gunzip'
import type { JsonSource } from './json/json-records'
import { planJson } from './json/plan-json'
import { readJson } from './json/read-json'
import { createRowLayout, type LaySource } from './lay-rows'
import type { FileOptions } from './open-file'
import { openParquet } from './parquet/parquet-file'
import { readParquet } from './parquet/read-parquet'
import { readBytes } from './read-bytes'
import { readRows, type RowBatch, type RowSource } from './read-rows'
import type { TablePiece } from './table-row'
import { readXlsx } from './xlsx/read-xlsx'

export type FileSource = FileOptions &
  Pick<RowSource, 'name' | 'isStrict' | 'onBytes' | 'watch'> &
  Pick<LaySource, 'onNumber'> & {
    /** How much of the file is read, 0 to 1. */
    readonly onShare?: (share: number) => void
    /** What the format holds and the rows do not tell. */
    readonly onNote?: (note: string) => void
  }

/**
 * All rows of a file of any format as text, the header row among them, in order and with flat
 * memory. `onBytes` is given every byte of the file once, in order, as it is: packed where it is
 * packed.
 * @throws FileError where a limit is passed or the file is damaged
 * @throws EncodingError where `isStrict` and the bytes are not of the encoding
 */
export async function* readFileRows(blob: Blob, source: FileSource): AsyncGenerator<RowBatch> {
  if (source.format === 'text') {
    yield* readPacked(blob, source)
    return
  }
  const layout = createRowLayout(source)
  for await (const { rows, share } of piecesOf(blob, source)) {
    yield layout.add(rows)
    source.onShare?.(share)
  }
  yield layout.end()
}

function piecesOf(blob: Blob, source: FileSource): AsyncGenerator<TablePiece> {
  if (source.format === 'xlsx') return afterBytes(blob, source, readXlsx(blob, source))
  if (source.format === 'parquet') return afterBytes(blob, source, parquetPieces(blob, source))
  return jsonPieces(blob, source, source.format === 'json' ? 'json' : 'json_lines')
}

/** Text in one pass, unpacked on the way; the bytes that are told are those of the file. */
async function* readPacked(blob: Blob, source: FileSource): AsyncGenerator<RowBatch> {
  let nDone = 0
  const onBytes = async (bytes: Uint8Array): Promise<void> => {
    nDone += bytes.length
    await source.onBytes?.(bytes)
    source.onShare?.(nDone / blob.size)
  }
  const rows = readRows(plainFile(blob, source, onBytes), plainSource(source, onBytes))
  yield* restoreRows(blob, rows, source)
}

function plainFile(blob: Blob, { name, isGzip }: FileSource, onBytes: OnBytes): FileBytes {
  return isGzip ? unpackedFile({ name, blob, onBytes }, noHead) : blob
}

const noHead = { bytes: new Uint8Array(), isWhole: false }

/** The bytes of a packed file are told before they are unpacked, and not again. */
function plainSource(
  source: FileSource,
  onBytes: OnBytes,
): Omit<FileSource, 'onBytes'> & RowSource {
  const { onBytes: _, ...rest } = source
  return source.isGzip ? rest : { ...rest, onBytes }
}

/** A format that is read here and there: its bytes are told first, half of the way. */
async function* afterBytes(
  blob: Blob,
  { name, onBytes, onShare }: FileSource,
  pieces: AsyncGenerator<TablePiece>,
): AsyncGenerator<TablePiece> {
  if (onBytes === undefined) {
    yield* pieces
    return
  }
  let nDone = 0
  for await (const bytes of readBytes(blob, name)) {
    await onBytes(bytes)
    nDone += bytes.length
    onShare?.(nDone / blob.size / 2)
  }
  for await (const { rows, share } of pieces) yield { rows, share: (1 + share) / 2 }
}

async function* parquetPieces(
  blob: Blob,
  { name, onNumber }: FileSource,
): AsyncGenerator<TablePiece> {
  const file = await openParquet(name, blob)
  file.columns.forEach(({ isNumber }, column) => {
    if (isNumber) onNumber?.(column)
  })
  yield {
    rows: [{ line: 0, cells: file.columns.map((column) => column.name), numbers: [] }],
    share: 0,
  }
  const nRows = Number(file.metadata.num_rows)
  let line = 0
  for await (const rows of readParquet(name, file)) {
    yield { rows: rows.map((cells) => ({ line: ++line, cells, numbers: [] })), share: line / nRows }
  }
}

/** Read twice: the first time for the names of the columns. */
async function* jsonPieces(
  blob: Blob,
  source: FileSource,
  format: JsonSource['format'],
): AsyncGenerator<TablePiece> {
  const { watch } = source
  let nDone = 0
  const count = (bytes: Uint8Array): void => {
    nDone += bytes.length
    source.onShare?.(nDone / blob.size / 2)
  }
  const first = plainSource(source, count)
  const plan = await planJson(plainFile(blob, source, count), { ...first, format })
  const tell = async (bytes: Uint8Array): Promise<void> => {
    await source.onBytes?.(bytes)
    count(bytes)
  }
  const second = { ...plainSource(source, tell), format }
  const onText = watch?.onText
  const told = onText === undefined ? second : { ...second, onText }
  for await (const { rows } of readJson(plainFile(blob, source, tell), told, plan)) {
    yield { rows, share: nDone / blob.size / 2 }
  }
  for (const note of plan.notes) source.onNote?.(note)
}
