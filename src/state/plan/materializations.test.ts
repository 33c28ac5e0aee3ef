import { describe, expect, test } from 'vitest'
import { makerOf, materializationsOf } from './materializations'
import { emptyRun, madeRecord } from '../testing/fake-services'

const ref = { key: 'external_normalized_data', partition: 'all' }
const made = (version: string, cached: boolean) => ({
  ...madeRecord(ref.key, ref.partition, version),
  cached,
})
const failed = {
  ...made('', false),
  dataVersion: null,
  status: 'failure' as const,
}
const runs = [
  { ...emptyRun('e'), seq: 5, assets: [made('v1', true)] },
  { ...emptyRun('d'), seq: 4, assets: [failed] },
  { ...emptyRun('c'), seq: 3, assets: [made('v2', false)] },
  { ...emptyRun('b'), seq: 2, assets: [madeRecord('another', null, 'v')] },
  { ...emptyRun('a'), seq: 1, assets: [made('v1', false)] },
]

describe('the materializations of an asset', () => {
  test('are every attempt, newest first, each against the value before it', () => {
    const attempts = materializationsOf(runs, ref)
    expect(attempts.map(({ run, version }) => [run.seq, version])).toEqual([
      [5, 'changed'],
      [4, 'none'],
      [3, 'changed'],
      [1, 'first'],
    ])
  })

  test('a value taken from the cache was made by the run that computed it', () => {
    const attempts = materializationsOf(runs, ref)
    expect(makerOf(attempts, 'v1')?.run.seq).toBe(1)
    expect(makerOf(attempts, 'unknown')).toBeNull()
  })
})
