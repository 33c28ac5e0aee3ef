import { describe, expect, test } from 'vitest'
import { newRun } from './live-run'
import { selectEveryPlanned, selectPlanById, selectRecords, selectToMake } from './plan-facts'
import { planOfSelection } from './selections'
import { selectWholePlan } from './plan-selectors'
import { withFiles } from './testing/with-files'

describe('facts of the plan', () => {
  test('nothing is to be made while no run goes on', async () => {
    const { state } = await withFiles()
    expect(selectToMake(state()).size).toBe(0)
    expect(selectRecords(state()).size).toBe(0)
    expect(selectPlanById(state()).size).toBe(selectEveryPlanned(state()).length)
  })

  test('a run of one asset makes that one and what is missing above it, and queues no other', async () => {
    const { state, app } = await withFiles()
    app.setState({ live: newRun('r', 'internal_filtered_features[A]', 0) })
    expect([...selectToMake(state())]).toEqual([
      'internal_store_metrics[A]',
      'internal_filtered_features[A]',
    ])
  })
})

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
