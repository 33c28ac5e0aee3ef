import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeMarket, speak, words, writeChain, writeTable } from './testing/fixture-chain'

/** Sales clustered with one file of market data, then market data of other stores. */
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'other-stores-'))
  await writeChain(folder)
  const { columns, rows } = madeMarket()
  const moved = rows.map(([id, ...cells]) => [String(Number(id) + 20).padStart(5, '0'), ...cells])
  await writeTable(join(folder, 'other.csv'), { columns, rows: moved })
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const pipeline = (line: string) =>
  speak(folder, words(`${line} --config config.yaml --out out --workers 1`))

type Asset = {
  readonly key: string
  readonly partition: string | null
  readonly data_version: string
  readonly checks: readonly { readonly name: string; readonly metadata: Record<string, unknown> }[]
}

async function versions(): Promise<ReadonlyMap<string, Asset>> {
  const { assets } = JSON.parse(await readFile(join(folder, 'out/run.json'), 'utf8'))
  return new Map(assets.map((one: Asset) => [`${one.key} ${one.partition ?? ''}`, one]))
}

describe('F-45: one side was clustered anew over other stores', () => {
  it('tells that the merge is stale and by what, then merges the stores that both know', async () => {
    expect((await pipeline('run full_pipeline_job')).code).toBe(0)
    const before = await versions()
    expect((await pipeline('run external_ml_job --external other.csv')).code).toBe(0)

    const plan = await pipeline('run full_pipeline_job --external other.csv --dry-run')
    expect(plan.out).toContain(
      'stale merged_clusters[Wine]: changed upstream: external_assign_clusters[all]',
    )
    expect(plan.out).not.toMatch(/(stale|missing) (internal|external)_/)

    expect((await pipeline('run full_pipeline_job --external other.csv')).code).toBe(0)
    const after = await versions()
    const changed = (name: string) =>
      before.get(name)?.data_version !== after.get(name)?.data_version
    expect(changed('internal_assign_clusters Wine')).toBe(false)
    expect(changed('external_assign_clusters all')).toBe(true)
    expect(changed('merged_clusters Wine')).toBe(true)
    const both = after
      .get('merged_clusters Wine')
      ?.checks.find((one) => one.name === 'stores_reconciled')
    expect(both?.metadata).toMatchObject({
      internal: 60,
      external: 61,
      both: 39,
      only_internal: 21,
      only_external: 22,
    })
  })
})
