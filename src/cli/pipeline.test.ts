import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  madeMarket,
  speak,
  type Spoken,
  words,
  writeChain,
  writeTable,
} from './testing/fixture-chain'

/** The command line as it is built, in a process of its own and with its threads. */
const root = resolve(import.meta.dirname, '../..')
const data = resolve(root, '../shared/data')
const [iowa, seed] = [join(data, 'iowa_liquor'), join(data, 'seed_original')]

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeChain(folder)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function pipeline(args: readonly string[]): Promise<Spoken> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, '.ci/pipeline.mjs'), ...args], {
      cwd: folder,
    })
    let [out, log] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text))
    child.on('error', fail).on('close', (code) => done({ code: code ?? -1, out, log }))
  })
}

async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(folder, path), 'utf8')
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
}

describe('npm run -s pipeline -- ...', () => {
  const run = ['run', 'full_pipeline_job', '--config', 'config.yaml', '--json']

  it('gives with two threads what one gives, with nothing but the answer on standard output', async () => {
    const two = await pipeline([...run, '--out', 'two', '--workers', '2'])
    const one = await speak(folder, [...run, '--out', 'one', '--workers', '1'])
    expect(two.code).toBe(0)
    expect(JSON.parse(two.out).result_hash).toBe(JSON.parse(one.out).result_hash)
    expect(two.log).not.toContain('Warning')
    const again = await pipeline([...run, '--out', 'two', '--workers', '2'])
    expect(again.log).toContain('\n0 of ')
  })

  it('passes the exit code on', async () => {
    const { columns, rows } = madeMarket()
    await writeTable(join(folder, 'twice.csv'), { columns, rows: [...rows, ...rows] })
    const twice = ['--external', 'twice.csv', '--workers', '2', '--out', 'twice']
    expect((await pipeline([...run, ...twice])).code).toBe(2)
    expect((await pipeline(['bogus'])).code).toBe(2)
  })
})

describe.skipIf(!existsSync(iowa))(
  'on the liquor sales of Iowa (skipped without ../shared/data)',
  () => {
    const market = ['--external', join(iowa, 'external_market.csv')]

    it('places all 1,703 common stores and lists every other one', async () => {
      const metrics = ['--store-metrics', join(iowa, 'internal_sales_wide.csv')]
      const line = words('run full_pipeline_job --out iowa --workers 2')
      const { code } = await pipeline([...line, ...metrics, ...market])
      expect(code).toBe(0)
      const merged = await rowsOf('iowa/merged_cluster_assignments.csv')
      expect(new Set(merged.map(([store]) => store)).size).toBe(1703)
      expect(merged).toHaveLength(1703)
      const exceptions = await rowsOf('iowa/exceptions.csv')
      const withReason = (reason: string) => exceptions.filter((row) => row[4] === reason).length
      expect(withReason('internal_only')).toBe(45)
      expect(withReason('external_only')).toBe(593)
      expect(await rowsOf('iowa/internal_cluster_assignments.csv')).toHaveLength(1703 + 45)
      expect(await rowsOf('iowa/external_cluster_assignments.csv')).toHaveLength(1703 + 593)
    })

    it('cannot use sales without a product map, and says so', async () => {
      const sales = ['--sales', join(iowa, 'internal_sku_sample.csv')]
      const line = words('run full_pipeline_job --out no-map')
      const { code, log } = await pipeline([...line, ...sales, ...market])
      expect(code).toBe(2)
      expect(log).toContain('error missing_role at product_map')
    })
  },
)

describe.skipIf(!existsSync(seed))(
  'on the first sample files (skipped without ../shared/data)',
  () => {
    const urbanicity =
      'Urbanicity CVS Drive Times with Demos and competitors_#COMP_DEMO_ALL_07022025.csv'
    const placer = 'placer_store_features_2024_20250211_1420_with_remaining.csv'
    const sales = ['--sales', join(seed, 'ns_sales.csv'), '--product-map', join(seed, 'ns_map.csv')]
    const market = ['--external', join(seed, placer), '--external', join(seed, urbanicity)]
    const args = [...words('run full_pipeline_job --out seed --workers 1'), ...sales, ...market]

    it('stops at store 203, which is there twice, until a rule is chosen', async () => {
      const refused = await speak(folder, args)
      expect(refused.code).toBe(2)
      expect(refused.log).toMatch(/duplicate_stores at Urbanicity.*203/)
      expect((await speak(folder, [...args, '--set', 'duplicate_stores=first'])).code).toBe(0)
    })

    it.each([
      { category: 'Beauty', stores: 4, states: 12, money: 208_719.59, rows: 48 },
      { category: 'Beverages', stores: 3, states: 12, money: 166_225.38, rows: 36 },
      { category: 'Grocery', stores: 4, states: 11, money: 221_006.03, rows: 48 },
      { category: 'Health', stores: 4, states: 11, money: 245_900.68, rows: 48 },
    ])(
      'finds the known figures of $category',
      async ({ category, stores, states, money, rows }) => {
        const asset = ['--asset', `internal_sales_by_category[${category}]`, '--format', 'json']
        const { out } = await speak(folder, ['export', '--out', 'seed', ...asset])
        const { storeIds, columns, reconciliation } = JSON.parse(out)
        const shares = columns.filter(({ name }: { name: string }) => name.startsWith('% Sales '))
        expect([storeIds.length, shares.length]).toEqual([stores, states])
        expect(reconciliation).toMatchObject({ moneyMatched: money, rowsMatched: rows })
      },
    )
  },
)
