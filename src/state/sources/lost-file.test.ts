import { describe, expect, test, vi } from 'vitest'
import { createAppState } from '../app-state'
import { openDesk } from '../desk'
import { readySources, selectReadiness } from '../selectors'
import { fakeServices } from '../testing/fake-services'
import { namedFile, withFiles } from '../testing/with-files'

/** A desk whose market file was too large to copy, after a reload; its column was chosen by hand. */
async function afterReload() {
  const services = fakeServices()
  const { app, state } = await withFiles(services)
  state().setRole('id-2', 'store_metrics')
  const [metrics, market] = readySources(app.getState())
  if (metrics === undefined || market === undefined) throw new Error('not read')
  const { file: _file, ...lost } = market
  const { configuration } = state()
  services.kept.workspace = { sources: [metrics], lostSources: [lost], configuration }
  const reloaded = createAppState(services)
  const stop = await openDesk(reloaded, services)
  return { services, stop, market, state: () => reloaded.getState() }
}

describe('a file of which this browser keeps no copy', () => {
  test('is still on the desk after a reload, to be chosen again, and takes no part', async () => {
    const { state } = await afterReload()
    expect(state().entries.map(({ name, status }) => [name, status])).toEqual([
      ['metrics.csv', 'ready'],
      ['market.csv', 'lost'],
    ])
    expect(readySources(state()).map(({ name }) => name)).toEqual(['metrics.csv'])
    expect(selectReadiness(state())).toEqual({
      can: 'internal',
      sentence: 'Choose market.csv again to cross both views',
    })
  })

  test('is used as before when it is chosen again, as long as its bytes are the same', async () => {
    const { state, market } = await afterReload()
    await state().replaceFile('id-2', new Blob(['market']))
    const again = readySources(state()).find(({ name }) => name === 'market.csv')
    expect(again).toMatchObject({ role: 'store_metrics', columns: market.columns })
    expect(state().entries[1]).toMatchObject({ reason: 'You chose what this file is.' })
  })

  test('is found by its name among files that are dropped', async () => {
    const { state } = await afterReload()
    await state().addFiles([namedFile('market.csv')])
    expect(state().entries.map(({ id, status }) => [id, status])).toEqual([
      ['id-1', 'ready'],
      ['id-2', 'ready'],
    ])
  })

  test('says so where the bytes are other ones', async () => {
    const { state, services } = await afterReload()
    const inspect = services.client.inspect
    vi.spyOn(services.client, 'inspect').mockImplementation(async (...args) => {
      const result = await inspect(...args)
      return result.ok ? { ok: true, profile: { ...result.profile, digest: 'other' } } : result
    })
    await state().replaceFile('id-2', new Blob(['market']))
    expect(state().entries[1]).toMatchObject({
      status: 'ready',
      reason: 'Not the file that was here before: its bytes differ.',
    })
  })

  test('waits again where its reading is stopped', async () => {
    const { state, services } = await afterReload()
    let stopped: () => void = () => undefined
    const failure = { code: 'reading_stopped', message: 'Stopped.', path: '', hint: 'Read it.' }
    vi.spyOn(services.client, 'inspect').mockReturnValue(
      new Promise((resolve) => (stopped = () => resolve({ ok: false, failure }))),
    )
    vi.spyOn(services.client, 'stopReading').mockImplementation(() => stopped())
    const reading = state().replaceFile('id-2', new Blob(['market']))
    expect(state().entries[1]?.status).toBe('reading')
    state().stopReading('id-2')
    await reading
    expect(state().entries[1]).toMatchObject({ status: 'lost', name: 'market.csv' })
  })

  test('is still waited for when the desk is kept again', async () => {
    const { state, services } = await afterReload()
    state().setParam('job_params', 'max_clusters', 4)
    await vi.waitFor(() => expect(services.kept.nWrites).toBeGreaterThan(0))
    expect(services.kept.workspace?.lostSources).toMatchObject([{ name: 'market.csv' }])
  })

  test('is told before the reload too', async () => {
    const { state, services } = await afterReload()
    vi.spyOn(services.storage, 'writeWorkspace').mockResolvedValue(['digest of it'])
    state().setParam('job_params', 'max_clusters', 4)
    await vi.waitFor(() => expect([...state().notCopied]).toEqual(['digest of it']))
  })
})
