import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../config/configuration'
import { completeFrom } from './complete-from'
import type { AssetRecord, RunRecord } from './contract'

const record = (key: string, status: AssetRecord['status'] = 'success'): AssetRecord => ({
  key,
  partition: null,
  codeVersion: '1',
  dataVersion: status === 'success' ? key : null,
  status,
  cached: false,
  ms: 1,
  rows: 1,
  checks: [],
  failure: null,
})

const run = (id: string, assets: readonly AssetRecord[], k = 10): RunRecord => ({
  id,
  seq: 1,
  startedAt: '2026-01-01T00:00:00Z',
  ms: 1,
  status: 'success',
  selection: 'full_pipeline_job',
  configuration: { ...emptyConfiguration, job_params: { max_clusters: k } },
  inputs: [],
  assets,
  errors: [],
  resultHash: null,
})

const keysOf = ({ assets }: RunRecord) => assets.map(({ key }) => key)

describe('completeFrom(run, earlier)', () => {
  test('adds what an earlier run of the same files and settings made', () => {
    const full = run('1', [record('a'), record('b')])
    expect(keysOf(completeFrom(run('2', [record('b')]), [full]))).toEqual(['b', 'a'])
  })

  test('never mixes in the result of other settings', () => {
    const other = run('1', [record('a'), record('b')], 3)
    expect(keysOf(completeFrom(run('2', [record('b')]), [other]))).toEqual(['b'])
  })

  test('never puts a failure in place of a success, nor adds one', () => {
    const failed = run('1', [record('a', 'failure'), record('b')])
    const now = run('2', [record('b', 'failure')])
    expect(completeFrom(now, [failed]).assets).toEqual(now.assets)
  })

  test('takes nothing from a run whose ids come from another baseline', () => {
    const carried = { ...run('1', [record('a')]), baseline: { runId: 'first', seq: 1 } }
    expect(keysOf(completeFrom(run('2', []), [carried]))).toEqual([])
    const same = { ...run('2', []), baseline: { runId: 'first', seq: 1 } }
    expect(keysOf(completeFrom(same, [carried]))).toEqual(['a'])
  })
})
