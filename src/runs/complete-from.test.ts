import { describe, expect, test } from 'vitest'
import { external, internal, published } from '../assets/specs'
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

  test('takes nothing from a run in which a version of the method was another', () => {
    const improved = { ...record('b'), codeVersion: '2', dataVersion: 'b by version 2' }
    const before = run('1', [record('a'), record('b')])
    expect(keysOf(completeFrom(run('2', [improved]), [before]))).toEqual(['b'])
  })

  test('takes nothing from a run whose ids come from another baseline', () => {
    const carried = { ...run('1', [record('a')]), baseline: { runId: 'first', seq: 1 } }
    expect(keysOf(completeFrom(run('2', []), [carried]))).toEqual([])
    const same = { ...run('2', []), baseline: { runId: 'first', seq: 1 } }
    expect(keysOf(completeFrom(same, [carried]))).toEqual(['a'])
  })

  test('takes what the run left as it was, by version, from a run with other settings', () => {
    const full = run('1', [record('a'), record('b'), record('c')], 3)
    const versions = { key: 'a', partition: null, dataVersion: 'a' }
    const other = { key: 'c', partition: null, dataVersion: 'made since' }
    const now = { ...run('2', [record('b')]), beside: [versions, other] }
    expect(keysOf(completeFrom(now, [full]))).toEqual(['b', 'a'])
  })

  test('what comes in was not made by the run', () => {
    const { assets } = completeFrom(run('2', [record('b')]), [run('1', [record('a')])])
    expect(assets).toMatchObject([
      { key: 'b', cached: false, ms: 1 },
      { key: 'a', cached: true, ms: 0 },
    ])
  })

  test('a result hash holds for the placements of the run alone', () => {
    const full = { ...run('1', [record(internal.assigned.key), record('a')]), resultHash: 'f' }
    const of = (assets: readonly AssetRecord[]) =>
      completeFrom({ ...run('2', assets), resultHash: 'e' }, [full]).resultHash
    expect(of([record(external.assigned.key)])).toBeNull()
    expect(of([record(published.key)])).toBe('e')
    expect(of([record(internal.assigned.key)])).toBe('e')
  })
})
