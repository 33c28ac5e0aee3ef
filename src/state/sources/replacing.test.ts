import { describe, expect, test, vi } from 'vitest'
import type { InspectResult } from '../../runs/contract'
import { createAppState } from '../app-state'
import { keptSources, readySources, selectReadiness } from '../selectors'
import { fakeServices } from '../testing/fake-services'
import { realServices } from '../testing/real-services'
import { namedFile, withFiles } from '../testing/with-files'

const file = (name: string, text: string) => ({ name, blob: new Blob([text]) })
const rows = 'store_id,rent,city\n1,2,Ames\n2,3,Boone\n3,4,Clive\n'

async function visit() {
  const { services } = realServices()
  const app = createAppState(services)
  const state = () => app.getState()
  await state().addFiles([file('market.csv', rows)])
  const entry = () => {
    const [first] = state().entries
    if (first?.status !== 'ready') throw new Error('market.csv is not read')
    return first
  }
  return { state, entry }
}

describe('a file that takes the place of another', () => {
  test('keeps role, columns and options, and what differs is said', async () => {
    const { state, entry } = await visit()
    await state().readAgain(entry().id, { nullTokens: ['x'] })
    state().setColumn(entry().id, 'store', 'city')
    const before = entry()
    const next = 'store_id,city,sales\n1,Ames,x\n2,Boone,3\n9,Dyer,3\n8,Elgin,4\n'
    await state().addFiles([file('market.csv', next)])
    expect(entry()).toMatchObject({
      id: before.id,
      overrides: { nullTokens: ['x'] },
      source: { role: 'external', columns: { store: 'city' } },
      change: {
        isSameBytes: false,
        nRows: { before: 3, now: 4 },
        columns: { gone: ['rent'], added: ['sales'] },
        lost: [],
        stores: { nGone: 1, nNew: 2 },
      },
    })
    expect(entry().source.profile.columns.at(-1)?.nMissing).toBe(1)
  })

  test('without a column in use asks for it instead of guessing another', async () => {
    const { state, entry } = await visit()
    await state().addFiles([file('market.csv', 'shop_id,rent\n1,2\n2,3\n')])
    expect(entry().change?.lost).toEqual([{ need: 'store', name: 'store_id' }])
    expect(entry().source.columns.store).toBeNull()
    expect(selectReadiness(state()).sentence).toContain('Choose the store column of market.csv')
  })

  test('may have any name; the file before can be brought back', async () => {
    const { state, entry } = await visit()
    const before = entry()
    await state().replaceFile(before.id, new Blob(['store_id,rent\n7,2\n']))
    expect(entry().name).toBe('market.csv')
    expect(entry().source.profile.nRows).toBe(1)
    state().bringBack(before)
    expect(entry()).toEqual(before)
  })

  test('that cannot be read leaves the one before at hand, also over a reload', async () => {
    const { state, entry } = await visit()
    const before = entry()
    await state().addFiles([file('market.csv', '%PDF-1.7')])
    const [failed] = state().entries
    expect(failed).toMatchObject({ status: 'failed', before: { id: before.id } })
    expect(readySources(state())).toEqual([])
    expect(keptSources(state())).toEqual([before.source])
    state().bringBack(before)
    expect(readySources(state())).toEqual([before.source])
  })
})

describe('what is dropped together', () => {
  test('two files of one name are two files', async () => {
    const { state } = await visit()
    await state().addFiles([file('a.csv', rows), file('a.csv', rows), file('a', rows)])
    expect(state().entries.map(({ name }) => name)).toEqual([
      'market.csv',
      'a.csv',
      'a (2).csv',
      'a',
    ])
  })

  test('a folder is named as one, with a next step', async () => {
    const { state } = await visit()
    await state().addFiles([{ name: 'sales', blob: new Blob([]), isFolder: true }])
    expect(state().entries.at(-1)).toMatchObject({
      status: 'failed',
      failure: { code: 'is_a_folder', message: 'sales is a folder.' },
    })
  })

  test.each([
    ['empty.csv', ''],
    ['header.csv', 'store_id,rent\n'],
  ])('%s is a failure that says why, and the others are read', async (name, text) => {
    const { state } = await visit()
    await state().addFiles([file(name, text), file('more.csv', rows)])
    expect(state().entries.map(({ status }) => status)).toEqual(['ready', 'failed', 'ready'])
  })
})

describe('reading that is stopped', () => {
  /** A client whose passes end when the test says so, or when they are stopped. */
  function slowClient() {
    const passes: { name: string; answer: (result: InspectResult) => void }[] = []
    const cutOff = { code: 'reading_stopped', message: 'Stopped.', path: '', hint: '' }
    return {
      passes,
      inspect: ({ name }: { readonly name: string }) =>
        new Promise<InspectResult>((answer) => passes.push({ name, answer })),
      stopReading: vi.fn(() => {
        for (const { answer } of passes) answer({ ok: false, failure: cutOff })
      }),
    }
  }

  test('leaves a new file as stopped, and the next one is read', async () => {
    const { inspect, stopReading, passes } = slowClient()
    const services = fakeServices({ inspect, stopReading })
    const app = createAppState(services)
    const adding = app.getState().addFiles([namedFile('market.csv'), namedFile('metrics.csv')])
    app.getState().stopReading('id-1')
    await vi.waitFor(() => expect(passes.map(({ name }) => name)).toContain('metrics.csv'))
    const metrics = { kind: 'blob', ...namedFile('metrics.csv') } as const
    passes.at(-1)?.answer(await fakeServices().client.inspect(metrics, {}, () => undefined))
    await adding
    expect(app.getState().entries).toMatchObject([
      { status: 'failed', failure: { code: 'reading_stopped' } },
      { status: 'ready' },
    ])
  })

  test('of a file that was read before leaves it as it stood', async () => {
    const { services, state } = await withFiles()
    const [before] = state().entries
    const slow = slowClient()
    vi.spyOn(services.client, 'inspect').mockImplementation(slow.inspect)
    vi.spyOn(services.client, 'stopReading').mockImplementation(slow.stopReading)
    const adding = state().addFiles([namedFile('metrics.csv')])
    expect(state().entries[0]?.status).toBe('reading')
    state().stopReading('id-1')
    await adding
    expect(state().entries[0]).toEqual(before)
  })

  test('ends the thread only for a file that it is at, and another file is read anew', async () => {
    const { inspect, stopReading, passes } = slowClient()
    const app = createAppState(fakeServices({ inspect, stopReading }))
    const first = app.getState().addFiles([namedFile('market.csv')])
    const second = app.getState().addFiles([namedFile('metrics.csv')])
    app.getState().stopReading('id-1')
    await vi.waitFor(() => expect(passes).toHaveLength(3))
    expect(passes.map(({ name }) => name)).toEqual(['market.csv', 'metrics.csv', 'metrics.csv'])
    app.getState().stopReading('id-2')
    await Promise.all([first, second])
    expect(stopReading).toHaveBeenCalledTimes(2)
  })
})
