import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportCsv } from '../files/export-csv'
import { madeMap, madeSales, speak, writeTable } from './testing/fixture-chain'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  const { columns, rows } = madeSales()
  await writeTable(join(folder, 'map.csv'), madeMap())
  await writeFile(
    join(folder, 'sales.csv'),
    `${exportCsv(columns, rows).replace(/(\r?\n)$/, '')}\r\n,00003,,5\r\n`,
  )
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const run = async (selection: string, out: string, more: readonly string[] = []) => {
  const files = ['--sales', 'sales.csv', '--product-map', 'map.csv']
  const line = ['run', selection, ...files, '--out', out, '--workers', '1', '--json', ...more]
  const { code, out: text, log } = await speak(folder, line)
  return { code, log, ...(JSON.parse(text) as Answer) }
}

type Answer = {
  readonly status: string
  readonly errors: readonly { readonly code: string; readonly path: string }[]
  readonly assets: readonly {
    readonly key: string
    readonly partition: string | null
    readonly status: string
    readonly cached: boolean
  }[]
  readonly checks: readonly { readonly name: string; readonly metadata: object }[]
}

describe('a row of sales that is rejected and names no category', () => {
  it('is counted, and makes no category fail that has nothing else', async () => {
    const first = await run('internal_ml_job', 'out')
    expect(first.code, first.log).toBe(0)
    expect(first).toMatchObject({ status: 'success', errors: [] })
    const unmapped = first.assets.filter(({ partition }) => partition === 'UNMAPPED')
    expect(new Set(unmapped.map(({ status }) => status))).toEqual(new Set(['skipped']))
    const readable = first.checks.find(({ name }) => name === 'rows_readable')
    expect(readable).toMatchObject({ passed: false, metadata: { rejected: 1 } })
    const log = await readFile(join(folder, 'out', 'run.log'), 'utf8')
    expect(log).toContain('No row without a category is used')
    const exceptions = await readFile(join(folder, 'out', 'exceptions.csv'), 'utf8')
    expect(exceptions).toContain('00003')

    const second = await run('internal_ml_job', 'out')
    expect(second.code, second.log).toBe(0)
    expect(second.assets.every(({ status, cached }) => cached || status === 'skipped')).toBe(true)
  })

  it('is an error where nothing else was asked for', async () => {
    const only = await run('internal_ml_job', 'only', ['--set', 'categories=[UNMAPPED]'])
    expect(only.code).toBe(1)
    expect(only).toMatchObject({
      status: 'failure',
      errors: [{ code: 'nothing_unmapped', path: 'UNMAPPED' }],
    })
  })
})
