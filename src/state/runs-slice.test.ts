import { describe, expect, test, vi } from 'vitest'
import type { RunEvent, RunRecord } from '../runs/contract'
import { selectCategories, selectShownRun } from './selectors'
import { emptyRun, fakeServices } from './testing/fake-services'
import { withFiles } from './testing/with-files'

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
    await state().startRun('full_pipeline_job')
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
})
