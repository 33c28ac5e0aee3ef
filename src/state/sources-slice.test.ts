import { describe, expect, test } from 'vitest'
import type { InspectResult } from '../runs/contract'
import { createAppState } from './app-state'
import { readySources, selectReadiness } from './selectors'
import { fakeServices } from './testing/fake-services'
import { namedFile as file, withFiles } from './testing/with-files'

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

  test('says which file is missing', async () => {
    const app = createAppState(fakeServices())
    expect(selectReadiness(app.getState()).can).toBe('none')
    await app.getState().addFiles([file('market.csv')])
    expect(selectReadiness(app.getState()).can).toBe('external')
  })
})
