import { expect, test } from 'vitest'
import { finalStoresOf, lockableOf } from './decidable.model'
import { pairsOf } from './pairs.model'

const pairs = pairsOf({
  merged: ['1_1', '3_2'],
  internal: Int32Array.of(1, 3),
  external: Int32Array.of(1, 2),
})

test('lockableOf(reassigned, pairs, names): small clusters too, with the stores they have in the end', () => {
  const sizes = {
    sizesBefore: [
      { cluster: '1_1', size: 50 },
      { cluster: '3_2', size: 3 },
    ],
    sizesAfter: [{ cluster: '1_1', size: 53 }],
  }
  expect(lockableOf(sizes, pairs, new Map([['1_1', 'Late night']]))).toMatchObject([
    { key: '1_1', name: 'Late night', size: 53, token: { colorIndex: 0 } },
    { key: '3_2', name: 'Cluster 3_2', size: 0, token: { colorIndex: 2 } },
  ])
})

test('finalStoresOf(after, chosen): the stores of one cluster, and which of them are locked', () => {
  const after = {
    storeIds: ['a', 'b', 'c'],
    rebalanced: ['1_1', '3_2', '1_1'],
    movedFrom: ['', '', '3_2'],
    distance: Float64Array.of(1, 2, 3),
    runnerUp: ['3_2', '1_1', '3_2'],
    runnerUpDistance: Float64Array.of(4, 5, 6),
    locked: ['c'],
  }
  expect(finalStoresOf(after, '1_1').map(({ storeId }) => storeId)).toEqual(['a', 'c'])
  expect(finalStoresOf(after, null)).toHaveLength(3)
  expect(finalStoresOf(after, '1_1')[1]).toMatchObject({ movedFrom: '3_2', isLocked: true })
})
