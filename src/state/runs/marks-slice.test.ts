import { describe, expect, test, vi } from 'vitest'
import { selectBaseline } from './baseline'
import { selectPlan } from '../plan/plan-selectors'
import { fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

describe('marks', () => {
  test('a run gets a name and a note; its record stays as it is', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    const [record] = state().runs
    await state().markRun(record.id, { name: 'Spring', note: 'For the board.' })
    expect(state().marks.get(record.id)).toEqual({
      name: 'Spring',
      note: 'For the board.',
      standing: 'draft',
    })
    expect(state().runs[0]).toBe(record)
  })

  test('a mark that cannot be written is said', async () => {
    const services = fakeServices()
    vi.spyOn(services.storage, 'changeMark').mockRejectedValue(new Error('no room'))
    const { state } = await withFiles(services)
    expect(await state().markRun('x', { name: 'A' })).toBe(false)
    expect(state().runFailure?.message).toBe('no room')
    expect(state().marks.size).toBe(0)
  })
})

describe('the baseline', () => {
  test('is the marked run with the values that it made, and no other', async () => {
    const { state } = await withFiles()
    expect(selectBaseline(state())).toBeNull()
    await state().startRun('full_pipeline_job')
    const [{ id, seq, assets }] = state().runs
    await state().markRun(id, { standing: 'candidate' })
    expect(selectBaseline(state())).toBeNull()
    await state().markRun(id, { standing: 'baseline' })
    expect(selectBaseline(state())).toMatchObject({ runId: id, seq })
    expect(selectBaseline(state())?.assets).toHaveLength(assets.length)
    expect(selectBaseline(state())).toBe(selectBaseline(state()))
  })

  test('leaves out what failed in it', async () => {
    const { state, app } = await withFiles()
    await state().startRun('full_pipeline_job')
    const [run] = state().runs
    const [first, ...others] = run.assets
    const failed = { ...first, status: 'failure', dataVersion: null } as const
    app.setState({ runs: [{ ...run, assets: [failed, ...others] }] })
    await state().markRun(run.id, { standing: 'baseline' })
    const keys = selectBaseline(state())?.assets.map((ref) => `${ref.key} ${ref.partition}`)
    expect(keys).not.toContain(`${first.key} ${first.partition}`)
    expect(keys).toHaveLength(others.length)
  })

  test('is whole where the run left some assets as they were', async () => {
    const { state, app } = await withFiles()
    await state().startRun('full_pipeline_job')
    const [run] = state().runs
    const [made, ...left] = run.assets
    const beside = left.map(({ key, partition, dataVersion }) => ({
      key,
      partition,
      dataVersion: dataVersion ?? '',
    }))
    app.setState({ runs: [{ ...run, assets: [made], beside }] })
    await state().markRun(run.id, { standing: 'baseline' })
    expect(selectBaseline(state())?.assets).toHaveLength(run.assets.length)
  })

  test('is what the next run is asked to carry on, and what the plan is made with', async () => {
    const services = fakeServices()
    const materialize = vi.spyOn(services.client, 'materialize')
    const { state } = await withFiles(services)
    await state().startRun('full_pipeline_job')
    expect(materialize.mock.lastCall?.[0].baseline).toBeNull()
    const without = selectPlan(state())
    await state().markRun(state().runs[0].id, { standing: 'baseline' })
    const plan = selectPlan(state())
    const carried = plan.ok
      ? plan.all.filter(({ ingredients }) => ingredients.baseline !== null)
      : []
    expect(carried.map(({ spec }) => spec.carries)).toEqual(carried.map(() => true))
    expect(carried.length).toBeGreaterThan(0)
    expect(plan).not.toEqual(without)
    await state().startRun('full_pipeline_job')
    expect(materialize.mock.lastCall?.[0].baseline?.runId).toBe(state().runs[1].id)
  })
})
