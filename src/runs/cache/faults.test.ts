import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AssetError } from '../../assets/failure'
import { emptyConfiguration } from '../../config/configuration'
import { draft, freshStorage, pendingRun } from '../testing/fresh-storage'
import { toySource } from '../testing/toy-run'
import { createBrowserStorage } from './browser-storage'
import { createDatabase } from './database'
import { createIdbCache } from './idb-cache'
import { createIdbLogStore } from './idb-log-store'
import { createIdbRunStore } from './idb-run-store'

beforeEach(freshStorage)
afterEach(() => {
  vi.restoreAllMocks()
})

const entry = { value: [1, 2], rows: 2, checks: [] }
const line = { at: 1, level: 'info', key: null, partition: null, message: 'Hello.' } as const

/** All that a page does in a visit: two runs, marks, a deletion, its Undo, and making room. */
const visit: readonly ((name: string) => Promise<unknown>)[] = [
  (name) => storageOf(name).writeWorkspace({ sources: [toySource(['A'])], ...settings }),
  (name) => storageOf(name).writePending(pendingRun('b', { addresses: ['toy[A]@b'] })),
  (name) => createIdbCache(createDatabase(name)).write('toy[A]@b', entry),
  (name) => createIdbLogStore(createDatabase(name)).write('b', [line]),
  (name) => createIdbRunStore(createDatabase(name)).append(draft('b', ['b'])),
  (name) => storageOf(name).changeMark('b', { standing: 'baseline' }),
  (name) => storageOf(name).deleteRun('a'),
  (name) => storageOf(name).restoreRun({ ...draft('a', ['a']), seq: 1 }),
  (name) => storageOf(name).deleteRun('a'),
  (name) => storageOf(name).endRuns(['a']),
]
const settings = { configuration: emptyConfiguration }

function storageOf(name: string) {
  return createBrowserStorage(createDatabase(name))
}

/** A run that was there before, marked as the baseline. */
async function before(name: string): Promise<void> {
  await createIdbCache(createDatabase(name)).write('toy[A]@a', entry)
  await createIdbRunStore(createDatabase(name)).append(draft('a', ['a']))
  await storageOf(name).changeMark('a', { standing: 'baseline' })
}

const methods = ['put', 'delete', 'get', 'getAll', 'getAllKeys', 'getKey'] as const

type Fault = { readonly kind: string; readonly isAbort: boolean }

const kinds: readonly Fault[] = [
  { kind: 'QuotaExceededError', isAbort: false },
  { kind: 'UnknownError', isAbort: false },
  { kind: 'AbortError', isAbort: true },
]

/** Makes the k-th request fail: refused, or its whole transaction given up after it. */
function failAt(k: number, { kind, isAbort }: Fault): { readonly nCalls: () => number } {
  let nCalls = 0
  for (const name of methods) {
    const real = IDBObjectStore.prototype[name]
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof real>
    ) {
      nCalls += 1
      if (nCalls !== k) return Reflect.apply(real, this, args)
      if (!isAbort) throw new DOMException('injected', kind)
      const request = Reflect.apply(real, this, args)
      this.transaction.abort()
      return request
    })
  }
  return { nCalls: () => nCalls }
}

/** Does the visit; every failure has to be in words, and the rest goes on. */
async function visitOnce(name: string): Promise<readonly AssetError[]> {
  const failures: AssetError[] = []
  for (const step of visit)
    try {
      await step(name)
    } catch (error) {
      if (!(error instanceof AssetError)) throw error
      failures.push(error)
    }
  return failures
}

/** What holds of the storage after any fault, as the next start finds it. */
async function expectWhole(name: string): Promise<void> {
  const storage = storageOf(name)
  const runs = await storage.listRuns()
  const versions = new Set(await storage.listVersions())
  for (const { assets } of runs)
    for (const { dataVersion } of assets) {
      const address = `toy[A]@${dataVersion}`
      if (!versions.has(address)) expect(dataVersion).toBe('b')
      else expect(await storage.readValue(address)).toEqual([1, 2])
    }
  const seqs = runs.map(({ seq }) => seq)
  expect(new Set(seqs).size).toBe(seqs.length)
  const marks = [...(await storage.readMarks()).values()]
  expect(marks.filter(({ standing }) => standing === 'baseline').length).toBeLessThanOrEqual(1)
  const pending = (await storage.listPending()).map(({ request }) => request.runId)
  expect(runs.some(({ id }) => pending.includes(id))).toBe(false)
  const raw = createDatabase(name)
  const [values, summaries] = await raw.run('raw', (db) =>
    Promise.all([db.getAllKeys('values'), db.getAllKeys('summaries')]),
  )
  expect(values).toEqual(summaries)
}

describe('F-62 F-67 the k-th call of the storage fails, for every k', () => {
  test.each(kinds)('$kind: told in words, and nothing half-written is listed', async (fault) => {
    await before('count')
    const counter = failAt(Infinity, fault)
    expect(await visitOnce('count')).toEqual([])
    const nCalls = counter.nCalls()
    expect(nCalls).toBeGreaterThan(40)
    vi.restoreAllMocks()
    for (let k = 1; k <= nCalls; k++) {
      const name = `fault ${k}`
      await before(name)
      failAt(k, fault)
      await visitOnce(name)
      vi.restoreAllMocks()
      await expectWhole(name)
    }
  })
})
