import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCsv } from '../files/parse-csv'
import { speak, words, writeChain } from './testing/fixture-chain'

let folder = ''
const tables = [
  'merged_cluster_assignments',
  'moves',
  'internal_cluster_assignments',
  'external_cluster_assignments',
  'cluster_counts',
  'exceptions',
  'cluster_profiles',
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
  const config = '--config config.yaml --set n_estimators=20 --workers 1 --out out'
  await speak(folder, words(`run full_pipeline_job ${config}`))
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** A cell of another format as the CSV has it. */
function csvCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

function bytesOf(name: string): Promise<Buffer> {
  return readFile(join(folder, 'out', name))
}

async function csvRows(table: string) {
  return parseCsv((await bytesOf(`${table}.csv`)).toString('utf8'))
}

async function workbookRows(bytes: Buffer) {
  const rows = await readSheet(new Uint8Array(bytes).buffer, { trim: false })
  return rows.map((row) => row.map(csvCell))
}

async function parquetRows(bytes: Buffer) {
  const objects = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
  return objects.map((row) => Object.values(row).map(csvCell))
}

describe('export --out DIR --format', () => {
  it.each(['xlsx', 'parquet', 'json'])(
    '%s writes every table, run.json as it is',
    async (format) => {
      const before = await bytesOf('run.json')
      const { code, out } = await speak(folder, words(`export --out out --format ${format}`))
      expect(code).toBe(0)
      expect(out).toBe([...tables.map((name) => `${name}.${format}`), 'run.json', ''].join('\n'))
      expect(await bytesOf('run.json')).toEqual(before)
      expect((await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.tmp'))).toEqual(
        [],
      )
    },
  )

  it.each(tables)('%s has the rows of its CSV in every format', async (table) => {
    const [header = [], ...rows] = await csvRows(table)
    const workbook = await workbookRows(await bytesOf(`${table}.xlsx`))
    const padded = workbook.map((row) => header.map((_, i) => row[i] ?? ''))
    expect(padded).toEqual([header, ...rows])
    expect(await parquetRows(await bytesOf(`${table}.parquet`))).toEqual(rows)
    const objects: object[] = JSON.parse((await bytesOf(`${table}.json`)).toString('utf8'))
    expect(objects.map((row) => Object.values(row).map(csvCell))).toEqual(rows)
    for (const row of objects) expect(Object.keys(row)).toEqual(header)
  })
})

describe('export --out DIR --asset KEY --format', () => {
  const matrix = words('export --out out --asset external_normalized_data')

  it('gives a matrix as a workbook or Parquet, to a file or to standard output', async () => {
    const csv = parseCsv((await speak(folder, matrix)).out)
    const printed = await speak(folder, [...matrix, ...words('--format parquet')])
    expect(printed).toMatchObject({ code: 0, out: '' })
    expect(await parquetRows(printed.bytes)).toEqual(csv.slice(1))
    const written = await speak(folder, [...matrix, ...words('--format xlsx --file m.xlsx --json')])
    expect(JSON.parse(written.out)).toEqual({ files: ['m.xlsx'] })
    expect(await workbookRows(await readFile(join(folder, 'm.xlsx')))).toEqual(csv)
  })

  it('exits 2 and names the path where no file can be', async () => {
    const { code, log } = await speak(folder, [...matrix, ...words('--file nowhere/x.csv')])
    expect(code).toBe(2)
    expect(log).toContain(`${join(folder, 'nowhere', 'x.csv')} cannot be written`)
    expect(log).not.toContain('.tmp')
    expect(await speak(folder, [...matrix, ...words('--file out')])).toMatchObject({ code: 2 })
  })

  it('exits 2 and names --file where a terminal would be shown bytes', async () => {
    const shown = await speak(folder, [...matrix, ...words('--format xlsx')], undefined, true)
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.log).toContain('--file')
    expect(shown.bytes).toHaveLength(0)
    expect(await speak(folder, matrix, undefined, true)).toMatchObject({ code: 0 })
  })

  it.each(['xlsx', 'parquet'])('exits 2 on a model as %s, which is JSON only', async (format) => {
    const model = words('export --out out --asset external_train_clustering_models --file m.x')
    const { code, log } = await speak(folder, [...model, '--format', format])
    expect(code).toBe(2)
    expect(log).toMatch(/JSON only/)
    await expect(readFile(join(folder, 'm.x'))).rejects.toThrow(/ENOENT/)
  })

  it('exits 2 on a format that it does not write, and on --file without --asset', async () => {
    const odd = await speak(folder, words('export --out out --format ods'))
    expect([odd.code, odd.log]).toEqual([2, expect.stringContaining('csv, xlsx, json or parquet')])
    const file = await speak(folder, words('export --out out --file x.csv'))
    expect([file.code, file.log]).toEqual([2, expect.stringContaining('--asset')])
  })
})
