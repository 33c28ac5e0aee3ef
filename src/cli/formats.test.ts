import { gzipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import {
  madeMap,
  madeMarket,
  madeSales,
  type MadeTable,
  speak,
  writeChain,
} from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  const [sales, map, market] = [madeSales(), madeMap(), madeMarket()]
  await writeFile(join(folder, 'sales.parquet'), parquetOf(sales))
  await writeFile(join(folder, 'map.xlsx'), await workbookOf(map))
  await writeFile(
    join(folder, 'market.jsonl.gz'),
    gzipSync(new TextEncoder().encode(linesOf(market))),
  )
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function parquetOf({ columns, rows }: MadeTable): Uint8Array {
  const columnData = columns.map((name, i) => ({ name, data: rows.map((row) => row[i] ?? null) }))
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 100 }))
}

async function workbookOf({ columns, rows }: MadeTable): Promise<Uint8Array> {
  const data = [columns, ...rows].map((row) =>
    row.map((value) => (value === null ? null : { value })),
  )
  const notes = [[{ value: 'The map of 2024' }]]
  const sheets = [
    { sheet: 'Notes', data: notes },
    { sheet: 'Map', data },
  ]
  return new Uint8Array(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer())
}

function linesOf({ columns, rows }: MadeTable): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
  return objects.map((object) => JSON.stringify(object)).join('\n')
}

describe('files of any format on the command line', () => {
  it.each([
    ['sales.parquet', 'sales.csv'],
    ['map.xlsx', 'map.csv'],
    ['market.jsonl.gz', 'market.csv'],
  ])('read %s gives the cells of %s', async (file, csv) => {
    const [mine, theirs] = await Promise.all(
      [file, csv].map((name) => speak(folder, ['read', name, '--json'])),
    )
    expect(mine.code).toBe(0)
    expect(JSON.parse(mine.out)).toEqual(JSON.parse(theirs.out))
    const texts = await Promise.all(
      [file, csv].map((name) => speak(folder, ['read', name, '--text'])),
    )
    expect(texts[0].out).toBe(texts[1].out)
  })

  it('read tells the format, the sheet and how sure it is', async () => {
    const { out } = await speak(folder, ['read', 'map.xlsx'])
    expect(out).toContain('\nformat xlsx\nsheet "Map" of ["Notes","Map"]\nconfidence 0.80: ')
    expect(out).toContain('\n11 records: 0 above, 1 header, 0 header again, 10 data, 0 below\n')
    expect((await speak(folder, ['read', 'market.jsonl.gz'])).out).toContain(
      '\nformat json_lines in gzip\n',
    )
    expect((await speak(folder, ['read', 'sales.csv'])).out).toContain(
      '\nformat text, encoding utf-8, delimiter ","',
    )
  })

  it('takes the sheet, the rows of the header and the end from --set', async () => {
    const set = ['--set', 'sheet=Notes', '--set', 'has_header=false']
    expect((await speak(folder, ['read', 'map.xlsx', '--text', ...set])).out).toBe(
      'The map of 2024\r\n',
    )
    const rows = ['--set', 'header_rows=2', '--set', 'end_line=4']
    expect(
      (await speak(folder, ['read', 'map.csv', '--text', ...rows])).out.split('\r\n'),
    ).toHaveLength(3)
    for (const wrong of ['sheet=3', 'header_rows=0', 'end_line=x', 'sheet=None of them']) {
      expect((await speak(folder, ['read', 'map.xlsx', '--set', wrong])).code).toBe(2)
    }
  })

  it('run makes the same of them as of CSV', async () => {
    const run = ['run', 'merging_job', '--workers', '1', '--set', 'min_cluster_size=5']
    const csv = ['--sales', 'sales.csv', '--product-map', 'map.csv', '--external', 'market.csv']
    const other = [
      '--sales',
      'sales.parquet',
      '--product-map',
      'map.xlsx',
      '--external',
      'market.jsonl.gz',
    ]
    for (const [files, out] of [
      [csv, 'csv'],
      [other, 'other'],
    ] as const) {
      const { code, log } = await speak(folder, [...run, ...files, '--out', out])
      expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    }
    const name = 'merged_cluster_assignments.csv'
    const [mine, theirs] = await Promise.all(
      ['other', 'csv'].map((out) => readFile(join(folder, out, name), 'utf8')),
    )
    expect(mine).toBe(theirs)
  })
})
