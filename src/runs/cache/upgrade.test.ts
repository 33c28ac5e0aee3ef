import { openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { draft, freshStorage } from '../testing/fresh-storage'
import { toySource } from '../testing/toy-run'
import { createBrowserStorage } from './browser-storage'
import { createDatabase } from './database'
import { createIdbRunStore } from './idb-run-store'
import { withoutBytes } from './stored-files'

beforeEach(freshStorage)

const kept = { ...draft('kept', ['v1']), seq: 1 }
const gone = { ...draft('gone', ['v2']), seq: 2 }

/** The database as version 1 of the page left it: records wrapped, one of them deleted. */
async function version1(records: readonly (readonly [string, unknown])[]): Promise<void> {
  const db = await openDB('test', 1, {
    upgrade: (old) => {
      for (const store of ['values', 'summaries', 'runs', 'workspace', 'files'])
        old.createObjectStore(store)
    },
  })
  for (const [id, wrapped] of records) await db.put('runs', wrapped, id)
  for (const address of ['toy[A]@v1', 'toy[A]@v2']) {
    await db.put('values', { address }, address)
    await db.put('summaries', { rows: 1, checks: [] }, address)
  }
  const source = toySource(['A'])
  await db.put('files', new Blob(['a,b\n1,2\n']), source.profile.digest)
  const desk = { sources: [withoutBytes(source)], configuration: emptyConfiguration }
  await db.put('workspace', desk, 'desk')
  db.close()
}

describe('F-66 a database of version 1', () => {
  test('keeps its runs, values, files and settings', async () => {
    await version1([['kept', { record: kept, isDeleted: false }]])
    const storage = createBrowserStorage(createDatabase('test'))
    expect(await storage.listRuns()).toEqual([kept])
    expect(await storage.readValue('toy[A]@v1')).toEqual({ address: 'toy[A]@v1' })
    const desk = await storage.readWorkspace()
    expect(desk?.sources.map(({ name }) => name)).toEqual(['metrics.csv'])
    expect(desk?.configuration).toEqual(emptyConfiguration)
  })

  test('goes on counting, and evicts nothing that an old run names', async () => {
    await version1([['kept', { record: kept, isDeleted: false }]])
    const database = createDatabase('test')
    const next = await createIdbRunStore(database).append(draft('next', ['v2']))
    expect(next.seq).toBe(2)
    await createBrowserStorage(database).endRuns([])
    const versions = await createBrowserStorage(database).listVersions()
    expect(versions.toSorted()).toEqual(['toy[A]@v1', 'toy[A]@v2'])
  })

  test('ends the runs that were deleted in it, at the first start', async () => {
    await version1([
      ['kept', { record: kept, isDeleted: false }],
      ['gone', { record: gone, isDeleted: true }],
    ])
    const storage = createBrowserStorage(createDatabase('test'))
    expect(await storage.listRuns()).toEqual([kept])
    expect(await storage.listVersions()).toEqual(['toy[A]@v1'])
  })

  test('stays as it was when the upgrade fails half-way, and says so', async () => {
    const broken = { record: { id: 'x', seq: 3 }, isDeleted: false }
    await version1([
      ['kept', { record: kept, isDeleted: false }],
      ['x', broken],
    ])
    await expect(createIdbRunStore(createDatabase('test')).list()).rejects.toMatchObject({
      failure: { code: 'storage_failed' },
    })
    const db = await openDB('test')
    expect(db.version).toBe(1)
    expect(await db.get('runs', 'kept')).toEqual({ record: kept, isDeleted: false })
    expect([...db.objectStoreNames]).not.toContain('marks')
    db.close()
  })
})
