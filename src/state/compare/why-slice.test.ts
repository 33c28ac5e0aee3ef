import { describe, expect, test } from 'vitest'
import type { RunRecord } from '../../runs/contract'
import { compareRuns } from '../../runs/compare/compare-runs'
import type { ExplanationPlan } from '../../runs/compare/explanation-plan'
import { planExplanation } from '../../runs/compare/explanation-plan'
import { placedRun } from '../../runs/testing/placed-run'
import { createAppState } from '../app-state'
import { fakeServices } from '../testing/fake-services'
import { answerTo } from './why-slice'

/** Two runs of which the second put a store elsewhere, and a plan with one trial. */
async function asked(trial: () => Promise<RunRecord>) {
  const before = placedRun({ s1: 1, s2: 1, s3: 2, s4: 2 }, { id: 'a' })
  const after = placedRun({ s1: 1, s2: 2, s3: 2, s4: 2 }, { id: 'b' })
  const comparison = await compareRuns(before, after)
  const none = planExplanation(comparison, { sources: [], baselineOf: () => null })
  const thing = { kind: 'overrides', nBefore: 0, nAfter: 1 } as const
  const { configuration } = after.run
  const request = { selection: 'full_pipeline_job', sources: [], configuration }
  const plan: ExplanationPlan = { ...none, tests: [{ thing, how: 'trial', request }], nTrials: 1 }
  const app = createAppState(fakeServices({ materialize: trial }))
  const question = { runA: 'a', runB: 'b', category: null }
  return { app, plan, question, record: after.run, state: () => app.getState() }
}

describe('asking why stores moved', () => {
  test('says how far it is, starts no run beside it, and keeps what was found', async () => {
    let end: (record: RunRecord) => void = () => undefined
    const { state, plan, question, record } = await asked(
      () => new Promise<RunRecord>((resolve) => (end = resolve)),
    )
    const finding = state().findWhy(plan, null)
    expect(state().why).toMatchObject({ step: 'testing', nDone: 0, nTrials: 1 })
    expect(await state().startRun('full_pipeline_job')).toBe(false)
    await state().openBundle({ name: 'run-1.bundle.zip', blob: new Blob([]) })
    expect(state().opening?.progress).toMatchObject({ failure: { code: 'run_in_progress' } })
    await expect.poll(() => end.length).toBe(1)
    end({ ...record, seq: 0 })
    await finding
    expect(answerTo(state(), question)).toMatchObject({ step: 'found' })
    expect(answerTo(state(), { ...question, runA: 'b', runB: 'a' })).toBeNull()
  })

  test('canceled, nothing was found', async () => {
    const { state, plan } = await asked(async () => {
      const { run } = placedRun({}, { id: 't', status: 'canceled' })
      return run
    })
    await state().findWhy(plan, null)
    expect(state().why).toBeNull()
  })

  test('a trial that breaks is said, not swallowed', async () => {
    const { state, plan } = await asked(() => Promise.reject(new Error('out of memory')))
    await state().findWhy(plan, null)
    expect(state().why).toMatchObject({ step: 'failed', failure: { message: 'out of memory' } })
  })
})
