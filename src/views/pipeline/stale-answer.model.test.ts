import { describe, expect, test } from 'vitest'
import { selectNamedCauses } from '../../state/plan/stale-causes'
import { withFiles } from '../../state/testing/with-files'
import { staleReason } from './stale-answer.model'

describe('staleReason(causes)', () => {
  test('says what is so now, and where it is read', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    expect(staleReason(selectNamedCauses(state()))).toBe('')
    state().setParam('external', 'norm_method', 'robust')
    expect(staleReason(selectNamedCauses(state()))).toBe(
      'Method is now Robust (quartiles) in Normalised, external',
    )
  })

  test('the same change of both branches is one', async () => {
    const { state } = await withFiles()
    await state().startRun('full_pipeline_job')
    state().setParam('job_params', 'norm_method', 'robust')
    expect(staleReason(selectNamedCauses(state()))).toBe(
      'Method is now Robust (quartiles) in Normalised, internal and external',
    )
    state().setParam('merging', 'min_cluster_size', 3)
    expect(staleReason(selectNamedCauses(state()))).toContain(', and 1 more change')
  })
})
