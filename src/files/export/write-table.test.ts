import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsvCell } from '../export-csv'
import { FileError } from '../failure'
import { tableFileName, type NamedTable, type TableFormat } from './table-format'
import { readByDuckDb } from '../testing/read-by-duck-db'
import { bytesOf, readBack, sheetXml } from '../testing/read-back'

const table: NamedTable = {
  name: 'merged_cluster_assignments.csv',
  columns: ['store_nbr', '__proto__', '2020', 'distance', 'is_outlier'],
  rows: [
    ['00123', 'a "b",\r\nc', '1E5', 0.1 + 0.2, true],
    ['-5', null, ' x ', Number.NaN, false],
    ['=1+1', '<&>', '_x0041_', -1.7976931348623157e308, null],
  ],
}

const lossless = ['xlsx', 'parquet', 'json'] as const

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('_', 'x', '0', 'A', '\r', '\n', '\0', '<', '&', ' ', 'é') }),
)
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)

/** Rows whose columns are text, number and boolean, any of them missing. */
const anyRows = fc.array(
  fc.tuple(fc.option(anyText), fc.option(anyNumber), fc.option(fc.boolean())),
  { maxLength: 6 },
)

function tableOf(rows: readonly (readonly CsvCell[])[], columns = ['text', 'x', 'flag']) {
  return { name: 't.csv', columns, rows }
}

describe('writeTable(table, format)', () => {
  test.each(lossless)('F-14 %s gives every cell back with its type', async (format) => {
    const rows = table.rows.map((row) => row.map((cell) => (Number.isNaN(cell) ? null : cell)))
    expect(await readBack(table, format)).toEqual([table.columns, ...rows])
  })

  test.each(['parquet', 'json'] as const)('F-14 %s gives any cells back', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const back = await readBack(tableOf(rows), format)
        expect(back.slice(1)).toEqual(rows)
      }),
    )
  })

  test('F-14 xlsx gives any cells back, an empty text as a missing one', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        // A row without a cell is none for the reader of this test.
        const marked = rows.map((row) => ['row', ...row.map((cell) => (cell === '' ? null : cell))])
        const columns = ['mark', 'text', 'x', 'flag']
        const back = await readBack(tableOf(marked, columns), 'xlsx')
        expect(back).toEqual([columns, ...marked])
      }),
    )
  })

  test.each(['xlsx', 'json'] as const)('%s keeps a lone surrogate', async (format) => {
    expect(await readBack(tableOf([['a\ud800b', '\udc00', 'c']]), format)).toEqual([
      ['text', 'x', 'flag'],
      ['a\ud800b', '\udc00', 'c'],
    ])
  })

  test.each(['csv', 'parquet'] as const)(
    'a lone surrogate, which UTF-8 has none of, is U+FFFD in %s',
    async (format) => {
      const back = await readBack(tableOf([['a\ud800b', '', '']]), format)
      expect(back[1]?.[0]).toBe('a\ufffdb')
    },
  )

  test.each(['csv', 'csv_excel', 'xlsx', 'parquet', 'json'] as const)(
    'equal tables give equal bytes in %s',
    async (format) => {
      expect(await bytesOf(table, format)).toEqual(await bytesOf(table, format))
    },
  )

  test.each(['csv', 'xlsx', 'parquet'] as const)(
    'a table without rows keeps its header in %s',
    async (format) => {
      expect(await readBack(tableOf([]), format)).toEqual([['text', 'x', 'flag']])
    },
  )

  test('JSON is one row a line, and an empty array without rows', async () => {
    const text = async (rows: readonly (readonly CsvCell[])[]) =>
      new TextDecoder().decode(await bytesOf(tableOf(rows), 'json'))
    expect(await text([])).toBe('[]\n')
    expect(
      await text([
        ['a', 1e21, true],
        [null, -Infinity, false],
      ]),
    ).toBe(
      '[\n{"text":"a","x":1e+21,"flag":true},\n{"text":null,"x":"-Infinity","flag":false}\n]\n',
    )
  })

  test('many rows are whole in every format', async () => {
    const rows = Array.from({ length: 9001 }, (_, i) => [`s${i}`, i / 7, i % 2 === 0])
    for (const format of lossless)
      expect((await readBack(tableOf(rows), format)).slice(1)).toEqual(rows)
    expect(await readBack(tableOf(rows), 'csv')).toHaveLength(9002)
  })

  test.each(['json', 'parquet'] as const)(
    '%s refuses two columns of one name, of which a reader would keep one',
    async (format) => {
      const twice = tableOf([], ['a', 'a'])
      expect(await codeOf(twice, format)).toBe('repeated_column')
    },
  )

  test('names the file by its format, and keeps what is no CSV', () => {
    const named = (format: TableFormat) => tableFileName('moves.csv', format)
    expect(named('csv_excel')).toBe('moves.csv')
    expect(named('parquet')).toBe('moves.parquet')
    expect(tableFileName('run.json', 'xlsx')).toBe('run.json')
  })
})

describe('a workbook', () => {
  test('says which cell has more text than a sheet takes', async () => {
    const long = 'x'.repeat(32_768)
    await expect(bytesOf(tableOf([['a'], [null, long]]), 'xlsx')).rejects.toMatchObject({
      failure: { code: 'xlsx_text_too_long', path: 't.csv:B3' },
    })
    expect(await codeOf(tableOf([[long.slice(1)]]), 'xlsx')).toBeNull()
  })

  test('says that it has more rows or columns than a sheet', async () => {
    const rows: CsvCell[][] = Array.from({ length: 1_048_576 })
    expect(await codeOf(tableOf(rows), 'xlsx')).toBe('xlsx_too_many_rows')
    const columns = Array.from({ length: 16_385 }, (_, i) => `c${i}`)
    expect(await codeOf(tableOf([], columns), 'xlsx')).toBe('xlsx_too_many_columns')
  })

  test('names the columns past Z', async () => {
    const columns = Array.from({ length: 703 }, (_, i) => `c${i}`)
    const xml = sheetXml(await bytesOf(tableOf([], columns), 'xlsx'))
    const at = [...xml.matchAll(/<c r="([A-Z]+)1"/g)].map(([, letters]) => letters)
    expect([at[25], at[26], at[701], at[702]]).toEqual(['Z', 'AA', 'ZZ', 'AAA'])
  })

  test('has infinite numbers as text, like the CSV', async () => {
    expect(await readBack(tableOf([[Infinity, -Infinity, 5e-324]]), 'xlsx')).toEqual([
      ['text', 'x', 'flag'],
      ['Infinity', '-Infinity', 5e-324],
    ])
  })
})

describe('a Parquet file, read by DuckDB', () => {
  test('has strings, doubles and booleans, every cell equal', async () => {
    const columns = ['store_nbr', 'x', 'n', 'flag', 'mixed', 'nothing']
    const rows = [
      ['00123', 0.1 + 0.2, 3, true, 'a', null],
      ['a\0b', Number.NaN, 4, null, 1.5, null],
      ['', -5e-324, null, false, null, null],
      [null, 1e308, 2 ** 53, true, true, null],
    ]
    const found = await readByDuckDb({ name: 't.csv', columns, rows })
    expect(found.types).toEqual(['VARCHAR', 'DOUBLE', 'DOUBLE', 'BOOLEAN', 'VARCHAR', 'VARCHAR'])
    expect(found.columns).toEqual(columns)
    expect(found.rows).toEqual([
      ['00123', 0.1 + 0.2, 3, true, 'a', null],
      ['a\0b', null, 4, null, '1.5', null],
      ['', -5e-324, null, false, null, null],
      [null, 1e308, 2 ** 53, true, 'true', null],
    ])
  })
})

test('a Parquet file of several row groups is whole for DuckDB, numbers and offsets', async () => {
  const rows = Array.from({ length: 120_001 }, (_, i) => [`s${i}`, i / 3, i % 2 === 0])
  const found = await readByDuckDb(tableOf(rows))
  expect(found.rows).toHaveLength(rows.length)
  expect(found.rows.filter((row, i) => row.some((cell, j) => cell !== rows[i]?.[j]))).toEqual([])
})

async function codeOf(given: NamedTable, format: TableFormat): Promise<string | null> {
  try {
    await bytesOf(given, format)
    return null
  } catch (error) {
    if (error instanceof FileError) return error.failure.code
    throw error
  }
}
