import { expect, test } from 'vitest'
import { identifyClusters } from './identify-clusters'

/** Stores a, b, c ... with the label of each, -1 for a store that took no part. */
const clusteringOf = (labels: readonly number[]) => ({
  storeIds: labels.map((_, i) => String.fromCharCode(97 + i)),
  labels: Int32Array.from(labels),
  nClusters: new Set(labels.filter((label) => label !== -1)).size,
})

function identify(now: readonly number[], before: readonly number[] | null) {
  const lines: string[] = []
  const clustering = before && clusteringOf(before)
  const baseline = clustering && {
    ...clustering,
    clusterIds: Int32Array.from({ length: clustering.nClusters }, (_, c) => c + 1),
    retiredIds: new Int32Array(0),
  }
  const identity = identifyClusters(clusteringOf(now), {
    baseline,
    log: (level, message) => lines.push(`${level}: ${message}`),
  })
  return { ids: [...identity.clusterIds], lines }
}

test('without a baseline clusters are numbered as they come, and there is nothing to tell', () => {
  expect(identify([0, 1, 1, 2], null)).toEqual({ ids: [1, 2, 3], lines: [] })
})

test('the log tells which ids are kept, new and retired, and what was split and merged', () => {
  const before = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2]
  expect(identify([0, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1], before)).toEqual({
    ids: [1, 2, 4],
    lines: [
      'info: Ids kept from the baseline: 1, 2; new: 4; retired: 3.',
      'info: Cluster 1 was split into 1, 4.',
      'info: Clusters 2, 3 were merged into 2.',
    ],
  })
})

test('the log tells every part of a split, also one that others were merged into', () => {
  const before = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]
  expect(identify([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], before).lines).toEqual([
    'info: Ids kept from the baseline: 1; new: 3; retired: 2.',
    'info: Cluster 1 was split into 1, 3.',
    'info: Clusters 1, 2 were merged into 3.',
  ])
})

test('the log warns where no store is in both', () => {
  const { ids, lines } = identify([0, 1], [-1, -1, 0, 1])
  expect(ids).toEqual([3, 4])
  expect(lines).toEqual([
    'warn: No clustered store is in the baseline too, so every cluster gets a new id and the ids of the baseline are retired.',
  ])
})
