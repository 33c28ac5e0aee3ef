import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { exportCsv } from './export-csv'
import { inspectFile } from './inspect'
import { readTable } from './read-table'
import { readText } from './read-text'

type Cell = string | number | boolean | null
type Sample = { readonly names: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

const bytesOf = (text: string) => new TextEncoder().encode(text)

const writers: Readonly<Record<string, (sample: Sample) => Promise<Blob>>> = {
  csv: async ({ names, rows }) => new Blob([exportCsv(names, rows)]),
  gz: async ({ names, rows }) => new Blob([gzipSync(bytesOf(exportCsv(names, rows)))]),
  xlsx: async ({ names, rows }) => {
    const cells = [names, ...rows].map((row) =>
      row.map((value) => (value === null ? null : { value })),
    )
    return writeXlsxFile(cells).toBlob()
  },
  parquet: async ({ names, rows }) => {
    const columnData = names.map((name, i) => ({
      name,
      data: rows.map((row) => row[i]),
      type: typeOf(rows.map((row) => row[i])),
    }))
    return new Blob([parquetWriteBuffer({ columnData })])
  },
  jsonl: async ({ names, rows }) => {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]]))),
    )
    return new Blob([lines.join('\n')])
  },
  json: async ({ names, rows }) => {
    const records = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])))
    return new Blob([JSON.stringify(records, null, 2)])
  },
}

function typeOf(cells: readonly Cell[]): 'DOUBLE' | 'BOOLEAN' | 'STRING' {
  const first = cells.find((cell) => cell !== null)
  return typeof first === 'number' ? 'DOUBLE' : typeof first === 'boolean' ? 'BOOLEAN' : 'STRING'
}

const column = fc.constantFrom<fc.Arbitrary<Cell>>(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.integer(),
  fc.boolean(),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter(isPlainText),
  fc.nat({ max: 99_999 }).map((n) => String(n).padStart(5, '0')),
)

const sample: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(column, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([columns, nRows]) =>
    fc
      .tuple(
        ...columns.map((cell) =>
          fc.array(fc.option(cell, { nil: null, freq: 6 }), { minLength: nRows, maxLength: nRows }),
        ),
      )
      .map((made) => {
        const ids = Array.from({ length: nRows }, (_, i) => `S${i}`)
        return {
          names: ['store', ...made.map((_, i) => `x${String.fromCharCode(97 + i)}`)],
          rows: ids.map((id, i) => [id, ...made.map((cells) => cells[i])]),
        }
      }),
  )

describe('one table in every format', () => {
  it('reads to the cells of its CSV', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (table) => {
        const [csv, ...others] = await Promise.all(
          Object.values(writers).map(async (write) => read(await write(table))),
        )
        for (const other of others) expect(other).toEqual(csv)
      }),
      { numRuns: 40 },
    )
  })
})

async function read(blob: Blob): Promise<unknown> {
  const overrides = {
    hasHeader: true,
    skipLines: 0,
    headerRows: 1,
    endLine: null,
    delimiter: ',',
    quote: '"',
    encoding: 'utf-8',
  }
  const inspection = await inspectFile('t', blob, { overrides })
  if (!inspection.ok) return inspection.failure
  const { profile } = inspection
  const text = await readText('t', blob, overrides)
  return {
    nRows: profile.nRows,
    columns: profile.columns,
    table: await readTable(blob, profile, ['store']),
    text: text.ok ? text.rows : text.failure,
  }
}

/**
 * Blanks at the edges, the names that every object has, and signs at the end of the first plane are more than
 * the writer of workbooks can.
 */
function isPlainText(text: string): boolean {
  return text.trim() === text && text !== '' && !(text in {}) && !/[\ufffd-\uffff]/.test(text)
}
