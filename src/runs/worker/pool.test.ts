import * as Comlink from 'comlink'
import { afterEach, describe, expect, test } from 'vitest'
import { createMemoryCache } from '../cache/memory-cache'
import type { AssetTask } from '../task'
import { toyDefinitions } from '../testing/toy-assets'
import { executeHere } from '../testing/toy-run'
import type { WorkerLike } from './connection'
import { createPool, type PoolContract } from './pool'

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

const task = (partition: string): AssetTask => ({
  key: 'toy_model',
  partition,
  address: `toy_model[${partition}]@v`,
  params: { toy_factor: 2 },
  inputs: [],
  sources: [],
  baseline: null,
  overrides: [],
})

/** Workers over MessageChannels; `break` makes the worker of a partition die in its task. */
function fakePool(size: number, broken?: string) {
  const cache = createMemoryCache()
  const here = executeHere(cache, toyDefinitions())
  let nSpawned = 0
  let underWay = 0
  let most = 0
  const spawn = (): WorkerLike => {
    nSpawned += 1
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    const dying: EventListener[] = []
    const api: PoolContract = {
      compute: async (asked, report) => {
        if (asked.partition === broken) {
          for (const listener of dying) listener(new Event('error'))
          return new Promise(() => undefined)
        }
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 5))
        const result = await here(asked, report)
        underWay -= 1
        return result
      },
    }
    Comlink.expose(api, port2)
    return {
      postMessage: (message, transfer) => port1.postMessage(message, transfer ?? []),
      addEventListener: (type: string, listener: EventListener) => {
        if (type === 'error') dying.push(listener)
        else port1.addEventListener(type, listener)
      },
      removeEventListener: (type: string, listener: EventListener) =>
        port1.removeEventListener(type, listener),
      start: () => port1.start(),
      terminate: () => port1.close(),
    }
  }
  const { execute } = createPool(size, spawn)
  const run = (partitions: readonly string[]) =>
    Promise.all(partitions.map((partition) => execute(task(partition), () => undefined)))
  return { run, cache, counts: () => ({ nSpawned, most }) }
}

describe('the pool', () => {
  test('computes every task, one at a time a worker, and keeps its workers', async () => {
    const { run, cache, counts } = fakePool(2)
    const results = await run(['A', 'B', 'C', 'D', 'E'])
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await cache.list()).toHaveLength(5)
    await run(['F', 'G'])
    expect(counts()).toEqual({ nSpawned: 2, most: 2 })
  })

  test('starts no more workers than there are tasks', async () => {
    const { run, counts } = fakePool(4)
    await run(['A'])
    expect(counts().nSpawned).toBe(1)
  })

  test('a worker that is lost fails its own task; the others and later ones go on', async () => {
    const { run } = fakePool(1, 'B')
    const results = await run(['A', 'B', 'C'])
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(results[1]).toMatchObject({ failure: { code: 'worker_failed' } })
  })
})
