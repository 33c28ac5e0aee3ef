import { describe, expect, test } from 'vitest'
import type { RunStatus } from '../../runs/contract'
import { noMark } from '../../runs/run-mark'
import { createAppState } from '../app-state'
import { selectComparedRun } from './compared-run'
import { emptyRun, fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

/** Runs 1 to n, newest first as they are kept. */
function withRuns(statuses: readonly RunStatus[]) {
  const app = createAppState(fakeServices())
  const runs = statuses.map((status, i) => ({ ...emptyRun(`r${i + 1}`), seq: i + 1, status }))
  app.setState({ runs: runs.toReversed() })
  return { app, compared: () => selectComparedRun(app.getState())?.id ?? null }
}

describe('the run that the shown one is compared with', () => {
  test('is the run before it, a canceled one left out', () => {
    const { app, compared } = withRuns(['success', 'canceled', 'success'])
    expect(compared()).toBe('r1')
    app.getState().look({ runId: 'r1' })
    expect(compared()).toBe('r3')
  })

  test('is the baseline where there is one, unless that is the shown run', () => {
    const { app, compared } = withRuns(['success', 'success', 'success'])
    app.setState({ marks: new Map([['r1', { ...noMark, standing: 'baseline' }]]) })
    expect(compared()).toBe('r1')
    app.getState().look({ runId: 'r1' })
    expect(compared()).toBe('r2')
  })

  test('is the chosen one first of all, and never the shown run itself', () => {
    const { app, compared } = withRuns(['success', 'success', 'success'])
    app.getState().look({ comparedRunId: 'r1' })
    expect(compared()).toBe('r1')
    app.getState().look({ runId: 'r1' })
    expect(compared()).toBe('r2')
  })

  test('is not the chosen one any more after a new run', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    await state().startRun('full_pipeline_job')
    state().look({ comparedRunId: state().runs[1]?.id ?? null })
    await state().startRun('full_pipeline_job')
    expect(selectComparedRun(state())?.seq).toBe(2)
  })

  test('is nothing while there is one run', () => {
    expect(withRuns(['success']).compared()).toBeNull()
  })
})
