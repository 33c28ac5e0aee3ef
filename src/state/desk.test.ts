import { describe, expect, test, vi } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { createAppState } from './app-state'
import { openDesk } from './desk'
import { readySources } from './selectors'
import { fakeServices } from './testing/fake-services'
import { withFiles } from './testing/with-files'

describe('the desk', () => {
  test('comes back as it was left: files with their roles, settings, runs', async () => {
    const services = fakeServices()
    const { app, state } = await withFiles(services)
    const stop = await openDesk(app, services)
    state().setRole('id-2', 'store_metrics')
    state().setParam('job_params', 'max_clusters', 4)
    await state().startRun('internal_filtered_features')
    await vi.waitFor(() =>
      expect(services.kept.workspace?.configuration.job_params).toEqual({ max_clusters: 4 }),
    )
    stop()

    const reloaded = createAppState(services)
    await openDesk(reloaded, services)
    const next = reloaded.getState()
    expect(readySources(next)).toEqual(readySources(state()))
    expect(next.configuration.job_params).toEqual({ max_clusters: 4 })
    expect(next.past).toEqual([])
    expect(next.runs).toEqual(state().runs)
  })

  test('brings back the text as it was written, one with faults too, and the environment', async () => {
    const services = fakeServices()
    const app = createAppState(services)
    const stop = await openDesk(app, services)
    const text = '# mine\njob_params: { n_init: 3 }\n'
    await app.getState().editText(text)
    app.getState().chooseEnvironment('prod')
    await app.getState().setVariable('SEED', '7')
    await app.getState().editText(text.replace('n_init', 'n_inits'))
    await vi.waitFor(() => expect(services.kept.workspace?.texts?.unread).not.toBeNull())
    stop()

    const reloaded = createAppState(services)
    await openDesk(reloaded, services)
    const { unread, written, environment, variables } = reloaded.getState()
    expect({ unread: unread?.text, written: written?.text, environment }).toEqual({
      unread: text.replace('n_init', 'n_inits'),
      written: text,
      environment: 'prod',
    })
    expect(variables.get('SEED')).toBe('7')
  })

  test('remembers the decisions, and who decided last', async () => {
    const services = fakeServices()
    const app = createAppState(services)
    const stop = await openDesk(app, services)
    app.getState().appendOverride({
      kind: 'exclude',
      branch: 'merged',
      category: 'Snacks',
      stores: ['7'],
      author: 'Ada',
      reason: 'Closed.',
    })
    await vi.waitFor(() => expect(services.kept.workspace?.author).toBe('Ada'))
    stop()

    const reloaded = createAppState(services)
    await openDesk(reloaded, services)
    expect(reloaded.getState().author).toBe('Ada')
    expect(reloaded.getState().configuration.overrides).toHaveLength(1)
  })

  test('is written once for many changes in a row, and not for mere progress', async () => {
    const services = fakeServices()
    const { app, state } = await withFiles(services)
    await openDesk(app, services)
    for (let k = 2; k < 30; k++) state().setParam('job_params', 'max_clusters', k)
    await vi.waitFor(() =>
      expect(services.kept.workspace?.configuration.job_params).toEqual({ max_clusters: 29 }),
    )
    expect(services.kept.nWrites).toBeLessThan(4)
    const { nWrites } = services.kept
    app.setState({ entries: [...state().entries] })
    await Promise.resolve()
    expect(services.kept.nWrites).toBe(nWrites)
  })

  test('that cannot be read is said, and the page starts empty', async () => {
    const services = fakeServices()
    vi.spyOn(services.storage, 'readWorkspace').mockRejectedValue(new Error('damaged'))
    const app = createAppState(services)
    await openDesk(app, services)
    expect(app.getState().runFailure?.message).toBe('damaged')
    expect(app.getState().configuration).toEqual(emptyConfiguration)
  })
})
