import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { NamedTable } from '../export/table-format'
import { bytesOf } from './read-back'

/** Writes a table as Parquet and reads it with DuckDB: types, names and cells as it tells them. */
export function readByDuckDb(table: NamedTable) {
  return withDuckDb(table, async (connection, file) => {
    const reader = await connection.runAndReadAll(`select * from read_parquet(${file})`)
    return {
      types: reader.columnTypes().map(String),
      columns: reader.columnNames(),
      rows: reader.getRowsJS(),
    }
  })
}

/** The same of a table of texts, byte for byte: between DuckDB and here a byte-order mark gets lost. */
export function readTextsByDuckDb(table: NamedTable) {
  return withDuckDb(table, async (connection, file) => {
    const reader = await connection.runAndReadAll(
      `select hex(columns(*)) from read_parquet(${file})`,
    )
    // As they are in the file: in a query DuckDB gives a number to names that differ in capitals.
    const schema = await connection.runAndReadAll(`select hex(name) from parquet_schema(${file})`)
    const [, ...columns] = schema.getRowsJS().map(([name]) => textOf(name))
    return {
      columns,
      rows: reader.getRowsJS().map((row) => row.map(textOf)),
    }
  })
}

async function withDuckDb<T>(
  table: NamedTable,
  use: (connection: DuckDBConnection, file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'))
  try {
    const path = join(folder, 't.parquet')
    await writeFile(path, await bytesOf(table, 'parquet'))
    const connection = await (await DuckDBInstance.create()).connect()
    return await use(connection, `'${path}'`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function textOf(hex: unknown): string {
  return Buffer.from(String(hex), 'hex').toString('utf8')
}
