import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../inspect'
import { readChunks, readTable } from '../read-table'
import { readText } from '../read-text'

type Written = Parameters<typeof parquetWriteBuffer>[0]

const fileOf = (written: Written): Blob => new Blob([parquetWriteBuffer(written)])

async function rowsOf(blob: Blob) {
  const reading = await readText('t.parquet', blob, {})
  if (!reading.ok) throw new Error(reading.failure.message)
  return reading.rows
}

async function profileOf(blob: Blob) {
  const inspection = await inspectFile('t.parquet', blob)
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

async function failureOf(blob: Blob) {
  const inspection = await inspectFile('t.parquet', blob)
  if (inspection.ok) throw new Error('The file was read.')
  return inspection.failure
}

/** A file that DuckDB writes, by SQL. */
async function duckFile(select: string, options = ''): Promise<Blob> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'))
  const path = join(folder, 't.parquet')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet${options})`)
    return new Blob([await readFile(path)])
  } finally {
    connection.closeSync()
    await rm(folder, { recursive: true })
  }
}

const single = (element: SchemaElement): SchemaElement[] => [
  { name: 'root', num_children: 1 },
  element,
]

describe('a Parquet file', () => {
  it('turns its values into text exactly', async () => {
    const blob = await duckFile(
      `SELECT * FROM (VALUES
        ('007', 9007199254740993::BIGINT, 18446744073709551615::UBIGINT, 0.1::DOUBLE, 0.1::FLOAT, true, DATE '2024-01-05'),
        (NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        ('é', -5, 0, 1e300, -2.5, false, DATE '1969-12-31'))
       AS t(id, big, unsigned_big, x, f, b, d)`,
    )
    expect(await rowsOf(blob)).toEqual([
      ['id', 'big', 'unsigned_big', 'x', 'f', 'b', 'd'],
      ['007', '9007199254740993', '18446744073709551615', '0.1', '0.1', 'true', '2024-01-05'],
      ['', '', '', '', '', '', ''],
      ['é', '-5', '0', '1e+300', '-2.5', 'false', '1969-12-31'],
    ])
  })

  it('keeps decimals of every storage, instants and times', async () => {
    const blob = await duckFile(
      `SELECT 1.10::DECIMAL(4,2) AS a, -0.03::DECIMAL(4,2) AS b, 12345678901234.5678::DECIMAL(18,4) AS c,
        -123456789012345678901234567890.12345678::DECIMAL(38,8) AS e,
        TIMESTAMP '2024-01-05 10:30:00.25' AS t, TIMESTAMP_NS '1969-12-31 23:59:59.123456789' AS n,
        TIMESTAMPTZ '2024-01-05 10:30:00+00' AS z, TIME '10:30:00.5' AS o,
        '00000000-0000-0000-0000-0000000000ff'::UUID AS u`,
    )
    expect((await rowsOf(blob))[1]).toEqual([
      '1.10',
      '-0.03',
      '12345678901234.5678',
      '-123456789012345678901234567890.12345678',
      '2024-01-05T10:30:00.25',
      '1969-12-31T23:59:59.123456789',
      '2024-01-05T10:30:00Z',
      '10:30:00.5',
      '00000000-0000-0000-0000-0000000000ff',
    ])
  })

  it('writes nested values as compact JSON', async () => {
    const blob = await duckFile(
      `SELECT [1::BIGINT, NULL, 9007199254740993] AS list, {'a': 'x "y"', 'b': [1.5]} AS struct UNION ALL SELECT NULL, NULL`,
    )
    expect(await rowsOf(blob)).toEqual([
      ['list', 'struct'],
      ['[1,null,9007199254740993]', '{"a":"x \\"y\\"","b":[1.5]}'],
      ['', ''],
    ])
  })

  it.each(['snappy', 'zstd', 'gzip', 'brotli', 'lz4_raw', 'uncompressed'])(
    'packed with %s reads the same',
    async (codec) => {
      const select = `SELECT i AS id, 'store ' || (i % 10) AS name, i / 7 AS x FROM range(1000) t(i) ORDER BY i`
      const rows = await rowsOf(await duckFile(select, `, COMPRESSION ${codec}`))
      expect(rows).toHaveLength(1001)
      expect(rows[8]).toEqual(['7', 'store 7', '1.0'].map((cell) => (cell === '1.0' ? '1' : cell)))
      expect(rows[1000]).toEqual(['999', 'store 9', String(999 / 7)])
    },
  )

  it('of several row groups, and of one larger than is held at once, gives all rows in order', async () => {
    const n = 200_000
    const select = `SELECT i AS id, i % 1000 AS x, CASE WHEN i % 3 = 0 THEN NULL ELSE 'n' || i END AS t FROM range(${n}) r(i) ORDER BY i`
    for (const size of [20_000, n]) {
      const blob = await duckFile(select, `, ROW_GROUP_SIZE ${size}`)
      const profile = await profileOf(blob)
      expect(profile).toMatchObject({ nRows: n, account: { nRecords: n, nHeader: 0, nData: n } })
      let next = 0
      for await (const { table, firstRow } of readChunks(blob, profile, [])) {
        expect(firstRow).toBe(next)
        const [id, , t] = table.columns
        if (id.type !== 'number' || t.type === 'number') throw new Error('types')
        for (let i = 0; i < table.nRows; i++) {
          if (id.values[i] !== next + i) throw new Error(`row ${next + i} is ${id.values[i]}`)
          const text = t.codes[i] === -1 ? null : t.levels[t.codes[i]]
          if (text !== ((next + i) % 3 === 0 ? null : `n${next + i}`))
            throw new Error(`text of ${next + i}`)
        }
        next += table.nRows
      }
      expect(next).toBe(n)
    }
  })

  it('F-30 keeps columns of one name, of no name and of the name __proto__', async () => {
    const names = ['a', '__proto__', 'constructor', ' ']
    const written = fileOf({
      columnData: names.map((name, i) => ({ name, data: [`v${i}`], type: 'STRING' as const })),
    })
    expect(await rowsOf(written)).toEqual([names, ['v0', 'v1', 'v2', 'v3']])
    const twice = fileOf({
      columnData: [
        { name: 'a', data: ['1x'] },
        { name: 'b', data: ['2x'] },
      ],
    })
    const bytes = new Uint8Array(await twice.arrayBuffer())
    // The name stands in the schema and in the place of the column.
    for (let i = bytes.length - 400; i < bytes.length; i++)
      if (bytes[i] === 98 && bytes[i - 1] === 1) bytes[i] = 97
    expect((await rowsOf(new Blob([bytes])))[1]).toEqual(['1x', '2x'])
  })

  it('reads instants as they were stored long ago, bytes without a meaning, and half floats', async () => {
    const data = [new Uint8Array([0xff, 0x00]), new TextEncoder().encode('plain')]
    expect(await rowsOf(fileOf({ columnData: [{ name: 'b', data, type: 'BYTE_ARRAY' }] }))).toEqual(
      [['b'], ['0xff00'], ['plain']],
    )
    const halves = fileOf({ columnData: [{ name: 'h', data: [1.5, -0.25], type: 'FLOAT16' }] })
    expect(await rowsOf(halves)).toEqual([['h'], ['1.5'], ['-0.25']])
    const schema = single({
      name: 'd',
      type: 'INT32',
      converted_type: 'DECIMAL',
      precision: 5,
      scale: 1,
    })
    const decimals = fileOf({ columnData: [{ name: 'd', data: [1.5, 20.1] }], schema })
    expect(await rowsOf(decimals)).toEqual([['d'], ['1.5'], ['20.1']])
  })

  it('has numbers that need no guess, and ids that stay text', async () => {
    const blob = await duckFile(
      `SELECT '00' || i AS id, 1.234 * (1 + i) AS x, 12345678901234567 + i AS big FROM range(3) t(i)`,
    )
    const profile = await profileOf(blob)
    expect(profile.columns.map(({ type }) => type)).toEqual(['text', 'number', 'text'])
    expect(profile.notes.filter((note) => note.includes('could be'))).toEqual([])
    expect(profile.options).toMatchObject({ format: 'parquet', sheet: null, hasHeader: true })
    const table = await readTable(blob, profile, ['id'])
    expect(table.columns[0]).toMatchObject({ levels: ['000', '001', '002'] })
    expect(table.columns[2]).toMatchObject({
      levels: ['12345678901234567', '12345678901234568', '12345678901234569'],
    })
  })

  it('tells how far it is read', async () => {
    const blob = await duckFile('SELECT i AS a FROM range(1000) t(i)')
    const seen: number[] = []
    await inspectFile('t.parquet', blob, { report: (done) => seen.push(done) })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(blob.size)
  })

  it('that is damaged or cut off is refused by name', async () => {
    const bytes = new Uint8Array(
      await (await duckFile('SELECT i AS a FROM range(1000) t(i)')).arrayBuffer(),
    )
    for (const length of [4, 8, 100, bytes.length - 1]) {
      expect(await failureOf(new Blob([bytes.slice(0, length)]))).toMatchObject({
        code: 'parquet_damaged',
        path: 't.parquet',
      })
    }
  })

  it('without a row has no data rows', async () => {
    expect(await failureOf(await duckFile('SELECT 1 AS a WHERE false'))).toMatchObject({
      code: 'no_data_rows',
    })
  })
})
