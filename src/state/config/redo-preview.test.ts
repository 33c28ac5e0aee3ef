import { describe, expect, test } from 'vitest'
import { createAppState } from '../app-state'
import { selectPlan } from '../plan/plan-selectors'
import { selectRedoPreview } from './redo-preview'
import { fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

describe('selectRedoPreview(state)', () => {
  test('says what one changed setting alone would redo', async () => {
    const { state } = await withFiles()
    state().setParam('merging', 'min_cluster_size', 3)
    state().setParam('internal', 'max_clusters', 5)
    const plan = selectPlan(state())
    const readers = plan.ok ? plan.inRun.filter(({ key }) => readsMinSize.has(key)) : []
    expect(readers.length).toBeGreaterThan(0)
    const redo = selectRedoPreview(state()).ofSetting('min_cluster_size')
    expect(redo?.nTotal).toBe(plan.ok ? plan.inRun.length : 0)
    expect(redo?.nRedo).toBeGreaterThanOrEqual(readers.length)
    expect(redo?.nRedo).toBeLessThan(redo?.nTotal ?? 0)
    expect(selectRedoPreview(state()).ofSetting('tol')).toMatchObject({ nRedo: 0 })
  })

  test('is the same answer whether it ran before or not, and counts an overlay as a whole', async () => {
    const { state } = await withFiles()
    state().chooseEnvironment('prod')
    state().setParam('merging', 'min_cluster_size', 3)
    const before = selectRedoPreview(state()).ofEnvironment()
    await state().startRun('full_pipeline_job')
    expect(selectRedoPreview(state()).ofEnvironment()).toEqual(before)
    expect(selectRedoPreview(state()).ofSetting('min_cluster_size')).toEqual(before)
  })

  test('has no answer where nothing can be planned, nor for an environment where none is chosen', async () => {
    const { state } = await withFiles()
    expect(selectRedoPreview(state()).ofEnvironment()).toBeNull()
    state().setParams('internal', { min_clusters: 9, max_clusters: 3 })
    expect(selectRedoPreview(state()).ofSetting('min_clusters')).toBeNull()
    const app = createAppState(fakeServices())
    expect(selectRedoPreview(app.getState()).ofSetting('tol')?.nTotal ?? 0).toBe(0)
  })
})

const readsMinSize = new Set(['cluster_reassignment', 'merged_clusters'])
