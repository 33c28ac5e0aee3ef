import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { columnNamed, type Table } from '../table/table'
import { inspectFile } from './inspect'
import { readTable } from './read-table'

const folder = new URL('../../../shared/data/dialects/', import.meta.url)
const isAbsent = !existsSync(folder)

type Manifest = { readonly [file: string]: { readonly expect: string } }
type CanonicalRow = { readonly [column: string]: string | number | null }

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

function toRows(table: Table, names: readonly string[]): CanonicalRow[] {
  return Array.from({ length: table.nRows }, (_, row) =>
    Object.fromEntries(
      names.map((name) => {
        const column = columnNamed(table, name)
        if (column === null) return [name, null]
        if (column.type !== 'number') return [name, column.levels[column.codes[row]] ?? null]
        return [name, Number.isNaN(column.values[row]) ? null : column.values[row]]
      }),
    ),
  )
}

async function readDialect(name: string): Promise<Table | string> {
  const blob = new Blob([readFileSync(new URL(name, folder))])
  const inspection = await inspectFile(name, blob)
  if (!inspection.ok) return inspection.failure.message
  return readTable(blob, inspection.profile, new Set(['store_id']))
}

describe.skipIf(isAbsent)(
  'one table in 34 dialects (skipped where ../shared/data is absent)',
  () => {
    const manifest = isAbsent ? {} : (readJson('manifest.json') as Manifest)
    const names = Object.keys(manifest)

    it('has 34 files', () => {
      expect(names).toHaveLength(34)
    })

    it.each(names)('%s is read as the canonical table, without any option', async (name) => {
      const canonical = readJson(manifest[name].expect) as CanonicalRow[]
      const table = await readDialect(name)
      if (typeof table === 'string') throw new Error(table)
      const header = Object.keys(canonical[0])
      expect(table.columns.map((column) => column.name)).toEqual(header)
      expect(toRows(table, header)).toEqual(canonical)
    })
  },
)
