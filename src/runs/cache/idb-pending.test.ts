import { beforeEach, describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { draft, freshStorage, pendingRun } from '../testing/fresh-storage'
import { createDatabase } from './database'
import { listPending, removePending, writePending } from './idb-pending'
import { createIdbRunStore } from './idb-run-store'
import { writeDesk } from './workspace'

beforeEach(freshStorage)

const noDesk = { sources: [], configuration: emptyConfiguration }

describe('F-80 a run that has started and is not over', () => {
  test('is found with all that it needs to be started again, bytes too', async () => {
    const run = pendingRun('run-1', { nResumes: 2 })
    await writePending(createDatabase('test'), run)
    const [found] = await listPending(createDatabase('test'))
    expect(found).toMatchObject({ startedAt: 1000, nResumes: 2, lock: 'lock run-1' })
    expect(found.lostSources).toEqual([])
    expect(found.request.configuration).toEqual(run.request.configuration)
    const [{ file }] = found.request.sources
    expect(file.kind === 'blob' && (await file.blob.text())).toBe('0123456789')
  })

  test('is no longer pending once its record is kept, by the same transaction', async () => {
    const database = createDatabase('test')
    await writePending(database, pendingRun('run-1'))
    await writePending(database, pendingRun('run-2'))
    await createIdbRunStore(database).append(draft('run-1'))
    expect((await listPending(database)).map(({ request }) => request.runId)).toEqual(['run-2'])
  })

  test('keeps the bytes of its files also when they leave the desk', async () => {
    const database = createDatabase('test')
    await writePending(database, pendingRun('run-1'))
    await writeDesk(database, noDesk)
    expect((await listPending(database))[0].request.sources).toHaveLength(1)
    await removePending(database, 'run-1')
    await writeDesk(database, noDesk)
    expect(await database.run('files', (db) => db.getAllKeys('files'))).toEqual([])
  })

  test('says which file is lost, and loses none of them when it is written again', async () => {
    const database = createDatabase('test')
    await writePending(database, pendingRun('run-1'))
    await database.run('files', (db) => db.clear('files'))
    const [found] = await listPending(database)
    expect(found.request.sources).toEqual([])
    expect(found.lostSources.map(({ name }) => name)).toEqual(['metrics.csv'])
    await removePending(database, 'run-1')
    await writePending(database, found)
    expect(await listPending(database)).toEqual([found])
  })
})
