import * as Comlink from 'comlink'
import { afterAll, expect, test } from 'vitest'
import { definitions } from '../assets/definitions'
import { lawSeeds, lawTimeout } from '../assets/testing/law-seeds'
import { makeTable } from '../assets/testing/made-table'
import { emptyConfiguration } from '../config/configuration'
import { createMemoryCache } from './cache/memory-cache'
import type { Source } from './contract'
import { materializeHere } from './testing/materialize-here'
import { sourcesOf } from './testing/run-here'
import { executeHere } from './testing/toy-run'
import { createPool, type PoolContract } from './worker/pool'

const open: MessagePort[] = []
afterAll(() => {
  for (const port of open) port.close()
})

/** A pool of the app; its workers compute in this thread, each task after a delay of its own. */
function poolOf(size: number, cache: ReturnType<typeof createMemoryCache>) {
  let nTasks = 0
  const compute = executeHere(cache, definitions, () => (7 * nTasks++) % 23)
  const spawn = () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const api: PoolContract = {
      compute: (task, report) => compute(task, report),
      perform: () => Promise.reject(new Error('no task here has pieces')),
    }
    Comlink.expose(api, port2)
    return Object.assign(port1, { terminate: () => port1.close() })
  }
  return createPool(size, spawn)
}

/** Three made tables, a category each, and market data of the stores of the first. */
async function sourcesOfSeed(seed: number): Promise<readonly Source[]> {
  const tables = [0, 1, 2].map((n) => makeTable(3 * seed + n, { hasShares: false, nComplete: 24 }))
  const rows = tables.flatMap(({ storeIds, columns }, n) =>
    storeIds.map((id, row) => {
      const cells = ['age', 'income'].map(
        (name) => columns.find((column) => column.name === name)?.cells[row] ?? row % 5,
      )
      return [`S-${id}`, `Category ${n}`, ...cells].join()
    }),
  )
  const market = tables[0].storeIds.map((id, row) => `S-${id},${(row * 37) % 11},${row % 7}`)
  return sourcesOf([
    {
      name: 'metrics.csv',
      role: 'store_metrics',
      text: `STORE_NBR,CAT_DSC,age,income\n${rows.join('\n')}\n`,
    },
    {
      name: 'market.csv',
      role: 'external',
      text: `STORE_NBR,rent,traffic\n${market.join('\n')}\n`,
    },
  ])
}

async function runWith(size: number, sources: readonly Source[]) {
  const cache = createMemoryCache()
  const { execute } = poolOf(size, cache)
  const job_params = { n_estimators: 10, n_init: 2, max_clusters: 4, min_association: null }
  const record = await materializeHere(
    { sources, configuration: { ...emptyConfiguration, job_params } },
    { cache, concurrency: size, execute: (task, report) => execute(task, report) },
  )
  const assets = record.assets.map(({ key, partition, status, dataVersion, checks }) => {
    return { key, partition, status, dataVersion, checks }
  })
  return { resultHash: record.resultHash, assets }
}

/** A whole run a size, so of one seed in four. */
test(
  'a run with one, two or three workers gives the same clusters, data versions and checks',
  async () => {
    for (const seed of lawSeeds(4)) {
      const sources = await sourcesOfSeed(seed)
      const alone = await runWith(1, sources)
      expect(alone.resultHash, `seed ${seed}`).toMatch(/^[0-9a-f]{64}$/)
      for (const size of [2, 3])
        expect(await runWith(size, sources), `seed ${seed}, ${size} workers`).toEqual(alone)
    }
  },
  lawTimeout,
)
