import * as Comlink from 'comlink'
import { describe, expect, test } from 'vitest'
import { createHasher } from '../../files/digest'
import { createMemoryStorage } from '../cache/memory-storage'
import type { RunEvent } from '../contract'
import { materialize } from '../materialize'
import { pendingRun } from '../testing/fresh-storage'
import { toyDefinitions, toySpecs } from '../testing/toy-assets'
import { executeHere, toyRequest } from '../testing/toy-run'
import { createClient, type PipelineContract } from './client'
import type { WorkerLike } from './connection'
import { remoteKeeper, shareKeeper } from './keeper'
import { createPool, type PoolContract } from './pool'

const hash = await createHasher()

function threadOf(api: PoolContract | PipelineContract): WorkerLike {
  const { port1, port2 } = new MessageChannel()
  Comlink.expose(api, port2)
  return Object.assign(port1, {
    terminate: () => {
      port1.close()
      port2.close()
    },
  })
}

/** The page, its pipeline thread and the threads of its pool, all over ports, without IndexedDB. */
function memoryPage() {
  const { storage, keeper } = createMemoryStorage()
  const worker: PoolContract = {
    compute: (task, report, _board, port) => {
      if (port === undefined) throw new Error('no keeper came along')
      return executeHere(remoteKeeper(port).cache, toyDefinitions())(task, report)
    },
    perform: () => Promise.reject(new Error('not asked')),
  }
  const pool = createPool(2, () => threadOf(worker))
  const pipeline: PipelineContract = {
    inspect: () => Promise.reject(new Error('not asked')),
    materialize: (request, tell, port) => {
      if (port === undefined) throw new Error('no keeper came along')
      const inMemory = remoteKeeper(port)
      return materialize(request, (event) => tell([event]), {
        ...inMemory,
        hash,
        specs: toySpecs,
        concurrency: 2,
        clock: () => 0,
        execute: (task, report) => pool.execute(task, report, inMemory),
      })
    },
  }
  const client = createClient({
    ...keeper,
    memory: keeper,
    spawn: () => threadOf(pipeline),
    clock: () => Date.now(),
    idleAfter: 50,
  })
  return { storage, client }
}

describe('F-63 a browser that keeps nothing', () => {
  test('still runs: values, record and log of this visit lie in the memory of the page', async () => {
    const { storage, client } = memoryPage()
    const events: RunEvent[] = []
    const record = await client.materialize(toyRequest(), (event) => events.push(event))
    expect(record).toMatchObject({ status: 'success', seq: 1 })
    expect(await storage.listRuns()).toEqual([record])
    expect(await storage.listVersions()).toHaveLength(record.assets.length)
    for (const address of await storage.listVersions())
      expect(await storage.readValue(address)).not.toBeNull()
    expect((await storage.readLog('run-1')).length).toBeGreaterThan(0)
  })

  test('computes nothing twice within the visit', async () => {
    const { client } = memoryPage()
    await client.materialize(toyRequest(), () => undefined)
    const again = await client.materialize(toyRequest({ runId: 'run-2' }), () => undefined)
    expect(again.assets.every(({ cached }) => cached)).toBe(true)
  })

  test('marks, deletes and brings back runs as long as the page is open', async () => {
    const { storage, client } = memoryPage()
    const record = await client.materialize(toyRequest(), () => undefined)
    await storage.changeMark(record.id, { standing: 'baseline' })
    await storage.deleteRun(record.id)
    expect(await storage.listRuns()).toEqual([])
    await storage.restoreRun(record)
    expect(await storage.listRuns()).toEqual([record])
    expect((await storage.readMarks()).get(record.id)?.standing).toBe('baseline')
    await storage.endRuns([record.id])
    expect(await storage.listVersions()).toEqual([])
    expect((await storage.readMarks()).size).toBe(0)
  })

  test('finds no interrupted run: what was written went with the page', async () => {
    const { storage } = memoryPage()
    await storage.writePending(pendingRun('run-1'))
    expect(await storage.listPending()).toEqual([])
    expect(storage.kind).toBe('memory')
  })
})

test('a keeper that is closed answers nobody', async () => {
  const { keeper } = createMemoryStorage()
  const shared = shareKeeper(keeper)
  const remote = remoteKeeper(shared.port)
  await remote.cache.write('a@1', { value: 1, rows: null, checks: [] })
  expect(await keeper.cache.list()).toEqual(['a@1'])
  shared.close()
  const answered = remote.cache.list().then(() => 'answered')
  const silent = new Promise((resolve) => setTimeout(() => resolve('silent'), 50))
  expect(await Promise.race([answered, silent])).toBe('silent')
})
