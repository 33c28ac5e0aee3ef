import { describe, expect, test, vi } from 'vitest'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import type { InspectResult } from '../../runs/contract'
import { createAppState } from '../app-state'
import { openDesk } from '../desk'
import { selectPlan, selectStale } from '../plan/plan-selectors'
import { readySources } from '../selectors'
import { digest, type FakeServices, fakeServices } from '../testing/fake-services'
import { fakeFolder, settled } from '../testing/fake-folder'
import { withFiles } from '../testing/with-files'
import { watchDesk } from './watch-desk'

const minute = 60_000

/** Tells files apart by their bytes; a text that says `broken` or names columns is taken at its word. */
function inspectBytes(given: FakeServices): FakeServices['client']['inspect'] {
  return async (file, overrides, report): Promise<InspectResult> => {
    if (file.kind !== 'blob' || !(file.blob instanceof File))
      return given.client.inspect(file, overrides, report)
    const text = await file.blob.text()
    if (text.includes('broken'))
      return given.client.inspect({ ...file, name: 'broken' }, {}, report)
    const columns = text.includes('renamed') ? [columnOf({ name: 'shop' })] : null
    const result = await given.client.inspect(file, overrides, report)
    if (!result.ok) return result
    const { columns: usual } = result.profile
    const profile = profileOf(columns ?? usual, { digest: digest(text), size: text.length })
    return { ok: true, profile }
  }
}

/** A desk of two files whose folder is watched, run once, with nothing stale. */
async function watchedDesk() {
  const plain = fakeServices()
  const folder = fakeFolder({ ...plain, client: { ...plain.client, inspect: inspectBytes(plain) } })
  const { services, write } = folder
  const { app, state } = await withFiles(services)
  write('metrics.csv', 'metrics 1')
  write('market.csv', 'market 1')
  const stop = await watchDesk(app, services)
  await state().chooseFolder()
  await folder.pass(3)
  await state().startRun('full_pipeline_job')
  return {
    ...folder,
    app,
    state,
    stop,
    kinds: () => state().watch.happened.map(({ kind }) => kind),
  }
}

function filesIn(state: () => ReturnType<ReturnType<typeof createAppState>['getState']>) {
  const { folder } = state().watch
  return folder.status === 'watching' ? folder.files.map(({ name }) => name) : []
}

describe('a watched folder', () => {
  test('follows its files of the names on the desk, and lists the others', async () => {
    const { state, write, pass } = await watchedDesk()
    write('more.csv', 'x')
    await pass(1)
    expect(filesIn(state)).toEqual(['metrics.csv', 'market.csv'])
    expect(state().watch.folder).toMatchObject({
      names: ['market.csv', 'metrics.csv', 'more.csv'],
    })
  })

  test('offers a run when a file was written: the plan is stale, the role and columns stay', async () => {
    const { state, write, pass, now } = await watchedDesk()
    expect(selectStale(state())).toEqual([])
    write('metrics.csv', 'metrics 22')
    await pass(2)
    expect(state().watch.changed).toEqual([{ name: 'metrics.csv', at: now() }])
    const plan = selectPlan(state())
    expect(plan.ok && plan.nToRun).toBeGreaterThan(0)
    expect(readySources(state())[0]).toMatchObject({
      role: 'store_metrics',
      columns: { store: 'store_id', category: 'category' },
      profile: { digest: digest('metrics 22') },
    })
    expect(state().runs).toHaveLength(1)
  })

  test('the offer ends with any run, and with Not now', async () => {
    const { state, write, pass } = await watchedDesk()
    write('metrics.csv', 'metrics 22')
    await pass(2)
    state().dismissChanges()
    expect(state().watch.changed).toEqual([])
    write('market.csv', 'market 22')
    await pass(2)
    expect(state().watch.changed.map(({ name }) => name)).toEqual(['market.csv'])
    await state().startRun('full_pipeline_job')
    expect(state().watch.changed).toEqual([])
  })

  test('does nothing when a file is touched without a change', async () => {
    const { state, write, pass } = await watchedDesk()
    const before = readySources(state())
    write('metrics.csv', 'metrics 1')
    await pass(3)
    expect(readySources(state())).toEqual(before)
    expect(state().watch.changed).toEqual([])
  })

  test('waits with a file that is half written', async () => {
    const { state, write, pass } = await watchedDesk()
    for (let n = 2; n < 6; n++) {
      write('metrics.csv', 'metrics '.padEnd(8 + n, 'x'))
      await pass(1)
    }
    expect(state().watch.changed).toEqual([])
    await pass(1)
    expect(state().watch.changed.map(({ name }) => name)).toEqual(['metrics.csv'])
  })

  test('keeps the last good file when the new one cannot be read, and says why', async () => {
    const { state, write, pass } = await watchedDesk()
    const before = readySources(state())
    write('metrics.csv', 'broken')
    await pass(2)
    expect(readySources(state())).toEqual(before)
    expect(state().watch.refused.get('metrics.csv')).toMatchObject({ code: 'no_rows' })
    expect(state().watch.changed).toEqual([])
    write('metrics.csv', 'metrics 333')
    await pass(2)
    expect(state().watch.refused.size).toBe(0)
    expect(state().watch.changed).toHaveLength(1)
  })

  test('keeps the last good file when the new one lacks a column that is in use', async () => {
    const { state, write, pass } = await watchedDesk()
    write('metrics.csv', 'renamed')
    await pass(2)
    expect(state().watch.refused.get('metrics.csv')?.message).toBe(
      'metrics.csv was written without store_id (store), category (category).',
    )
    expect(readySources(state())[0]?.columns.store).toBe('store_id')
  })

  test('tells a file that vanished once, and takes it up when it is back', async () => {
    const { state, write, remove, pass, kinds } = await watchedDesk()
    remove('metrics.csv')
    await pass(3)
    expect(kinds().filter((kind) => kind === 'gone')).toEqual(['gone'])
    expect(readySources(state())).toHaveLength(2)
    write('metrics.csv', 'metrics 4444')
    await pass(2)
    expect(state().watch.changed).toHaveLength(1)
  })

  test('whose permission ends is said, and is watched again when it is given', async () => {
    const { state, disk, handle, pass, kinds } = await watchedDesk()
    disk.trouble = { ok: false, why: 'denied' }
    await pass(1)
    expect(state().watch.folder).toEqual({ status: 'lost', handle, why: 'denied' })
    expect(kinds()[0]).toBe('lost')
    disk.trouble = null
    await state().watchFolder(handle)
    await pass(1)
    expect(filesIn(state)).toHaveLength(2)
  })

  test('leaves a file out that a person unticks, and puts one on the desk that is ticked', async () => {
    const { state, write, pass } = await watchedDesk()
    await state().followFile('metrics.csv', false)
    write('metrics.csv', 'metrics 22')
    write('market_2.csv', 'more')
    await pass(3)
    expect(filesIn(state)).toEqual(['market.csv'])
    expect(state().watch.changed).toEqual([])
    await state().followFile('market_2.csv', true)
    await pass(1)
    expect(state().entries.map(({ name }) => name)).toContain('market_2.csv')
    expect(filesIn(state)).toContain('market_2.csv')
  })

  test('comes back with the desk; without the permission it waits for a click', async () => {
    const { app, state, services, disk, handle } = await watchedDesk()
    const close = await openDesk(app, services)
    state().setRunsByItself(true)
    await vi.waitFor(() => expect(services.kept.workspace?.watch?.runsByItself).toBe(true))
    close()
    disk.isAllowed = false
    const reloaded = createAppState(services)
    await openDesk(reloaded, services)
    await watchDesk(reloaded, services)
    expect(reloaded.getState().watch).toMatchObject({
      folder: { status: 'asleep', handle },
      runsByItself: true,
    })
    disk.isAllowed = true
    await reloaded.getState().watchFolder(handle)
    await settled()
    expect(filesIn(reloaded.getState)).toEqual(['metrics.csv', 'market.csv'])
  })
})

describe('with Run by itself', () => {
  test('a file that changed starts one run, and what was looked at stays', async () => {
    const { state, write, pass, kinds } = await watchedDesk()
    const [first] = state().runs
    state().look({ runId: first?.id ?? null })
    state().setRunsByItself(true)
    write('metrics.csv', 'metrics 22')
    write('market.csv', 'market 22')
    await pass(4)
    expect(state().runs).toHaveLength(2)
    expect(kinds().slice(0, 2)).toEqual(['ended', 'started'])
    expect(state().view.runId).toBe(first?.id)
    expect(state().watch.changed).toEqual([])
  })

  test('never beside a run: it waits for its end and starts once', async () => {
    const { state, app, write, pass } = await watchedDesk()
    state().setRunsByItself(true)
    app.setState({ elsewhere: { runId: 'x', selection: 'all', startedAt: 0, progress: null } })
    write('metrics.csv', 'metrics 22')
    await pass(2)
    write('market.csv', 'market 22')
    await pass(2)
    expect(state().runs).toHaveLength(1)
    expect(state().watch.wish).toEqual({ by: 'file' })
    app.setState({ elsewhere: null })
    await pass(3)
    expect(state().runs).toHaveLength(2)
  })

  test('a switch that is taken back takes the waiting run with it', async () => {
    const { state, app, write, pass } = await watchedDesk()
    state().setRunsByItself(true)
    app.setState({ elsewhere: { runId: 'x', selection: 'all', startedAt: 0, progress: null } })
    write('metrics.csv', 'metrics 22')
    await pass(2)
    state().setRunsByItself(false)
    app.setState({ elsewhere: null })
    await pass(2)
    expect(state().runs).toHaveLength(1)
    expect(state().watch.changed).toHaveLength(1)
  })
})

describe('the timer', () => {
  const every = (minutes: number, from: number) => ({ kind: 'every', minutes, from }) as const

  test('runs what is stale at its time, and names the next', async () => {
    const { state, pass, now } = await watchedDesk()
    state().setTimer(every(10, now()))
    const { nextAt } = state().watch
    state().setParam('job_params', 'max_clusters', 4)
    await pass(1)
    expect(state().runs).toHaveLength(1)
    await pass(1, 10 * minute)
    expect(state().runs).toHaveLength(2)
    expect(state().watch.nextAt).toBe((nextAt ?? 0) + 10 * minute)
  })

  test('says that there is nothing to do when nothing is stale', async () => {
    const { state, pass, now } = await watchedDesk()
    state().setTimer(every(10, now()))
    await pass(1, 10 * minute)
    expect(state().runs).toHaveLength(1)
    expect(state().watch.happened[0]).toMatchObject({ kind: 'skipped', why: 'nothing' })
  })

  test('lets a time pass while a run goes on', async () => {
    const { state, app, pass, now } = await watchedDesk()
    state().setTimer(every(10, now()))
    state().setParam('job_params', 'max_clusters', 4)
    app.setState({ elsewhere: { runId: 'x', selection: 'all', startedAt: 0, progress: null } })
    await pass(1, 10 * minute)
    app.setState({ elsewhere: null })
    await pass(2)
    expect(state().runs).toHaveLength(1)
    expect(state().watch.happened[0]).toMatchObject({ kind: 'skipped', why: 'busy' })
  })

  test('makes up once for all the times that a sleeping tab missed', async () => {
    const { state, pass, now } = await watchedDesk()
    state().setTimer(every(10, now()))
    const dueAt = now() + 10 * minute
    state().setParam('job_params', 'max_clusters', 4)
    await pass(1, 55 * minute)
    await pass(5)
    expect(state().runs).toHaveLength(2)
    expect(state().watch.happened).toContainEqual(
      expect.objectContaining({ kind: 'started', wish: { by: 'timer', dueAt } }),
    )
  })

  test('is kept with the desk, and switched off it starts nothing', async () => {
    const { app, state, services, pass, now } = await watchedDesk()
    const close = await openDesk(app, services)
    state().setTimer(every(10, now()))
    await vi.waitFor(() => expect(services.kept.workspace?.watch?.nextAt).not.toBeNull())
    const reloaded = createAppState(services)
    await openDesk(reloaded, services)
    expect(reloaded.getState().watch).toMatchObject({ timer: { minutes: 10 } })
    close()
    state().setParam('job_params', 'max_clusters', 4)
    state().setTimer(null)
    await pass(1, 30 * minute)
    expect(state().runs).toHaveLength(1)
  })
})
