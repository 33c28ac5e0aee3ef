import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draft, freshStorage, pendingRun } from '../testing/fresh-storage'
import { createBrowserStorage } from './browser-storage'
import { createDatabase } from './database'
import { createIdbCache } from './idb-cache'
import { createIdbLogStore } from './idb-log-store'

beforeEach(freshStorage)
afterEach(() => {
  vi.restoreAllMocks()
})

const line = { at: 1, level: 'info', key: null, partition: null, message: 'Hello.' } as const
const entry = { value: 1, rows: null, checks: [] }

async function withRuns(...ids: readonly string[]) {
  const database = createDatabase('test')
  const storage = createBrowserStorage(database)
  const cache = createIdbCache(database)
  const logs = createIdbLogStore(database)
  for (const id of ids) {
    await cache.write(`toy[A]@${id}`, entry)
    await logs.write(id, [line])
    await storage.appendImported({ ...draft(id, [id]), seq: 0 })
    await storage.changeMark(id, { name: `Run ${id}` })
  }
  return { database, storage, cache, logs }
}

describe('runs that make room', () => {
  test('go with their values, marks and logs; the others keep theirs', async () => {
    const { storage } = await withRuns('a', 'b')
    await storage.endRuns(['a'])
    expect((await storage.listRuns()).map(({ id }) => id)).toEqual(['b'])
    expect(await storage.listVersions()).toEqual(['toy[A]@b'])
    expect([...(await storage.readMarks()).keys()]).toEqual(['b'])
    expect(await storage.readLog('a')).toEqual([])
    expect(await storage.readLog('b')).toEqual([line])
  })

  test('take along no value of a pending run, nor its log', async () => {
    const { storage, cache, logs } = await withRuns('a')
    await cache.write('toy[A]@half', entry)
    await cache.write('toy[A]@loose', entry)
    await logs.write('pending', [line])
    await logs.write('nobody', [line])
    await storage.writePending(pendingRun('pending', { addresses: ['toy[A]@half'] }))
    await storage.endRuns([])
    expect((await storage.listVersions()).toSorted()).toEqual(['toy[A]@a', 'toy[A]@half'])
    expect(await storage.readLog('pending')).toEqual([line])
    expect(await storage.readLog('nobody')).toEqual([])
  })

  test('leave a deleted run whole until the next start, so that it comes back as it was', async () => {
    const { storage } = await withRuns('a', 'b')
    const [, record] = await storage.listRuns()
    await storage.deleteRun('a')
    await storage.endRuns([])
    expect((await storage.listRuns()).map(({ id }) => id)).toEqual(['b'])
    await storage.restoreRun(record)
    expect((await storage.listRuns()).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(await storage.readValue('toy[A]@a')).toBe(1)
    expect((await storage.readMarks()).get('a')?.name).toBe('Run a')
    expect(await storage.readLog('a')).toEqual([line])
  })
})

describe('a record from elsewhere', () => {
  test('is numbered after the newest, and importing it twice makes no duplicate', async () => {
    const { storage } = await withRuns('a', 'b')
    const foreign = { ...draft('c'), seq: 77 }
    const kept = await storage.appendImported(foreign)
    expect(kept.seq).toBe(3)
    expect(await storage.appendImported(foreign)).toEqual(kept)
    expect((await storage.listRuns()).map(({ id, seq }) => [id, seq])).toEqual([
      ['c', 3],
      ['b', 2],
      ['a', 1],
    ])
  })
})

describe('F-62 quota exceeded', () => {
  const full = () => new DOMException('full', 'QuotaExceededError')

  /** The next `n` writes of a value are refused, as by a full disk. */
  function refuse(n: number): void {
    const real: unknown = Reflect.get(IDBObjectStore.prototype, 'put')
    let left = n
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'values' && left-- > 0) throw full()
      if (typeof real !== 'function') throw new TypeError('no put')
      return Reflect.apply(real, this, args)
    })
  }

  test('makes room once by itself: values that nothing names go, and the write is repeated', async () => {
    const { storage, cache } = await withRuns('a')
    await cache.write('toy[A]@loose', entry)
    await cache.write('toy[A]@half', entry)
    const addresses = ['toy[A]@half', 'toy[A]@new']
    await storage.writePending(pendingRun('going on', { addresses }))
    refuse(1)
    await cache.write('toy[A]@new', entry)
    const versions = await storage.listVersions()
    expect(versions.toSorted()).toEqual(['toy[A]@a', 'toy[A]@half', 'toy[A]@new'])
  })

  test('evicts nothing of a trial, whose values nothing names', async () => {
    const { storage, cache } = await withRuns()
    await cache.write('toy[A]@trial', entry)
    refuse(1)
    await expect(cache.write('toy[A]@trial 2', entry)).rejects.toThrow('no more room')
    expect(await storage.listVersions()).toEqual(['toy[A]@trial'])
  })

  test('is a failure with the next step where there is nothing to evict; old runs stay', async () => {
    const { storage, cache } = await withRuns('a')
    refuse(Infinity)
    await expect(cache.write('toy[A]@new', entry)).rejects.toMatchObject({
      failure: { code: 'storage_full', hint: expect.stringContaining('Delete old runs') },
    })
    expect(await storage.listVersions()).toEqual(['toy[A]@a'])
    expect(await storage.readValue('toy[A]@a')).toBe(1)
  })
})
