import { describe, expect, test } from 'vitest'
import { noteOf } from './asset-tile.model'
import { partitionOf, tileOf } from './testing/tiles'

const key = 'internal_train_clustering_models'
const parts = (...changes: readonly Parameters<typeof partitionOf>[1][]) =>
  changes.map((change, i) => partitionOf(key, { partition: `P${i}`, ...change }))
const note = (change: Parameters<typeof tileOf>[1]) =>
  noteOf(tileOf(key, change), (ms) => `${ms} ms`)

describe('the note of a tile', () => {
  test('names the one category that failed, else how many did', () => {
    const one = parts({ status: 'failed' }, {})
    const two = parts({ status: 'failed' }, { status: 'failed' })
    expect(note({ status: 'failed', partitions: one })).toBe('P0')
    expect(note({ status: 'failed', partitions: two })).toBe('2 failed')
  })

  test('says how far it is while it runs, also where it was stale or failed before', () => {
    const partitions = parts({ activity: 'running' }, { activity: 'queued' }, {})
    expect(note({ status: 'stale', activity: 'running', partitions })).toBe('1 of 3')
    expect(note({ status: 'failed', activity: 'queued', partitions })).toBe('1 queued')
  })
})
