import { describe, expect, test } from 'vitest'
import {
  type BoardFilter,
  countStates,
  isFiltering,
  matchingKeys,
  noFilter,
  toggled,
} from './board-filter.model'
import { partitionOf, tileOf } from './testing/tiles'

const normalized = tileOf('external_normalized_data', {
  status: 'stale',
  partitions: [partitionOf('external_normalized_data', { partition: 'all', status: 'stale' })],
})
const model = tileOf('internal_train_clustering_models', { hasWarning: true })
const counts = tileOf('internal_optimal_cluster_counts', {
  activity: 'running',
  partitions: [partitionOf('internal_optimal_cluster_counts', { activity: 'running' })],
})
const tiles = [normalized, model, counts]
const keysOf = (filter: Partial<BoardFilter>, causes: Parameters<typeof matchingKeys>[2] = []) => [
  ...matchingKeys(tiles, { ...noFilter, ...filter }, causes),
]

describe('matchingKeys(tiles, filter, causes)', () => {
  test('finds an asset by its label, key, parameter or check', () => {
    expect(keysOf({ text: 'Trained' })).toEqual([model.key])
    expect(keysOf({ text: 'external_norm' })).toEqual([normalized.key])
    expect(keysOf({ text: 'norm_method' })).toEqual([normalized.key])
    expect(keysOf({ text: 'no_tiny_cluster' })).toEqual([model.key])
    expect(keysOf({ text: 'models INTERNAL' })).toEqual([model.key])
    expect(keysOf({ text: 'nothing like this' })).toEqual([])
  })

  test('leaves what has one of the states; running is one beside the status', () => {
    expect(keysOf({ states: new Set(['stale']) })).toEqual([normalized.key])
    expect(keysOf({ states: new Set(['stale', 'running']) })).toEqual([normalized.key, counts.key])
    expect(keysOf({ states: new Set(['fresh']) })).toEqual([model.key, counts.key])
  })

  test('leaves what is stale because of a named change', () => {
    const cause = { id: 'c', stale: new Set(['external_normalized_data[all]']) }
    const causes = [cause]
    expect(keysOf({ causes: new Set(['c']) }, causes)).toEqual([normalized.key])
    expect(keysOf({ causes: new Set(['other']) }, causes)).toEqual([])
  })

  test('all parts of a filter hold at once', () => {
    expect(keysOf({ warns: true })).toEqual([model.key])
    expect(keysOf({ warns: true, text: 'cluster count' })).toEqual([])
    expect(isFiltering(noFilter)).toBe(false)
    expect(isFiltering({ ...noFilter, text: '  ' })).toBe(false)
  })
})

test('countStates counts assets, not their categories', () => {
  expect(Object.fromEntries(countStates(tiles))).toEqual({
    fresh: 2,
    stale: 1,
    missing: 0,
    failed: 0,
    running: 1,
  })
})

test('toggled puts in what is not all there, else takes it out', () => {
  expect([...toggled(new Set(['a']), ['a', 'b'])]).toEqual(['a', 'b'])
  expect([...toggled(new Set(['a', 'b', 'c']), ['a', 'b'])]).toEqual(['c'])
})
