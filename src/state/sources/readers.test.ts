import { describe, expect, test, vi } from 'vitest'
import { sourceVersionOf } from '../../runs/version'
import { createAppState } from '../app-state'
import { openDesk } from '../desk'
import { readySources } from '../selectors'
import { fakeServices } from '../testing/fake-services'
import { realServices } from '../testing/real-services'

const market = 'store_id;rent;city\n001;1,5;Ames\n002;2,5;Boone\n003;3,5;Clive\n'
const file = (name: string, text: string) => ({ name, blob: new Blob([text]) })

/** A visit with a market file on the desk, read by the real reader. */
async function visit() {
  const { services } = realServices()
  const app = createAppState(services)
  const state = () => app.getState()
  await state().addFiles([file('market.csv', market)])
  const entry = () => {
    const [first] = state().entries
    if (first?.status !== 'ready') throw new Error('market.csv is not read')
    return first
  }
  const names = () => entry().source.profile.columns.map(({ name }) => name)
  const reader = () => state().configuration.readers[0]
  return { services, app, state, entry, names, reader }
}

describe('the readers of the configuration', () => {
  test('are filled by dropping files, without a step of undo', async () => {
    const { state } = await visit()
    expect(state().configuration.readers).toEqual([
      {
        name: 'market',
        role: 'external',
        path: 'market.csv',
        options: {},
        columns: { store: 'store_id' },
      },
    ])
    expect(state().past).toEqual([])
  })

  test('hold what a person fixed by hand; undo reads the file as before, redo as chosen', async () => {
    const { state, entry, names, reader } = await visit()
    await state().readAgain(entry().id, { delimiter: ',' })
    expect(reader()?.options).toEqual({ delimiter: ',' })
    expect(names()).not.toContain('rent')
    state().undo()
    await vi.waitFor(() => expect(names()).toEqual(['store_id', 'rent', 'city']))
    expect(reader()).toMatchObject({ options: {}, columns: { store: 'store_id' } })
    state().redo()
    await vi.waitFor(() => expect(names()).not.toContain('rent'))
    expect(entry().overrides).toEqual({ delimiter: ',' })
  })

  test('a choice given back to the guess leaves nothing behind', async () => {
    const { state, entry, names, reader } = await visit()
    await state().readAgain(entry().id, { delimiter: ',', skipLines: 1 })
    await state().readAgain(entry().id, { delimiter: undefined, skipLines: undefined })
    expect(reader()?.options).toEqual({})
    expect(names()).toEqual(['store_id', 'rent', 'city'])
  })

  test('role and columns chosen by hand are a step of undo too', async () => {
    const { state, entry, reader } = await visit()
    state().setRole(entry().id, 'store_metrics')
    state().setColumn(entry().id, 'store', 'city')
    expect(reader()).toMatchObject({ role: 'store_metrics', columns: { store: 'city' } })
    state().undo()
    state().undo()
    expect(entry().source).toMatchObject({ role: 'external', columns: { store: 'store_id' } })
  })

  test('are kept over a reload', async () => {
    const { services: real, app, state, entry } = await visit()
    const { storage, kept } = fakeServices()
    const services = { ...real, storage }
    const stop = await openDesk(app, services)
    await state().readAgain(entry().id, { nullTokens: ['x'] })
    state().setColumn(entry().id, 'store', 'city')
    await vi.waitFor(() => expect(kept.workspace?.sources[0]?.columns.store).toBe('city'))
    stop()
    const inspect = vi.spyOn(services.client, 'inspect')
    const reloaded = createAppState(services)
    await openDesk(reloaded, services)
    expect(reloaded.getState().entries).toEqual(state().entries)
    expect(reloaded.getState().entries[0]).toMatchObject({ overrides: { nullTokens: ['x'] } })
    expect(inspect).not.toHaveBeenCalled()
  })

  test('of a YAML text are what a file dropped later is read by', async () => {
    const { services } = realServices()
    const state = () => app.getState()
    const app = createAppState(services)
    await state().importText(
      'settings.yaml',
      'readers:\n  m: { role: store_metrics, config: { path: data/market.csv, null_tokens: [Ames] }, columns: { store: city } }\n',
    )
    await state().addFiles([file('market.csv', market)])
    expect(state().entries[0]).toMatchObject({
      overrides: { nullTokens: ['Ames'] },
      source: { role: 'store_metrics', columns: { store: 'city' } },
    })
    expect(state().configuration.readers).toMatchObject([{ name: 'm', path: 'data/market.csv' }])
  })

  test('of a YAML text change files that are on the desk', async () => {
    const { state, entry, names } = await visit()
    const text =
      'readers:\n  market: { role: external, config: { path: market.csv, delimiter: "," } }\n'
    await state().editText(text)
    await vi.waitFor(() => expect(names()).not.toContain('rent'))
    expect(entry().overrides).toEqual({ delimiter: ',' })
  })

  test('a configuration without readers leaves the files as they are and learns of them', async () => {
    const { state, entry, reader } = await visit()
    await state().readAgain(entry().id, { nullTokens: ['x'] })
    await state().importText('other.yaml', 'job_params: { n_init: 3 }\n')
    expect(entry().overrides).toEqual({ nullTokens: ['x'] })
    expect(reader()?.options).toEqual({ null_tokens: ['x'] })
  })

  test('a choice that says what was guessed makes no other version of the file', async () => {
    const { services, state, entry } = await visit()
    const versionNow = () => sourceVersionOf(entry().source, services.hash)
    const guessed = versionNow()
    await state().readAgain(entry().id, { delimiter: ';' })
    expect(entry().overrides).toEqual({ delimiter: ';' })
    expect(versionNow()).toBe(guessed)
    await state().readAgain(entry().id, { nullTokens: ['Ames'] })
    expect(versionNow()).not.toBe(guessed)
  })

  test('leave with their file, and come back with it', async () => {
    const { state, entry } = await visit()
    await state().readAgain(entry().id, { nullTokens: ['x'] })
    const before = entry()
    state().removeSource(before.id)
    expect(state().configuration.readers).toEqual([])
    state().putBackSource(before)
    expect(state().configuration.readers[0]?.options).toEqual({ null_tokens: ['x'] })
  })
})

describe('a desk of an earlier version of the app', () => {
  /** Profiles of then knew no format, account, guess or sheets. */
  async function oldDesk(text: string, options: object) {
    const { services, state, entry } = await visit()
    const { profile, ...source } = entry().source
    const { account: _a, guess: _g, sheets: _s, ...known } = profile
    const old = {
      ...source,
      file: { kind: 'blob', name: source.name, blob: new Blob([text]) } as const,
      profile: { ...known, options },
    }
    // @ts-expect-error -- what was written then lacks what is written now
    state().restoreSources([old])
    await vi.waitFor(() => expect(state().entries[0]?.status).toBe('ready'))
    return { services, state, entry }
  }
  const optionsOfThen = { encoding: 'utf-8', delimiter: ';', quote: '"', skipLines: 0 }

  test('is read again instead of failing; roles and columns stay', async () => {
    const { state, entry } = await oldDesk(market, optionsOfThen)
    expect(entry().source.profile.account.nData).toBe(3)
    expect(entry().source).toMatchObject({ role: 'external', columns: { store: 'store_id' } })
    expect(readySources(state())).toHaveLength(1)
  })

  test('is read with the options of then where the guess of now loses a column in use', async () => {
    const hidden = 'a,b,c\nstore_id,rent,city\n1,2,Ames\n2,3,Boone\n3,4,Clive\n'
    const { entry } = await oldDesk(hidden, { ...optionsOfThen, delimiter: ',', skipLines: 1 })
    expect(entry().overrides).toMatchObject({ skipLines: 1 })
    expect(entry().source.columns.store).toBe('store_id')
  })
})
