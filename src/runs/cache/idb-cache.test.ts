import { openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { draft, freshStorage } from '../testing/fresh-storage'
import { toySource } from '../testing/toy-run'
import { createBrowserStorage } from './browser-storage'
import { createDatabase } from './database'
import { endDeleted, endRuns } from './evict'
import { createIdbCache } from './idb-cache'
import { createIdbRunStore } from './idb-run-store'
import { createMemoryCache } from './memory-cache'
import { createMemoryRunStore } from './memory-run-store'
import { storageError } from './storage-failure'
import { partKey } from './value-keys'
import { readDesk, writeDesk } from './workspace'

beforeEach(freshStorage)

const check = {
  name: 'c',
  description: 'C.',
  severity: 'warn',
  blocking: false,
  passed: true,
  metadata: { n: 1 },
} as const

describe.each([
  ['in memory', createMemoryCache],
  ['in IndexedDB', () => createIdbCache(createDatabase('test'))],
])('a value cache %s', (_name, create) => {
  test('gives back what was written, typed arrays and all', async () => {
    const cache = create()
    const value = { X: Float64Array.of(1.5, NaN), labels: Int32Array.of(-1), storeIds: ['007'] }
    await cache.write('toy[A]@v1', { value, rows: 2, checks: [check] })
    expect(await cache.read('toy[A]@v1')).toEqual({ value, rows: 2, checks: [check] })
    expect(await cache.readSummary('toy[A]@v1')).toEqual({ rows: 2, checks: [check] })
  })

  test('knows nothing of what was not written or was removed', async () => {
    const cache = create()
    await cache.write('a@1', { value: 1, rows: null, checks: [] })
    await cache.write('b@1', { value: 2, rows: null, checks: [] })
    await cache.remove('a@1')
    expect(await cache.read('a@1')).toBeNull()
    expect(await cache.readSummary('a@1')).toBeNull()
    expect(await cache.list()).toEqual(['b@1'])
  })

  describe('with a value in parts', () => {
    const part = (name: string) => ({ name, units: Float64Array.of(name.length) })
    const value = { storeIds: ['007'], categories: [part('Tea'), part('Coffee')] }
    const entry = { value, rows: 1, checks: [check], partsIn: 'categories' }

    test('reads the whole, its head, or the parts that are asked for', async () => {
      const cache = create()
      await cache.write('toy@v1', entry)
      expect(await cache.read('toy@v1')).toEqual(entry)
      expect(await cache.read('toy@v1', ['Coffee', 'Jam'])).toEqual({
        ...entry,
        value: { storeIds: ['007'], categories: [part('Coffee')] },
      })
      expect((await cache.read('toy@v1', []))?.value).toEqual({ storeIds: ['007'], categories: [] })
      expect(await cache.readSummary('toy@v1')).toEqual({ rows: 1, checks: [check] })
      expect(await cache.list()).toEqual(['toy@v1'])
    })

    test('reads a value that is not in parts whole, whatever is asked for', async () => {
      const cache = create()
      await cache.write('toy@v1', { value, rows: 1, checks: [] })
      expect((await cache.read('toy@v1', ['Tea']))?.value).toEqual(value)
    })

    test('copies to another place as it is', async () => {
      const [from, to] = [create(), createMemoryCache()]
      await from.write('toy@v1', entry)
      const read = await from.read('toy@v1')
      if (read !== null) await to.write('toy@v1', read)
      expect((await to.read('toy@v1', ['Tea']))?.value).toMatchObject({ categories: [part('Tea')] })
    })
  })
})

describe('a value in parts in IndexedDB', () => {
  const value = { categories: [{ name: 'Tea' }, { name: 'Jam' }] }
  const entry = { value, rows: 1, checks: [], partsIn: 'categories' }
  const keysIn = (database: ReturnType<typeof createDatabase>) =>
    database.run('values', (db) => db.getAllKeys('values'))

  test('goes as a whole, and no other value with it', async () => {
    const database = createDatabase('test')
    const cache = createIdbCache(database)
    for (const address of ['toy@v1', 'toy@v10', 'toy[Tea]@v1']) await cache.write(address, entry)
    await cache.remove('toy@v1')
    expect(await keysIn(database)).toHaveLength(6)
    await endRuns(database, [])
    expect(await keysIn(database)).toEqual([])
  })

  test('is taken out where a part is lost that is asked for, so that it is made anew', async () => {
    const database = createDatabase('test')
    const cache = createIdbCache(database)
    await cache.write('toy@v1', entry)
    await database.run('values', (db) => db.delete('values', partKey('toy@v1', 'Tea')))
    expect((await cache.read('toy@v1', ['Jam']))?.value).toEqual({ categories: [{ name: 'Jam' }] })
    expect(await cache.read('toy@v1', ['Tea'])).toBeNull()
    expect(await cache.list()).toEqual([])
    expect(await keysIn(database)).toEqual([])
  })

  test('has its head read once for the partitions that ask one after the other', async () => {
    const database = createDatabase('test')
    const cache = createIdbCache(database)
    const headOf = async (address: string, name: string) => {
      const read = await cache.read(address, [name])
      return (read?.value as { readonly storeIds: readonly string[] } | undefined)?.storeIds
    }
    const addresses = ['a@1', 'b@1', 'c@1', 'd@1']
    for (const address of addresses)
      await cache.write(address, { ...entry, value: { ...value, storeIds: [address] } })
    const first = await headOf('a@1', 'Tea')
    expect(await headOf('a@1', 'Jam')).toBe(first)
    for (const address of addresses) expect(await headOf(address, 'Tea')).toEqual([address])
    expect(await headOf('a@1', 'Tea')).not.toBe(first)
    await cache.remove('a@1')
    expect(await cache.read('a@1', ['Tea'])).toBeNull()
  })

  test('is refused where its spec names no list, and nothing of it is kept', async () => {
    const cache = createIdbCache(createDatabase('test'))
    await expect(cache.write('toy@v1', { ...entry, partsIn: 'needs' })).rejects.toThrow('needs')
    await expect(cache.write('toy@v1', { ...entry, value: { categories: [1] } })).rejects.toThrow()
    expect(await cache.list()).toEqual([])
  })
})

describe.each([
  ['in memory', createMemoryRunStore],
  ['in IndexedDB', () => createIdbRunStore(createDatabase('test'))],
])('a run store %s', (_name, create) => {
  test('numbers runs in the order in which they ended, whatever their clocks said', async () => {
    const runs = create()
    await runs.append({ ...draft('late'), startedAt: '2030-01-01T00:00:00.000Z' })
    await runs.append(draft('early'))
    expect((await runs.list()).map(({ id, seq }) => [id, seq])).toEqual([
      ['early', 2],
      ['late', 1],
    ])
  })

  test('brings a removed run back', async () => {
    const runs = create()
    const record = await runs.append(draft('a'))
    await runs.remove('a')
    expect(await runs.list()).toEqual([])
    await runs.restore(record)
    expect(await runs.list()).toEqual([record])
  })
})

describe('deleted runs', () => {
  test('take along the values that only they named, at the next start; another tab may be at others', async () => {
    const database = createDatabase('test')
    const cache = createIdbCache(database)
    const runs = createIdbRunStore(database)
    for (const address of ['toy[A]@v1', 'toy[A]@v2', 'loose@v'])
      await cache.write(address, { value: 1, rows: null, checks: [] })
    await runs.append(draft('old', ['v1', 'v2']))
    await runs.append(draft('new', ['v2']))
    await runs.remove('old')
    expect(await cache.list()).toHaveLength(3)
    await endDeleted(database, Date.now() + 1)
    expect((await cache.list()).toSorted()).toEqual(['loose@v', 'toy[A]@v2'])
    expect((await runs.list()).map(({ id }) => id)).toEqual(['new'])
  })

  test('come back with their values when another tab starts between Delete and Undo', async () => {
    const database = createDatabase('test')
    const storage = createBrowserStorage(database)
    await createIdbCache(database).write('toy[A]@v1', { value: 1, rows: null, checks: [] })
    const record = await createIdbRunStore(database).append(draft('old', ['v1']))
    await storage.deleteRun('old')
    expect(await createBrowserStorage(database).listRuns()).toEqual([])
    await storage.restoreRun(record)
    expect(await storage.listRuns()).toEqual([record])
    expect(await storage.readValue('toy[A]@v1')).toBe(1)
  })
})

describe('the desk', () => {
  test('comes back with the bytes of its files, and forgets files that left it', async () => {
    const database = createDatabase('test')
    const blob = new Blob(['a,b\n1,2\n'])
    const source = { ...toySource(['A']), file: { kind: 'blob', name: 'm.csv', blob } } as const
    await writeDesk(database, { sources: [source], configuration: emptyConfiguration })
    const desk = await readDesk(database)
    expect(desk?.sources).toHaveLength(1)
    const [{ file }] = desk?.sources ?? []
    expect(file.kind === 'blob' && (await new Response(file.blob).text())).toBe('a,b\n1,2\n')
    await writeDesk(database, { sources: [], configuration: emptyConfiguration })
    expect(await database.run('files', (db) => db.getAllKeys('files'))).toEqual([])
  })

  test('there is none at first', async () => {
    expect(await readDesk(createDatabase('test'))).toBeNull()
  })
})

describe('the storage of the page', () => {
  test('reads values by address, runs, and how much is used', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 12 }) } })
    const database = createDatabase('test')
    const storage = createBrowserStorage(database)
    await createIdbCache(database).write('a@1', { value: { k: 2 }, rows: null, checks: [] })
    const record = await createIdbRunStore(database).append(draft('r'))
    expect(await storage.readValue('a@1')).toEqual({ k: 2 })
    expect(await storage.readValue('b@1')).toBeNull()
    expect(await storage.listVersions()).toEqual(['a@1'])
    expect(await storage.listRuns()).toEqual([record])
    expect(await storage.usedBytes()).toBe(12)
  })

  test('does not know how much is used on plain http', async () => {
    vi.stubGlobal('navigator', {})
    expect(await createBrowserStorage(createDatabase('test')).usedBytes()).toBeNull()
  })
})

describe('a storage that fails', () => {
  test('F-62 quota exceeded says that nothing was saved and what to do', async () => {
    const quota = new DOMException('full', 'QuotaExceededError')
    const database = createDatabase('test')
    const failed = database.run('toy@v', () => Promise.reject(quota))
    await expect(failed).rejects.toMatchObject({
      failure: { code: 'storage_full', path: 'toy@v', hint: expect.stringContaining('Delete') },
    })
  })

  test('F-62 a transaction that aborts after its puts succeeded is a failed write', async () => {
    const database = createDatabase('test')
    const aborted = database.run('values', async (db) => {
      const tx = db.transaction('values', 'readwrite')
      await tx.store.put(1, 'a@1')
      tx.abort()
      await tx.done
    })
    await expect(aborted).rejects.toMatchObject({ failure: { code: 'storage_aborted' } })
    expect(await createIdbCache(database).list()).toEqual([])
  })

  test('F-67 a lost connection is opened once more and the work repeated', async () => {
    const database = createDatabase('test')
    let nTries = 0
    const answer = await database.run('values', async (db) => {
      nTries += 1
      if (nTries === 1) db.close()
      return db.getAllKeys('values')
    })
    expect(answer).toEqual([])
    expect(nTries).toBe(2)
  })

  test('F-64 gives way to a newer version at once, and then says that it is older', async () => {
    const database = createDatabase('test')
    const cache = createIdbCache(database)
    await cache.write('a@1', { value: 1, rows: null, checks: [] })
    const newer = await openDB('test', 3)
    await expect(cache.list()).rejects.toMatchObject({ failure: { code: 'storage_newer' } })
    newer.close()
  })

  test('F-63 a browser without IndexedDB is a failure in words', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(createIdbCache(createDatabase('test')).list()).rejects.toMatchObject({
      failure: { code: 'storage_failed' },
    })
  })

  test('any other error keeps its own words', () => {
    expect(storageError(new Error('disk on fire'), 'x').failure.message).toContain('disk on fire')
    expect(storageError('odd', 'x').failure.code).toBe('storage_failed')
  })
})
