import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { MadeTable } from './made-table'

/** Rows with the header among them, and the same cells as doubles where they are numbers. */
export type DuckDbTable = {
  readonly cells: readonly (readonly string[])[]
  readonly numbers: readonly (readonly (number | null)[])[]
}

export type WrittenTable = { readonly table: MadeTable; readonly text: string }

export type DuckDbReader = {
  /** Tables in the order in which they are given, in one query. */
  readonly read: (tables: readonly WrittenTable[]) => Promise<readonly DuckDbTable[]>
  readonly close: () => void
}

/** DuckDB's own reader of CSV, told the dialect; files are kept in `folder` while they are read. */
export async function createDuckDbReader(folder: string): Promise<DuckDbReader> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  return {
    read: async (tables) => {
      const queries = tables.map(({ table, text }, i) => {
        const path = join(folder, `${i}.csv`)
        writeFileSync(path, text)
        return queryOf(table, path, i)
      })
      const reader = await connection.runAndReadAll(queries.join('\nunion all '))
      const found = tables.map((): { cells: string[][]; numbers: (number | null)[][] } => ({
        cells: [],
        numbers: [],
      }))
      for (const [index, cells, numbers] of reader.getRowsJS()) {
        const table = found[Number(index)]
        table.cells.push(listOf(cells).map(textOf))
        table.numbers.push(listOf(numbers).map((value) => (value === null ? null : Number(value))))
      }
      return found
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** DuckDB has no empty cell but a missing one. Hex: between it and here a byte-order mark gets lost. */
function textOf(hex: unknown): string {
  return typeof hex === 'string' ? Buffer.from(hex, 'hex').toString('utf8') : ''
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The header is read as a row: so its cells are compared too, whatever DuckDB makes of names. */
function queryOf({ dialect, header }: MadeTable, path: string, index: number): string {
  const names = header.map((_, i) => `c${i}`)
  const types = names.map((name) => `'${name}': 'varchar'`)
  const lineEnd = dialect.lineEnd === '\n' ? '\\n' : '\\r\\n'
  return (
    `(select ${index}, [${names.map((name) => `hex(${name})`).join(', ')}], ` +
    `[${names.map((name) => `try_cast(${name} as double)`).join(', ')}] ` +
    `from read_csv(${quoted(path)}, auto_detect = false, header = false, parallel = false, ` +
    `columns = {${types.join(', ')}}, delim = ${quoted(dialect.delimiter)}, ` +
    `quote = ${quoted(dialect.quote)}, escape = ${quoted(dialect.escape)}, ` +
    `new_line = ${quoted(lineEnd)}))`
  )
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
