import { describe, expect, test, vi } from 'vitest'
import type { TabMessage } from '../../runs/tab-message'
import { createAppState } from '../app-state'
import type { Tabs } from '../services'
import { type FakeServices, fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'
import { followTabs } from './follow-tabs'

/** Two tabs over one storage: each hears what the other tells, and one at a time may run. */
async function twoTabs() {
  const first = fakeServices()
  const held = new Set<string>()
  const waiting: (() => void)[] = []
  const heard: { readonly from: Tabs; readonly listener: (message: TabMessage) => void }[] = []
  const tabs = (): Tabs => {
    const own: Tabs = {
      lockOf: (runId) => runId,
      alone: async (runId, work) => {
        if (held.size > 0) return null
        held.add(runId)
        try {
          return await work()
        } finally {
          held.clear()
          for (const resolve of waiting.splice(0)) resolve()
        }
      },
      held: async () => held,
      over: (runId) =>
        new Promise((resolve) => (held.has(runId) ? waiting.push(resolve) : resolve())),
      tell: (message) => {
        for (const { from, listener } of heard) if (from !== own) listener(message)
      },
      listen: (listener) => {
        heard.push({ from: own, listener })
        return () => undefined
      },
    }
    return own
  }
  const services: readonly FakeServices[] = [
    { ...first, tabs: tabs() },
    { ...first, tabs: tabs() },
  ]
  const one = await withFiles(services[0])
  await followTabs(one.app, services[0])
  const openSecond = async () => {
    const app = createAppState(services[1])
    await followTabs(app, services[1])
    await app.getState().findInterrupted()
    return app
  }
  return { one: one.state, openSecond, client: first.client }
}

describe('F-58 two tabs', () => {
  test('the second shows how far the run is, starts none, and lists it when it is over', async () => {
    const { one, openSecond, client } = await twoTabs()
    const second = await openSecond()
    const shown: unknown[] = []
    second.subscribe(({ elsewhere }) => shown.push(elsewhere))
    const { materialize } = client
    let refused: boolean | null = null
    vi.spyOn(client, 'materialize').mockImplementation(async (request, emit) => {
      refused = await second.getState().startRun('full_pipeline_job')
      return materialize(request, emit)
    })
    await one().startRun('full_pipeline_job')
    expect(refused).toBe(false)
    expect(second.getState().runFailure?.code).toBe('run_elsewhere')
    const { id } = one().runs[0]
    expect(shown).toContainEqual(
      expect.objectContaining({ runId: id, progress: expect.objectContaining({ share: 0 }) }),
    )
    await vi.waitFor(() => expect(second.getState().runs.map((run) => run.id)).toEqual([id]))
    await vi.waitFor(() => expect(second.getState().elsewhere).toBeNull())
  })

  test('a tab that opens in the middle knows of the run, and does not take it for interrupted', async () => {
    const { one, openSecond, client } = await twoTabs()
    const { materialize } = client
    let end: () => void = () => undefined
    vi.spyOn(client, 'materialize').mockImplementation(async (request, emit) => {
      await new Promise<void>((resolve) => (end = resolve))
      return materialize(request, emit)
    })
    const running = one().startRun('full_pipeline_job')
    await vi.waitFor(() => expect(client.materialize).toHaveBeenCalled())
    const second = await openSecond()
    expect(second.getState().elsewhere).toMatchObject({ selection: 'full_pipeline_job' })
    expect(second.getState().interrupted).toEqual([])
    end()
    await running
    await vi.waitFor(() => expect(second.getState().elsewhere).toBeNull())
    expect(second.getState().runs).toHaveLength(1)
  })

  test('F-70 what one deletes or marks, the other no longer shows as it was', async () => {
    const { one, openSecond } = await twoTabs()
    await one().startRun('full_pipeline_job')
    const second = await openSecond()
    await second.getState().refreshStorage()
    const [{ id }] = one().runs
    await one().markRun(id, { name: 'Spring' })
    await vi.waitFor(() => expect(second.getState().marks.get(id)?.name).toBe('Spring'))
    await one().deleteRun(id)
    await vi.waitFor(() => expect(second.getState().runs).toEqual([]))
  })
})
