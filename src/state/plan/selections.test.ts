import { describe, expect, test } from 'vitest'
import { selectWholePlan } from './plan-selectors'
import { planOfSelection } from './selections'
import { withFiles } from '../testing/with-files'

describe('planOfSelection(plan, selection)', () => {
  test('says what a run would make before it is pressed', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('merging', 'min_cluster_size', 3)
    const plan = planOfSelection(selectWholePlan(state()), 'cluster_reassignment[A]')
    expect(plan.ok && plan.toMake.map(({ id }) => id)).toEqual(['cluster_reassignment[A]'])
  })

  test('says what is wrong with a selection', async () => {
    const { state } = await withFiles()
    const plan = planOfSelection(selectWholePlan(state()), 'cluster_reassignmen')
    expect(plan.ok ? '' : plan.failure.hint).toContain('cluster_reassignment')
  })
})
