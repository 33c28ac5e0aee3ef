import { describe, expect, test, vi } from 'vitest'
import type { InspectResult } from '../../runs/contract'
import { createAppState } from '../app-state'
import { readySources, selectReadiness } from '../selectors'
import { fakeServices } from '../testing/fake-services'
import { namedFile as file, withFiles } from '../testing/with-files'

describe('files on the desk', () => {
  test('are read, understood and given a role', async () => {
    const { state } = await withFiles()
    expect(readySources(state()).map(({ name, role }) => [name, role])).toEqual([
      ['metrics.csv', 'store_metrics'],
      ['market.csv', 'external'],
    ])
    expect(selectReadiness(state())).toEqual({ can: 'full', sentence: '' })
  })

  test('a file that cannot be read stays with its reason and takes no part', async () => {
    const { state } = await withFiles()
    await state().addFiles([file('broken.csv')])
    expect(state().entries.at(-1)).toMatchObject({ status: 'failed', failure: { code: 'no_rows' } })
    expect(readySources(state())).toHaveLength(2)
  })

  test('a file of a name that is there takes its place', async () => {
    const { state } = await withFiles()
    const [{ id }] = state().entries
    await state().addFiles([file('metrics.csv')])
    expect(state().entries.map((entry) => entry.id)).toEqual([id, 'id-2'])
  })

  test('a file that was removed while it was read does not come back', async () => {
    let answer: (result: InspectResult) => void = () => undefined
    const inspect = () => new Promise<InspectResult>((resolve) => (answer = resolve))
    const app = createAppState(fakeServices({ inspect }))
    const adding = app.getState().addFiles([file('a.csv')])
    app.getState().removeSource('id-1')
    const failure = { code: 'x', message: '', path: '', hint: '' }
    answer({ ok: false, failure })
    await adding
    expect(app.getState().entries).toEqual([])
  })

  test('progress that comes after the answer does not take the file back to being read', async () => {
    const services = fakeServices()
    const { inspect } = services.client
    let tellLate = () => undefined as void
    vi.spyOn(services.client, 'inspect').mockImplementation((opened, overrides, report) => {
      tellLate = () => report(9, 9)
      return inspect(opened, overrides, report)
    })
    const { state } = await withFiles(services)
    tellLate()
    expect(state().entries.map(({ status }) => status)).toEqual(['ready', 'ready'])
  })

  test('reading again keeps the role, the columns and the options chosen before', async () => {
    const services = fakeServices()
    const inspect = vi.spyOn(services.client, 'inspect')
    const { state } = await withFiles(services)
    state().setRole('id-1', 'external')
    await state().readAgain('id-1', { delimiter: ';' })
    await state().readAgain('id-1', { encoding: 'utf-16le' })
    expect(inspect.mock.lastCall?.[1]).toEqual({ delimiter: ';', encoding: 'utf-16le' })
    expect(readySources(state())[0]).toMatchObject({
      role: 'external',
      columns: { store: 'store_id', category: 'category' },
    })
  })

  test('a file of the disk keeps when it was last written, also when it is read again', async () => {
    const { state } = await withFiles()
    const bytes = new File(['x'], 'dated.csv', { lastModified: 86_400_000 })
    await state().addFiles([{ name: 'dated.csv', blob: bytes }])
    const dated = () => readySources(state()).find(({ name }) => name === 'dated.csv')
    expect(dated()?.modifiedAt).toBe(86_400_000)
    const stored = dated()
    if (stored === undefined || stored.file.kind !== 'blob') throw new Error('not on the desk')
    state().restoreSources([{ ...stored, file: { ...stored.file, blob: new Blob(['x']) } }])
    await state().readAgain(stored.id, { delimiter: ';' })
    expect(dated()?.modifiedAt).toBe(86_400_000)
  })

  test('bytes that were made here have no age', async () => {
    const { state } = await withFiles()
    for (const source of readySources(state())) expect(source).not.toHaveProperty('modifiedAt')
  })

  test('a role or column chosen by a person is said to be chosen', async () => {
    const { state } = await withFiles()
    const reasonOf = () => state().entries.map((entry) => entry.status === 'ready' && entry.reason)
    state().setRole('id-2', 'store_metrics')
    expect(reasonOf()).toEqual([
      'Category column: category, chosen by you.',
      'You chose what this file is.',
    ])
  })

  test('a column that nobody named, or two files of one role, keep a run from starting', async () => {
    const { state } = await withFiles()
    state().setColumn('id-1', 'store', null)
    expect(selectReadiness(state())).toEqual({
      can: 'none',
      sentence: 'Choose the store column of metrics.csv to run',
    })
    state().setColumn('id-1', 'store', 'store_id')
    state().setRole('id-2', 'store_metrics')
    expect(selectReadiness(state())).toEqual({
      can: 'none',
      sentence: '2 files claim to be a store metrics file: remove or change all but one to run',
    })
  })

  test('sample stores that cannot be made are a failure that is told, and nothing is lost', async () => {
    const makeSample = () => Promise.reject(new Error('the script is not there'))
    const { state } = await withFiles({ ...fakeServices(), makeSample })
    expect(await state().addSample()).toBe(false)
    expect(state().runFailure?.message).toBe('the script is not there')
    expect(readySources(state())).toHaveLength(2)
  })

  test('says which file is missing', async () => {
    const app = createAppState(fakeServices())
    expect(selectReadiness(app.getState()).can).toBe('none')
    await app.getState().addFiles([file('market.csv')])
    expect(selectReadiness(app.getState()).can).toBe('external')
  })
})
