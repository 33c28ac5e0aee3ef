import { describe, expect, test, vi } from 'vitest'
import { AssetError } from '../../assets/failure'
import type { RunEvent, RunRecord } from '../../runs/contract'
import { selectCategories, selectShownRun } from '../selectors'
import { emptyRun, fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

describe('runs', () => {
  test('a run is followed by its events and listed when it is over', async () => {
    const { state, app } = await withFiles()
    const totals: number[] = []
    app.subscribe(({ live }) => totals.push(live?.assets.size ?? -1))
    await state().startRun('full_pipeline_job')
    expect(state().live).toBeNull()
    expect(state().runs).toHaveLength(1)
    expect(totals).toContain(state().runs[0].assets.length)
    expect(selectShownRun(state())?.id).toBe(state().runs[0].id)
    expect(selectCategories(state())).toEqual(['A', 'B'])
  })

  test('a run of one branch is looked at there', async () => {
    const services = fakeServices()
    const { state } = await withFiles(services)
    state().removeSource('id-1')
    await state().startRun('external_preprocessing_job,external_ml_job')
    expect(state().view.branch).toBe('external')
  })

  test('F-57 a second Run while one goes on starts nothing', async () => {
    let end: (record: RunRecord) => void = () => undefined
    const materialize = vi.fn(() => new Promise<RunRecord>((resolve) => (end = resolve)))
    const { state } = await withFiles(fakeServices({ materialize }))
    const first = state().startRun('full_pipeline_job')
    expect(await state().startRun('full_pipeline_job')).toBe(false)
    await vi.waitFor(() => expect(materialize).toHaveBeenCalled())
    expect(materialize).toHaveBeenCalledTimes(1)
    end(emptyRun('id-3'))
    await first
    expect(state().live).toBeNull()
  })

  test('F-57 an event that comes after its run is dropped', async () => {
    let late: (event: RunEvent) => void = () => undefined
    const materialize = async (_request: unknown, emit: (event: RunEvent) => void) => {
      late = emit
      return emptyRun('id-3')
    }
    const { state } = await withFiles(fakeServices({ materialize }))
    await state().startRun('full_pipeline_job')
    late({ type: 'started', key: 'x', partition: null })
    expect(state().live).toBeNull()
  })

  test('a run that could not start says why, and earlier results stay', async () => {
    const services = fakeServices()
    const { state } = await withFiles(services)
    await state().startRun('full_pipeline_job')
    const failure = { code: 'missing_role', message: 'No.', path: '', hint: '' }
    const refused = { ...emptyRun('x'), seq: 0, status: 'failure', errors: [failure] } as const
    vi.spyOn(services.client, 'materialize').mockResolvedValue(refused)
    await state().startRun('full_pipeline_job')
    expect(state().runFailure).toEqual(failure)
    expect(selectShownRun(state())?.assets.length).toBeGreaterThan(0)
  })

  test('a defect of the client is said, not swallowed', async () => {
    const materialize = () => Promise.reject(new Error('boom'))
    const { state } = await withFiles(fakeServices({ materialize }))
    await state().startRun('full_pipeline_job')
    expect(state().runFailure).toMatchObject({ code: 'defect', message: 'boom' })
    expect(state().live).toBeNull()
  })

  test('a storage that fails is said, and the page goes on', async () => {
    const services = fakeServices()
    vi.spyOn(services.storage, 'listRuns').mockRejectedValue(new Error('no storage'))
    const { state } = await withFiles(services)
    await state().startRun('full_pipeline_job')
    expect(state().runFailure?.message).toBe('no storage')
    expect(state().live).toBeNull()
  })

  test('a deleted run can be brought back', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    const [record] = state().runs
    await state().deleteRun(record.id)
    expect(state().runs).toEqual([])
    await state().restoreRun(record)
    expect(state().runs).toEqual([record])
  })

  test('a run that cannot be deleted stays, and nothing says that it is gone', async () => {
    const services = fakeServices()
    vi.spyOn(services.storage, 'deleteRun').mockRejectedValue(new Error('locked'))
    const { state } = await withFiles(services)
    await state().startRun('full_pipeline_job')
    const [record] = state().runs
    expect(await state().deleteRun(record.id)).toBe(false)
    expect(state()).toMatchObject({ runs: [record], runFailure: { message: 'locked' } })
  })

  test('F-80 a run is written as pending before any work, and no more once it has its record', async () => {
    const services = fakeServices()
    const { client, kept } = services
    const { materialize } = client
    const during: string[] = []
    vi.spyOn(client, 'materialize').mockImplementation((request, emit) => {
      during.push(...kept.pending.map((run) => run.request.runId))
      return materialize(request, emit)
    })
    const { state } = await withFiles(services)
    await state().startRun('full_pipeline_job')
    expect(during).toEqual([state().runs[0].id])
    expect(kept.pending).toEqual([])
  })

  test('a run that could not start is not pending either', async () => {
    const refused = { ...emptyRun('x'), seq: 0, status: 'failure' } as const
    const services = fakeServices({ materialize: async () => refused })
    const { state } = await withFiles(services)
    await state().startRun('full_pipeline_job')
    expect(services.kept.pending).toEqual([])
    expect(state().interrupted).toEqual([])
  })

  test('F-62 a run that cannot be written as pending does no work, and says why', async () => {
    const services = fakeServices()
    const full = { code: 'storage_full', message: 'Not saved.', path: '', hint: 'Delete runs.' }
    vi.spyOn(services.storage, 'writePending').mockRejectedValue(new AssetError(full))
    const materialize = vi.spyOn(services.client, 'materialize')
    const { state } = await withFiles(services)
    expect(await state().startRun('full_pipeline_job')).toBe(false)
    expect(materialize).not.toHaveBeenCalled()
    expect(state()).toMatchObject({ runFailure: full, live: null })
  })

  test('F-57 Cancel reaches a run that is still being written as pending', async () => {
    const services = fakeServices()
    let write: () => void = () => undefined
    vi.spyOn(services.storage, 'writePending').mockReturnValue(
      new Promise((resolve) => (write = resolve)),
    )
    const cancel = vi.spyOn(services.client, 'cancel')
    const { state } = await withFiles(services)
    const running = state().startRun('full_pipeline_job')
    state().cancelRun()
    cancel.mockClear()
    write()
    await running
    expect(cancel).toHaveBeenCalledTimes(1)
  })

  test('F-58 while another tab runs nothing is started, and the next step is said', async () => {
    const services = fakeServices()
    vi.spyOn(services.tabs, 'alone').mockResolvedValue(null)
    const materialize = vi.spyOn(services.client, 'materialize')
    const { state } = await withFiles(services)
    expect(await state().startRun('full_pipeline_job')).toBe(false)
    expect(materialize).not.toHaveBeenCalled()
    expect(state().runFailure).toMatchObject({
      code: 'run_elsewhere',
      hint: expect.stringContaining('Wait'),
    })
  })

  test('F-68 the browser is asked to keep the storage once, after the first run that was kept', async () => {
    const services = fakeServices()
    const persistence = vi.spyOn(services.storage, 'persistence')
    const { state } = await withFiles(services)
    expect(state()).toMatchObject({ isPersisted: null, storage: 'kept' })
    await state().startRun('full_pipeline_job')
    await state().startRun('full_pipeline_job')
    expect(state().isPersisted).toBe(true)
    expect(persistence).toHaveBeenCalledTimes(1)
  })

  test('what a run says is there while it goes on', async () => {
    const entry = { at: 5, level: 'info', key: null, partition: null, message: 'Planned.' } as const
    const materialize = async (_request: unknown, emit: (event: RunEvent) => void) => {
      emit({ type: 'logged', entry })
      return emptyRun('id-3')
    }
    const { state, app } = await withFiles(fakeServices({ materialize }))
    const logs: unknown[] = []
    app.subscribe(({ live }) => logs.push(live?.log))
    await state().startRun('full_pipeline_job')
    expect(logs).toContainEqual([entry])
  })
})
