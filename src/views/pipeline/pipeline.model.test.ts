import { describe, expect, test } from 'vitest'
import type { AssetTile, PartitionTile } from './asset-tile.model'
import { restingAnswer } from './pipeline.model'

const partition: PartitionTile = {
  partition: null,
  status: 'fresh',
  activity: 'idle',
  isCached: false,
  share: 0,
  ms: 1,
  causes: [],
  record: null,
}
const tile: AssetTile = {
  key: 'internal_raw_sales_data',
  label: 'Raw sales',
  description: '',
  branch: 'internal',
  group: 'preprocessing',
  status: 'fresh',
  activity: 'idle',
  partitions: [partition],
  upstream: [],
  hasWarning: false,
}
const last = { seq: 2, ran: 42, cached: 33, total: 75, ms: 900 }
const rest = { last: null, newest: undefined, missing: '' }

describe('the pipeline at rest', () => {
  test('says what the last run did, and what it had to skip', () => {
    expect(restingAnswer([tile], { ...rest, last }).detail).toBe(
      'Run 2: 42 of 75 assets run, 33 cached, in 0.9 s.',
    )
    expect(restingAnswer([tile], { ...rest, last: { ...last, ran: 40 } }).detail).toContain(
      '33 cached, 2 skipped',
    )
  })

  test('a canceled run is said first; what it made is kept', () => {
    const newest = { seq: 3, status: 'canceled' } as const
    expect(restingAnswer([tile], { ...rest, newest }).detail).toBe(
      'Run 3 was canceled; what it made is kept.',
    )
    expect(restingAnswer([tile], { ...rest, last, newest }).detail).toContain('Run 2: 42 of 75')
  })

  test('says what keeps a run from starting, never that nothing is here', () => {
    const missing = 'Add a product map to run'
    expect(restingAnswer([], { ...rest, missing })).toEqual({ title: `${missing}.`, detail: '' })
  })
})
