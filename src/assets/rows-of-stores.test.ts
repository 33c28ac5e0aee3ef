import { expect, test } from 'vitest'
import { rowsOfStores } from './rows-of-stores'

test('rowsOfStores(storeIds, ids, what) finds each store wherever it stands', () => {
  expect(rowsOfStores(['7', '007'], ['007', '10', '7'], 'features')).toEqual(Int32Array.of(2, 0))
  expect(rowsOfStores([], ['007'], 'features')).toEqual(new Int32Array(0))
})

test('rowsOfStores(storeIds, ids, what) names a store that has no row', () => {
  expect(() => rowsOfStores(['7'], ['007'], 'features')).toThrow(
    'Store 7 has a cluster but no features.',
  )
})
