import { expect, test } from 'vitest'
import {
  groupByReason,
  leftOutStores,
  leftOutTitle,
  rejectedRowsCsv,
  rowReasons,
  rowsSentence,
  searchStores,
} from './left-out.model'
import { matchingOfRun } from './run-join.model'

const file = {
  columns: ['store_nbr', 'category', 'branch', 'asset', 'reason'],
  rows: [
    ['1', 'TEA', 'internal', 'merged_clusters', 'internal_only'],
    ['2', 'TEA', 'internal', 'merged_clusters', 'internal_only'],
    ['2', 'all', 'external', 'external_outlier_removed_features', 'outlier'],
  ],
}

test('stores that are left out are counted by branch, category and reason', () => {
  const stores = leftOutStores(file)
  expect(leftOutTitle(stores)).toBe('2 stores are listed, for 2 reasons')
  expect(groupByReason(stores)).toMatchObject([
    { branch: 'internal', category: 'TEA', reason: 'no external data', n: 2 },
    { branch: 'external', category: 'all', reason: 'placed, an outlier', n: 1 },
  ])
  expect(searchStores(stores, 'outlier')).toHaveLength(1)
  expect(searchStores(stores, '')).toBe(stores)
  expect(leftOutTitle([])).toBe('No store is left out')
})

test('rows of sales are used, rejected or filtered, and add up', () => {
  const sales = {
    nRows: 10,
    nUsed: 6,
    rejected: [{ row: 4, reason: 'no store', text: 'store , product a' }],
    rejectedCounts: [{ reason: 'no store', count: 1, units: 0 }],
    filters: [{ name: 'only_positive', before: 9, after: 6 }],
  }
  expect(rowsSentence(sales)).toBe('10 sales rows = 6 used + 1 rejected + 3 filtered')
  expect(rowReasons(sales).map(({ reason, n }) => [reason, n])).toEqual([
    ['no store', 1],
    ['left out by only_positive', 3],
  ])
  expect(rejectedRowsCsv(sales).rows).toEqual([[4, 'no store', 'store , product a']])
})

test('the lists of a run have the shape of those before it', () => {
  const run = {
    storeIds: ['01', '2'],
    externalStoreIds: ['1', '2'],
    matchedByRule: [{ left: '01', right: '1' }],
    onlyInternal: ['3'],
    onlyExternal: [],
    idConflicts: [],
  }
  expect(matchingOfRun(run)).toMatchObject({
    pairs: [
      { left: '01', right: '1' },
      { left: '2', right: '2' },
    ],
    onlyLeft: ['3'],
  })
})
