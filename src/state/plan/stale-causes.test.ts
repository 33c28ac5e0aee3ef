import { describe, expect, test } from 'vitest'
import { assetId } from '../../runs/address'
import { selectPlanById, selectStale } from './plan-selectors'
import { rootsByAsset, selectNamedCauses } from './stale-causes'
import { withFiles } from '../testing/with-files'

describe('why assets are stale', () => {
  test('nothing is while nothing changed', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    expect(selectNamedCauses(state())).toEqual([])
  })

  test('a setting is named once, with every asset below it, however many categories', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('merging', 'min_cluster_size', 3)
    const [cause, ...others] = selectNamedCauses(state())
    expect(others).toEqual([])
    expect(cause).toMatchObject({
      root: { key: 'cluster_reassignment' },
      cause: { kind: 'params', name: 'min_cluster_size', after: 3 },
    })
    expect([...(cause?.stale ?? [])]).toEqual(selectStale(state()).map(({ id }) => id))
  })

  test('the same setting of two branches is two causes, one for each reader', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('job_params', 'norm_method', 'robust')
    expect(selectNamedCauses(state()).map(({ root }) => root.key)).toEqual([
      'internal_normalized_data',
      'external_normalized_data',
    ])
  })

  test('the way from the change down to an asset is told step by step', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('external', 'norm_method', 'robust')
    const id = assetId({ key: 'external_outlier_removed_features', partition: 'all' })
    expect(rootsByAsset(id, selectPlanById(state()))).toEqual([
      {
        id: 'external_normalized_data[all]',
        key: 'external_normalized_data',
        cause: { kind: 'params', name: 'norm_method', before: 'zscore', after: 'robust' },
        path: ['external_normalized_data[all]', id],
      },
    ])
  })

  test('an asset that reads every category is told the same change once', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('internal', 'norm_method', 'robust')
    const roots = rootsByAsset('merged_cluster_assignments', selectPlanById(state()))
    expect(roots.map(({ key }) => key)).toEqual(['internal_normalized_data'])
  })

  test('the answer is the same object while nothing changed', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('merging', 'min_cluster_size', 3)
    expect(selectNamedCauses(state())).toBe(selectNamedCauses(state()))
  })
})
