import { expect, test } from 'vitest'
import { decidableStores, lockableOf, mergedLockable } from './decisions.model'
import { mergedClusters } from './shown-clusters.model'
import { reassignedFrom } from './testing/values'

const undescribed = { profile: null, labelled: null }

test('lockableOf(branch, clusters, model): ids of the model, also one without stores, by its colour', () => {
  const model = { clusterIds: Int32Array.of(1, 3, 7) }
  expect(lockableOf('internal', [], model)).toEqual([
    { key: '1', name: 'Cluster 1', token: token('1', 0), size: 0 },
    { key: '3', name: 'Cluster 3', token: token('3', 2), size: 0 },
    { key: '7', name: 'Cluster 7', token: token('7', 6), size: 0 },
  ])
  expect(lockableOf('internal', [], null)).toEqual([])
})

function token(label: string, colorIndex: number) {
  return { kind: 'internal', label, colorIndex }
}

test('mergedLockable(clusters, reassigned, order): a small cluster that was emptied stays a choice', () => {
  const after = reassignedFrom(['1_1', '1_1', '1_1'], ['', '', '3_2'])
  const clusters = mergedClusters(after, 'internal_external', undescribed)
  const lockable = mergedLockable(clusters, after, 'internal_external')
  expect(lockable.map(({ key, size }) => [key, size])).toEqual([
    ['1_1', 3],
    ['3_2', 0],
  ])
  expect(lockable[1]?.token.colorIndex).toBe(2)
})

test('decidableStores(storeIds, selected): only stores that have a cluster here', () => {
  expect(decidableStores(['a', 'b'], new Set(['b', 'elsewhere']))).toEqual(['b'])
  expect(decidableStores(['a', 'b'], new Set())).toEqual([])
})
