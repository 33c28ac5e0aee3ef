import { describe, expect, test, vi } from 'vitest'
import type { RunEvent, RunRecord } from '../../runs/contract'
import { selectAssetState } from './asset-state'
import { newRun } from '../runs/live-run'
import {
  selectEveryPlanned,
  selectPlan,
  selectPlanById,
  selectStale,
  selectToMake,
} from './plan-selectors'
import { selectCategories, selectExternalPartition } from '../selectors'
import { selectRecords } from './shown-records'
import { emptyRun, fakeServices, madeRecord } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

describe('the plan on the screen', () => {
  test('counts what would run', async () => {
    const { state } = await withFiles()
    const before = selectPlan(state())
    expect(before.ok && before.nToRun).toBe(before.ok && before.inRun.length)
    await state().startRun('full_pipeline_job')
    const after = selectPlan(state())
    expect(after.ok && after.nToRun).toBe(0)
    expect(after.ok && after.inRun.length).toBeGreaterThan(20)
    expect(selectStale(state())).toEqual([])
  })

  test('a changed parameter makes its readers stale with the cause; undoing it makes them fresh', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('merging', 'min_cluster_size', 3)
    const plan = selectPlan(state())
    expect(
      plan.ok && plan.inRun.filter(({ status }) => status === 'stale').map(({ id }) => id),
    ).toEqual([
      'cluster_reassignment[A]',
      'cluster_reassignment[B]',
      'merged_cluster_assignments',
      'cluster_profiles[A]',
      'cluster_profiles[B]',
      'cluster_labeling_analytics[A]',
      'cluster_labeling_analytics[B]',
    ])
    expect(selectAssetState(state(), 'cluster_reassignment', 'A')).toMatchObject({
      status: 'success',
      stale: true,
      causes: [{ kind: 'params', name: 'min_cluster_size' }],
    })
    expect(selectStale(state())).toHaveLength(7)
    state().undo()
    expect(selectAssetState(state(), 'cluster_reassignment', 'A').stale).toBe(false)
  })

  test('a setting that was run before is fresh in the cache and still not what is shown', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('merging', 'min_cluster_size', 3)
    await state().startRun('full_pipeline_job')
    state().undo()
    const plan = selectPlan(state())
    expect(plan.ok && plan.nToRun).toBe(0)
    expect(selectAssetState(state(), 'cluster_reassignment', 'A')).toMatchObject({
      stale: true,
      causes: [{ kind: 'params', name: 'min_cluster_size' }],
    })
  })

  test('selectors give the same object while nothing changed, so that no screen renders for nothing', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    expect(selectPlan(state())).toBe(selectPlan(state()))
    expect(selectStale(state())).toBe(selectStale(state()))
  })

  test('what was made without a category that failed is fresh, until something else changes', async () => {
    const { state, app, services } = await withFiles()
    await state().startRun('full_pipeline_job')
    const [run] = state().runs
    if (run === undefined) throw new Error('no run')
    const failure = { code: 'x', message: 'No.', path: '', hint: '' }
    const assets = run.assets.map((asset) => {
      if (asset.key === 'cluster_reassignment' && asset.partition === 'B')
        return { ...asset, dataVersion: null, status: 'failure' as const, failure }
      if (asset.key !== 'merged_cluster_assignments' || asset.madeFrom === undefined) return asset
      return { ...asset, dataVersion: 'of A', madeFrom: { ...asset.madeFrom, deps: 'of A' } }
    })
    const versions = services.kept.versions.filter(
      (version) => !/^(cluster_reassignment.B|merged_cluster_assignments)/.test(version),
    )
    app.setState({ runs: [{ ...run, assets }], knownVersions: new Set(versions) })
    const published = () => selectAssetState(state(), 'merged_cluster_assignments', null)
    expect(published()).toMatchObject({ status: 'success', stale: false })
    expect(selectStale(state())).toEqual([])
    state().setParam('merging', 'min_cluster_size', 3)
    expect(published().stale).toBe(true)
  })

  test('after a failed run the value from before is still the one to show', async () => {
    const { state, app } = await withFiles()
    const ref = ['cluster_profiles', 'A'] as const
    const failure = { code: 'x', message: 'No.', path: '', hint: '' }
    const failed = {
      ...madeRecord(...ref, ''),
      dataVersion: null,
      status: 'failure',
      failure,
    } as const
    const made = madeRecord(...ref, 'v1')
    app.setState({
      runs: [
        { ...emptyRun('new'), seq: 2, status: 'failure', assets: [failed] },
        { ...emptyRun('old'), assets: [made] },
      ],
    })
    expect(selectAssetState(state(), ...ref)).toMatchObject({
      status: 'failure',
      record: failed,
      made,
      failure,
    })
    expect(selectAssetState(state(), 'cluster_profiles', 'Z').status).toBe('missing')
  })

  test('while a run goes on an asset is queued, then running, then idle', async () => {
    let emit: (event: RunEvent) => void = () => undefined
    let end: (record: RunRecord) => void = () => undefined
    const materialize = vi.fn((_request: unknown, on: (event: RunEvent) => void) => {
      emit = on
      return new Promise<RunRecord>((resolve) => (end = resolve))
    })
    const { state } = await withFiles(fakeServices({ materialize }))
    const running = state().startRun('internal_preprocessing_job')
    const ref = { key: 'internal_store_metrics', partition: 'A' }
    const activity = () => selectAssetState(state(), ref.key, ref.partition).activity
    expect(activity()).toBe('queued')
    await vi.waitFor(() => expect(materialize).toHaveBeenCalled())
    emit({ type: 'started', ...ref })
    expect(activity()).toBe('running')
    emit({ type: 'materialized', ...ref, asset: madeRecord(ref.key, ref.partition, 'v') })
    await vi.waitFor(() => expect(activity()).toBe('idle'))
    expect(selectAssetState(state(), 'merged_cluster_assignments', null).activity).toBe('idle')
    end(emptyRun('id-3'))
    await running
  })

  test('a run of a few assets shows the others as they were before', async () => {
    const { state, app } = await withFiles()
    await state().startRun('full_pipeline_job')
    const partial = {
      ...emptyRun('part'),
      seq: 2,
      assets: [madeRecord('cluster_profiles', 'A', 'v')],
    }
    app.setState({ runs: [partial, ...state().runs] })
    expect(selectCategories(state())).toEqual(['A', 'B'])
    expect(selectExternalPartition(state())).toBe('all')
    expect(selectAssetState(state(), 'internal_filtered_features', 'B').status).toBe('success')
  })

  test('before any run nothing is to be made, and every asset is planned', async () => {
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
