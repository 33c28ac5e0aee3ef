import { describe, expect, test, vi } from 'vitest'
import { noMark, type RunMark } from '../../runs/run-mark'
import { runsToEnd } from './retention'
import { emptyRun, fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

const runs = [5, 4, 3, 2, 1].map((seq) => ({ ...emptyRun(`run ${seq}`), seq }))

describe('how many runs are kept', () => {
  test('the newest ones; those that are older make room', () => {
    expect(runsToEnd(runs, new Map(), 2)).toEqual(['run 3', 'run 2', 'run 1'])
    expect(runsToEnd(runs, new Map(), 5)).toEqual([])
    expect(runsToEnd([], new Map(), 1)).toEqual([])
  })

  test.each<Partial<RunMark>>([
    { standing: 'baseline' },
    { standing: 'candidate' },
    { name: 'Spring' },
    { note: 'Ask Ana.' },
  ])('a run that a person marked stays: %o', (change) => {
    const marks = new Map([
      ['run 2', { ...noMark, ...change }],
      ['run 3', noMark],
    ])
    expect(runsToEnd(runs, marks, 1)).toEqual(['run 4', 'run 3', 'run 1'])
  })

  test('at the end of a run those that are too many end, the baseline does not', async () => {
    const { state } = await withFiles()
    state().setKeepRuns(2)
    await state().startRun('full_pipeline_job')
    const [{ id }] = state().runs
    await state().markRun(id, { standing: 'baseline' })
    for (let i = 0; i < 3; i++) await state().startRun('full_pipeline_job')
    expect(state().runs.map(({ seq }) => seq)).toHaveLength(3)
    expect(state().runs.at(-1)?.id).toBe(id)
  })

  test('at least one is kept', async () => {
    const { state } = await withFiles()
    state().setKeepRuns(0)
    expect(state().keepRuns).toBe(1)
  })

  test('a run stays although making room fails, and the failure is said', async () => {
    const services = fakeServices()
    vi.spyOn(services.storage, 'endRuns').mockRejectedValue(new Error('locked'))
    const { state } = await withFiles(services)
    expect(await state().startRun('full_pipeline_job')).toBe(true)
    expect(state().runs).toHaveLength(1)
    expect(state().runFailure?.message).toBe('locked')
  })
})
