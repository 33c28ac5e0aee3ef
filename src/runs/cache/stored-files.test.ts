import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { profileOf } from '../../files/testing/profile-of'
import type { Source } from '../contract'
import { freshStorage, pendingRun } from '../testing/fresh-storage'
import { textColumn, toySource } from '../testing/toy-run'
import { createDatabase } from './database'
import { listPending, writePending } from './idb-pending'
import { readDesk, writeDesk } from './workspace'

beforeEach(freshStorage)
afterEach(() => {
  vi.restoreAllMocks()
})

const configuration = emptyConfiguration
const small = toySource(['A'])
const large = sourceOf('sales.csv', 1.5e9)

/** A file that says it has so many bytes. */
function sourceOf(name: string, size: number): Source {
  const blob = new Blob(['0'])
  Object.defineProperty(blob, 'size', { value: size })
  const profile = profileOf([textColumn('store', ['1'])], { digest: name, size })
  return toySource(null, { id: name, name, file: { kind: 'blob', name, blob }, profile })
}

/** Bytes of files are refused, as by a disk that has room for little else. */
function refuseBytes(): void {
  const real: unknown = Reflect.get(IDBObjectStore.prototype, 'put')
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === 'files') throw new DOMException('full', 'QuotaExceededError')
    if (typeof real !== 'function') throw new TypeError('no put')
    return Reflect.apply(real, this, args)
  })
}

describe('the bytes of a large file', () => {
  test('are not copied; all else of it is kept, and that is told', async () => {
    const database = createDatabase('test')
    const notCopied = await writeDesk(database, { sources: [small, large], configuration })
    expect(notCopied).toEqual(['sales.csv'])
    const desk = await readDesk(createDatabase('test'))
    expect(desk?.sources.map(({ name }) => name)).toEqual(['metrics.csv'])
    const { file: _file, ...lost } = large
    expect(desk?.lostSources).toEqual([lost])
  })

  test('stay away however often the desk is written', async () => {
    const database = createDatabase('test')
    await writeDesk(database, { sources: [large], configuration })
    const desk = await readDesk(database)
    if (desk === null) throw new Error('no desk')
    expect(await writeDesk(database, desk)).toEqual([])
    expect(await readDesk(database)).toEqual(desk)
  })

  test('keep no run from starting; after a reload it waits for the file', async () => {
    const database = createDatabase('test')
    await writePending(database, pendingRun('run-1', {}, { sources: [small, large] }))
    const [found] = await listPending(database)
    expect(found.request.sources).toHaveLength(1)
    expect(found.lostSources.map(({ name }) => name)).toEqual(['sales.csv'])
  })
})

describe('F-62 a browser with no room for the bytes of files', () => {
  test('keeps the rest of the desk, and tells of which files there is no copy', async () => {
    refuseBytes()
    const database = createDatabase('test')
    const notCopied = await writeDesk(database, { sources: [small], configuration })
    expect(notCopied).toEqual([small.profile.digest])
    expect((await readDesk(database))?.lostSources).toHaveLength(1)
  })

  test('starts a run all the same', async () => {
    refuseBytes()
    const database = createDatabase('test')
    await writePending(database, pendingRun('run-1'))
    expect((await listPending(database))[0].lostSources).toHaveLength(1)
  })
})
