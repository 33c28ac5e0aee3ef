import type { AsyncBuffer, FileMetaData, SchemaTree } from 'hyparquet'
import { FileError, notReadable } from '../failure'
import type * as Library from './parquet-library'
import { columnText, isReadRaw, nestedText, type ColumnText } from './parquet-text'

export type ParquetFile = {
  readonly library: typeof Library
  readonly bytes: AsyncBuffer
  readonly metadata: FileMetaData
  readonly columns: readonly (ColumnText & { readonly name: string })[]
}

/** A row group is held as a whole while it is read. */
const mostGroupBytes = 2 ** 31

/**
 * Reads the end of a Parquet file: its columns and where its row groups are.
 * @throws FileError where it is damaged, or a row group is too large
 */
export async function openParquet(name: string, blob: Blob): Promise<ParquetFile> {
  const bytes: AsyncBuffer = {
    byteLength: blob.size,
    slice: async (start, end) => {
      try {
        return await blob.slice(start, end).arrayBuffer()
      } catch (cause) {
        throw notReadable(name, cause)
      }
    },
  }
  const library = await loadLibrary(name)
  try {
    const metadata = await library.parquetMetadataAsync(bytes, { geoparquet: false })
    checkGroups(name, metadata)
    return { library, bytes, metadata, columns: prepare(metadata, library.parquetSchema(metadata)) }
  } catch (cause) {
    throw parquetDamaged(name, cause)
  }
}

async function loadLibrary(name: string): Promise<typeof Library> {
  try {
    return await import('./parquet-library')
  } catch (cause) {
    throw new FileError({
      code: 'reader_not_loaded',
      message: `${name}: the part that reads Parquet files could not be loaded (${String(cause)}).`,
      path: name,
      hint: 'Reload the page while you are online, and add the file again.',
    })
  }
}

/**
 * The columns, and the metadata changed so that the library reads them exactly: each column under
 * its place, since two may share a name, and decimals and times as they are stored.
 */
function prepare(metadata: FileMetaData, tree: SchemaTree): ParquetFile['columns'] {
  const columns = tree.children.map(({ element, children }) => ({
    name: element.name,
    ...(children.length > 0 || element.repetition_type === 'REPEATED'
      ? nestedText
      : columnText(element)),
  }))
  // Leaves come in the order of the schema, in every row group.
  const places = tree.children.flatMap((child, place) => leavesOf(child).map(() => `${place}`))
  for (const { columns: chunks } of metadata.row_groups) {
    chunks.forEach(({ meta_data: chunk }, i) => {
      if (chunk !== undefined) chunk.path_in_schema = [places[i], ...chunk.path_in_schema.slice(1)]
    })
  }
  tree.children.forEach(({ element, children }, place) => {
    if (children.length === 0 && isReadRaw(element)) {
      delete element.converted_type
      delete element.logical_type
    }
    element.name = `${place}`
  })
  return columns
}

function leavesOf(node: SchemaTree): readonly SchemaTree[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf)
}

function checkGroups(name: string, { row_groups }: FileMetaData): void {
  row_groups.forEach(({ columns, num_rows }, i) => {
    let size = 0
    for (const { meta_data: chunk } of columns) {
      if (chunk === undefined) throw new Error(`row group ${i + 1} has a column without a place`)
      // A value of a list is one more than its row; never is there less than one a row.
      if (chunk.num_values < num_rows) throw new Error(`row group ${i + 1} lacks values`)
      size += Number(chunk.total_uncompressed_size)
    }
    if (size > mostGroupBytes) throw groupTooLarge(name, i, size)
  })
}

function groupTooLarge(name: string, index: number, size: number): FileError {
  return new FileError({
    code: 'parquet_too_large',
    message: `${name}: row group ${index + 1} would unpack to ${size} bytes; no more than ${mostGroupBytes} are read.`,
    path: name,
    hint: 'Write the file with smaller row groups, such as 100,000 rows, or with fewer columns.',
  })
}

/** Whatever the library says of a file that it cannot read, as a failure that names the file. */
export function parquetDamaged(name: string, cause: unknown): FileError {
  if (cause instanceof FileError) return cause
  // What fails on bytes that make no sense names parts of the library, not of the file.
  const isNonsense = cause instanceof TypeError || cause instanceof RangeError
  const said = cause instanceof Error ? cause.message : String(cause)
  const reason = isNonsense ? 'its parts do not fit together' : said
  return new FileError({
    code: 'parquet_damaged',
    message: `${name}: the Parquet file cannot be read (${reason.replace(/^parquet /, '')}).`,
    path: name,
    hint: 'Copy or download it again, or write it anew with a common compression such as snappy.',
  })
}
