import { parquetDamaged, type ParquetFile } from './parquet-file'
import { textParsers } from './parquet-text'

/** Rows held as values at one time; a larger row group is read in parts. */
const rowsAtOnce = 1 << 16

/** The rows of a Parquet file as text, in order, a part of a row group at a time. */
export async function* readParquet(
  name: string,
  file: ParquetFile,
): AsyncGenerator<readonly (readonly string[])[]> {
  let groupStart = 0
  for (const { num_rows } of file.metadata.row_groups) {
    const groupEnd = groupStart + Number(num_rows)
    for (let start = groupStart; start < groupEnd; start += rowsAtOnce) {
      const end = Math.min(start + rowsAtOnce, groupEnd)
      const values = await readValues(name, file, { start, end })
      yield values.map((row) => file.columns.map(({ textOf }, i) => textOf(row[i])))
    }
    groupStart = groupEnd
  }
}

async function readValues(
  name: string,
  { library, bytes, metadata }: ParquetFile,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<readonly (readonly unknown[])[]> {
  const rows: unknown[][] = []
  try {
    await library.parquetRead({
      file: bytes,
      metadata,
      rowStart: start,
      rowEnd: end,
      useOffsetIndex: true,
      utf8: false,
      parsers: textParsers,
      compressors: library.compressors,
      onComplete: (values) => {
        for (const value of values) rows.push(value)
      },
    })
  } catch (cause) {
    throw parquetDamaged(name, cause)
  }
  if (rows.length !== end - start) {
    throw parquetDamaged(name, `rows ${start + 1} to ${end} are not all there`)
  }
  return rows
}
