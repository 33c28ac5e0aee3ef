import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  madeMap,
  madeMarket,
  type MadeTable,
  speak,
  words,
  writeChain,
  writeTable,
} from './testing/fixture-chain'

/** The made-up chain, with the market data of a system that writes every id as a decimal number. */
let folder = ''

function asDecimals({ columns, rows }: MadeTable): MadeTable {
  return { columns, rows: rows.map(([id, ...cells]) => [`${id}.0`, ...cells]) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'id-match-'))
  await writeChain(folder)
  await writeTable(join(folder, 'decimals.csv'), asDecimals(madeMarket()))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const run = (out: string, ...more: readonly string[]) =>
  speak(folder, [
    ...words(`run full_pipeline_job --config config.yaml --out ${out} --workers 1 --json`),
    ...more,
  ])
const other = ['--external', 'decimals.csv']
const fileOf = (path: string) => readFile(join(folder, path), 'utf8')
const storesIn = async (path: string) =>
  new Set(
    (await fileOf(path))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]),
  )

describe('F-42: ids of both views that are written differently', () => {
  it('stop the run at merging, with ids of both files and the rule that would match them', async () => {
    const { code, out, log } = await run('exact', ...other)
    expect(code).toBe(3)
    const [error] = JSON.parse(out).errors
    expect(error).toMatchObject({ code: 'check_failed' })
    expect(error.path).toMatch(/merged_clusters.*some_stores_in_both/)
    expect(error.message).toContain('first only internal 00001, 00002, 00003')
    expect(error.message).toContain('first only external 00002.0, 00003.0, 00004.0')
    expect(error.message).toContain('would match 59 with decimal_zero')
    expect(log).toContain('warning no_common_stores at decimals.csv: No store is in both sales.csv')
    expect(await storesIn('exact/exceptions.csv')).toContain('00062.0')
  })

  it('are a fault to validate, which names the setting that mends it', async () => {
    const args = ['validate', '--config', 'config.yaml', ...other]
    const { code, out } = await speak(folder, args)
    expect(code).toBe(2)
    expect(out).toContain('With id_match: decimal_zero, 59 stores would match')
    const rule = ['--set', 'id_match=decimal_zero']
    expect(await speak(folder, [...args, ...rule])).toMatchObject({ code: 0, out: 'valid\n' })
  })

  it('give by the rule what equal ids give, and every file keeps its own ids', async () => {
    const equal = JSON.parse((await run('equal')).out)
    const set = ['--set', 'id_match=[trim, decimal_zero]']
    const matched = JSON.parse((await run('matched', ...other, ...set)).out)
    expect(await fileOf('matched/run.log')).toContain(
      'Stores matched by id_match: 59 (00002 = 00002.0, 00003 = 00003.0, 00004 = 00004.0 and 56 more).',
    )
    expect(matched.status).toBe('success')
    expect(matched.result_hash).toBe(equal.result_hash)
    for (const name of ['merged_cluster_assignments', 'moves', 'cluster_profiles'])
      expect(await fileOf(`matched/${name}.csv`)).toBe(await fileOf(`equal/${name}.csv`))
    const external = [...(await storesIn('matched/external_cluster_assignments.csv'))]
    expect(external.every((id) => id?.endsWith('.0'))).toBe(true)
    const exceptions = await storesIn('matched/exceptions.csv')
    expect(['00001', '00061.0', '00062.0'].map((id) => exceptions.has(id))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('of products stop the run too, with the rule that would match them', async () => {
    const map = madeMap()
    const rows = map.rows.map(([id, ...cells]) => [String(id).toLowerCase(), ...cells])
    await writeTable(join(folder, 'lower.csv'), { columns: map.columns, rows })
    const { code, out, log } = await run('products', '--product-map', 'lower.csv')
    expect(code).toBe(3)
    const [error] = JSON.parse(out).errors
    expect(error.path).toMatch(/internal_sales_by_category.*some_sales_matched/)
    expect(error.message).toMatch(/would match \d+ with case/)
    expect(error.hint).toContain('id_match')
    expect(log).not.toContain('defect')
    const record = JSON.parse(await fileOf('products/run.json'))
    const sales = record.assets.find(
      ({ key }: { key: string }) => key === 'internal_raw_sales_data',
    )
    const check = sales.checks.find(
      ({ name }: { name: string }) => name === 'products_written_alike',
    )
    expect(check).toMatchObject({ passed: false, severity: 'warn' })
    expect(check.metadata.more_by_case).toBeGreaterThan(0)
  })

  it('are refused where the rule is unknown, with the rules there are', async () => {
    const { code, out } = await run('unknown', '--set', 'id_match=zeros')
    expect(code).toBe(2)
    expect(JSON.parse(out).errors[0].hint + JSON.parse(out).errors[0].message).toContain(
      'exact, trim, nfc, case, leading_zeros, decimal_zero, or a list of these rules',
    )
  })
})
