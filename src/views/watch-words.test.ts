import { describe, expect, test } from 'vitest'
import { createAppState } from '../state/app-state'
import { selectPlan } from '../state/plan/plan-selectors'
import { selectReadiness } from '../state/selectors'
import { fakeServices } from '../state/testing/fake-services'
import { withFiles } from '../state/testing/with-files'
import { changedText, offerText, timeOf } from './watch-words'

const noon = new Date(2026, 10, 26, 12, 0).getTime()

describe('the offer to run', () => {
  test('names one or two files, counts more, and says when', () => {
    const file = (name: string) => ({ name, at: noon })
    expect(changedText([])).toBe('')
    expect(changedText([file('a.csv'), file('b.csv')])).toBe(
      `a.csv and b.csv changed at ${timeOf(noon)}`,
    )
    expect(changedText(['a', 'b', 'c'].map(file))).toBe(
      `3 files changed, the last at ${timeOf(noon)}`,
    )
  })

  test('counts the assets of the plan itself', async () => {
    const { state } = await withFiles()
    const facts = { isRunning: false, isWaiting: false }
    const plan = selectPlan(state())
    const n = plan.ok ? plan.inRun.length : 0
    expect(n).toBeGreaterThan(0)
    const readiness = selectReadiness(state())
    expect(offerText({ ...facts, plan, readiness })).toBe(`Run ${n} of ${n} assets.`)
    await state().startRun('full_pipeline_job')
    expect(offerText({ ...facts, plan: selectPlan(state()), readiness })).toBe(
      'All its assets are kept from an earlier run.',
    )
  })

  test('says what keeps a run from starting, or that it starts by itself', () => {
    const state = createAppState(fakeServices()).getState()
    const facts = { plan: selectPlan(state), readiness: selectReadiness(state) }
    expect(offerText({ ...facts, isRunning: false, isWaiting: false })).toBe(
      'Add a sales file and a product map to run.',
    )
    expect(offerText({ ...facts, isRunning: true, isWaiting: true })).toBe(
      'A run follows this one.',
    )
  })
})
