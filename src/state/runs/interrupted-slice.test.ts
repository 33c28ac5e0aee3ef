import { describe, expect, test, vi } from 'vitest'
import type { FoundRun } from '../../runs/pending-run'
import { createAppState } from '../app-state'
import { openDesk, resumeWork } from '../desk'
import { readySources } from '../selectors'
import { type FakeServices, fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

/** A page that ended in the middle of a run, as its storage is left. */
async function afterCrash(change: Partial<FoundRun> = {}): Promise<FakeServices> {
  const services = fakeServices()
  const never = vi.spyOn(services.client, 'materialize').mockReturnValue(new Promise(() => {}))
  const { state, app } = await withFiles(services)
  const stop = await openDesk(app, services)
  state().setParam('job_params', 'max_clusters', 4)
  void state().startRun('full_pipeline_job')
  await vi.waitFor(() => expect(services.kept.pending).toHaveLength(1))
  stop()
  never.mockRestore()
  services.kept.pending = services.kept.pending.map((run) => ({ ...run, ...change }))
  return services
}

/** The next start of the page. */
async function reopen(services: FakeServices) {
  const app = createAppState(services)
  await openDesk(app, services)
  await resumeWork(app, services)
  return { app, state: () => app.getState() }
}

const often = { nResumes: 3 }

describe('F-80 a run whose page ended before it did', () => {
  test('is started again by itself, with the files and settings that it had', async () => {
    const services = await afterCrash()
    const [{ request }] = services.kept.pending
    const materialize = vi.spyOn(services.client, 'materialize')
    const { state } = await reopen(services)
    await vi.waitFor(() => expect(state().runs).toHaveLength(1))
    expect(materialize.mock.lastCall?.[0]).toEqual(request)
    expect(state().runs[0].id).toBe(request.runId)
    await vi.waitFor(() => expect(state().live).toBeNull())
    expect(services.kept.pending).toEqual([])
    expect(state().interrupted).toEqual([])
  })

  test('at most three times: then it waits for a person, and says why', async () => {
    const services = await afterCrash()
    for (let visit = 1; visit <= 3; visit++) {
      const crash = vi.spyOn(services.client, 'materialize').mockReturnValue(new Promise(() => {}))
      await reopen(services)
      await vi.waitFor(() => expect(crash).toHaveBeenCalled())
      expect(services.kept.pending[0].nResumes).toBe(visit)
      crash.mockRestore()
    }
    const materialize = vi.spyOn(services.client, 'materialize')
    const { state } = await reopen(services)
    expect(state().interrupted).toMatchObject([
      { nResumes: 3, selection: 'full_pipeline_job', waitsFor: { code: 'resumed_often' } },
    ])
    expect(materialize).not.toHaveBeenCalled()
    expect(await state().resumeRun(state().interrupted[0].id)).toBe(true)
    expect(state().interrupted).toEqual([])
    expect(services.kept.pending).toEqual([])
  })

  test('tells how far it was: what is kept is not made again', async () => {
    const services = await afterCrash(often)
    const [{ addresses }] = services.kept.pending
    services.kept.versions = addresses.slice(0, 5)
    const { state } = await reopen(services)
    expect(state().interrupted[0]).toMatchObject({ nKept: 5, nTotal: addresses.length })
  })

  test('can be dismissed, and put back as it was', async () => {
    const services = await afterCrash(often)
    const { state } = await reopen(services)
    const [run] = state().interrupted
    expect(await state().dismissInterrupted(run.id)).toBe(true)
    expect(state().interrupted).toEqual([])
    expect(services.kept.pending).toEqual([])
    await state().putBackInterrupted(run)
    expect(state().interrupted).toEqual([run])
  })

  test('waits for a file that is lost, and goes on when the same bytes are on the desk again', async () => {
    const services = await afterCrash()
    const [{ request }] = services.kept.pending
    const [metrics, market] = request.sources
    const { file: _file, ...lost } = metrics
    services.kept.pending = [
      {
        ...services.kept.pending[0],
        request: { ...request, sources: [market] },
        lostSources: [lost],
      },
    ]
    services.kept.workspace = null
    const { state } = await reopen(services)
    expect(state().interrupted).toMatchObject([
      { nKept: 0, nTotal: 0, waitsFor: { code: 'file_lost', path: 'metrics.csv' } },
    ])
    expect(await state().resumeRun(request.runId)).toBe(false)
    expect(state().runFailure).toMatchObject({ code: 'file_lost' })
    expect(state().interrupted).toHaveLength(1)

    await state().addFiles([{ name: 'metrics.csv', blob: new Blob(['metrics.csv']) }])
    expect(readySources(state())).toHaveLength(1)
    expect(await state().resumeRun(request.runId)).toBe(true)
    expect(state().runs[0].id).toBe(request.runId)
  })

  test('is not lost when resuming it fails: it is there for the next attempt', async () => {
    const services = await afterCrash(often)
    const { state } = await reopen(services)
    vi.spyOn(services.client, 'materialize').mockRejectedValueOnce(new Error('offline'))
    const [{ id }] = state().interrupted
    expect(await state().resumeRun(id)).toBe(false)
    expect(state().interrupted.map((run) => run.id)).toEqual([id])
  })

  test('on plain http it is never started by itself: another tab may be at it', async () => {
    const services = await afterCrash()
    vi.spyOn(services.tabs, 'held').mockResolvedValue(null)
    const materialize = vi.spyOn(services.client, 'materialize')
    const { state } = await reopen(services)
    expect(state().interrupted).toMatchObject([{ waitsFor: { code: 'tabs_unknown' } }])
    expect(materialize).not.toHaveBeenCalled()
  })
})
