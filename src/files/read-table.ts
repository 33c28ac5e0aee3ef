import { concatTables } from '../table/concat-tables'
import type { Table } from '../table/table'
import { createChunkBuilder, planColumns } from './build-chunk'
import { createDataRows } from './data-rows'
import { readFileRows } from './read-file-rows'
import type { SourceProfile } from './source-profile'

/** Typed rows of a file in order; `firstRow` is the index of the first of them among all rows. */
export type TableChunk = { readonly table: Table; readonly firstRow: number }

const rowsPerChunk = 16_384
/** For messages: a file that was inspected fails here only when it has changed since. */
const name = 'The file'

/**
 * The second streamed pass over a file: its rows as typed columnar chunks, by the types and formats
 * of its profile. Columns named in `idColumns` are always text, byte for byte, and only an empty
 * cell of them is missing. Every chunk has all columns; a text column's levels are those of its own chunk.
 * The cuts between chunks do not depend on how the stream cuts the bytes.
 * @throws FileError where the file has changed so that it no longer can be read.
 */
export async function* readChunks(
  blob: Blob,
  profile: SourceProfile,
  idColumns: Iterable<string>,
): AsyncGenerator<TableChunk> {
  const chunk = createChunkBuilder(planColumns(profile, new Set(idColumns)), rowsPerChunk)
  let firstRow = 0
  const table = createDataRows({ ...profile.options, findsEnd: false })
  for await (const batch of readFileRows(blob, { ...profile.options, name, isStrict: false })) {
    for (const row of table.add(batch).rows) {
      chunk.add(row)
      if (chunk.nRows() < rowsPerChunk) continue
      yield { table: chunk.take(), firstRow }
      firstRow += rowsPerChunk
    }
  }
  if (chunk.nRows() > 0) yield { table: chunk.take(), firstRow }
}

/** The whole file as one table, its levels sorted by code units; for files with one row a store. */
export async function readTable(
  blob: Blob,
  profile: SourceProfile,
  idColumns: Iterable<string>,
): Promise<Table> {
  const chunks: Table[] = []
  for await (const { table } of readChunks(blob, profile, idColumns)) chunks.push(table)
  return concatTables(chunks)
}
