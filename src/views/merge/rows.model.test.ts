import { describe, expect, test } from 'vitest'
import { pairsOf } from './pairs.model'
import { finalClustersOf, movedStoresOf, searchStores } from './rows.model'

const move = {
  storeId: '00a12',
  from: '1_2',
  to: '1_1',
  dFrom: 1,
  dTo: 3,
  runnerUp: '2_2',
  runnerUpDistance: 4,
  by: 'size' as const,
}

describe('movedStoresOf(reassigned)', () => {
  test('the margin is the share by which the taker is nearer', () => {
    expect(movedStoresOf({ moves: [move] })[0]).toMatchObject({ before: 1, after: 3, margin: 0.25 })
  })

  test('without a runner-up there is no margin, at its very centre it is 0', () => {
    const moves = [
      { ...move, runnerUp: '', runnerUpDistance: NaN },
      { ...move, dTo: 0, runnerUpDistance: 0 },
    ]
    expect(movedStoresOf({ moves }).map(({ margin }) => margin)).toEqual([null, 0])
  })

  test('a store is found by any part of its id', () => {
    const stores = movedStoresOf({ moves: [move, { ...move, storeId: '00777' }] })
    expect(searchStores(stores, ' A1').map(({ storeId }) => storeId)).toEqual(['00a12'])
    expect(searchStores(stores, '')).toHaveLength(2)
    expect(searchStores(stores, '9')).toEqual([])
  })
})

describe('finalClustersOf(reassigned, pairs, names)', () => {
  test('one row per cluster that is left, with both names and what it gained', () => {
    const pairs = pairsOf({
      merged: ['1_1', '1_2'],
      internal: Int32Array.of(1, 1),
      external: Int32Array.of(1, 2),
    })
    const sizes = {
      sizesBefore: [
        { cluster: '1_1', size: 50 },
        { cluster: '1_2', size: 3 },
      ],
      sizesAfter: [{ cluster: '1_1', size: 53 }],
    }
    const names = { internal: new Map([['1', 'More chips']]), external: new Map<string, string>() }
    expect(finalClustersOf(sizes, pairs, names)).toEqual([
      {
        label: '1_1',
        internal: 1,
        external: 1,
        internalName: 'More chips',
        externalName: '',
        before: 50,
        after: 53,
        gained: 3,
      },
    ])
  })
})
