import { describe, expect, it } from 'vitest'
import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { MergedClusterAssignments } from '../../assets/merging/merged-cluster-assignments/spec'
import { branchAssignmentRows } from './branch-assignments'
import { flagged } from './exceptions'
import { mergedAssignmentRows } from './merged-assignments'

const assigned: AssignedClusters = {
  storeIds: ['007', '2'],
  clusters: Int32Array.of(1, 1),
  nClusters: 1,
  clusterIds: Int32Array.of(1),
  distance: Float64Array.of(1, 1),
  runnerUp: Int32Array.of(0, 0),
  runnerUpDistance: Float64Array.of(NaN, NaN),
  margin: Float64Array.of(NaN, NaN),
  silhouette: Float64Array.of(NaN, NaN),
  isOutlier: Uint8Array.of(0, 1),
  isNoise: Uint8Array.of(0, 1),
  noData: Uint8Array.of(0, 0),
  filledCells: Int32Array.of(0, 0),
  overrides: [],
  locked: [],
  separate: [{ storeId: '1', reason: 'outlier', filledCells: 3, nearest: 1, nearestDistance: 7 }],
  excluded: [],
}
const merged: MergedClusterAssignments = {
  storeIds: ['007', '2'],
  categories: ['Beer', 'Beer'],
  internal: Int32Array.of(1, 1),
  external: Int32Array.of(3, 3),
  merged: ['1_3', '1_3'],
  rebalanced: ['1_3', '1_3'],
  movedFrom: ['', ''],
  distance: Float64Array.of(1, 1),
  runnerUp: ['', ''],
  runnerUpDistance: Float64Array.of(2, 2),
  internalOutlier: Uint8Array.of(0, 0),
  externalOutlier: Uint8Array.of(0, 0),
  separate: [
    {
      storeId: '1',
      category: 'Beer',
      internal: null,
      external: 3,
      internalOutlier: true,
      externalOutlier: false,
    },
  ],
  excluded: [],
  perCategory: [],
}
const made = [{ partition: 'Beer', value: assigned }]

describe('stores that are kept separate', () => {
  it('are in the file of their branch under the label outlier, with the nearest cluster next', () => {
    const rows = branchAssignmentRows(made)
    expect(rows.map(([store]) => store)).toEqual(['007', '1', '2'])
    const row = ['1', 'Beer', 'outlier', null, 1, 7, null, null, true, false, 3]
    expect(rows[1]).toEqual(row)
  })

  it('are in the merged file under the same label, before and after small clusters moved', () => {
    const rows = mergedAssignmentRows(merged)
    expect(rows.map(([store]) => store)).toEqual(['007', '1', '2'])
    const row = [
      '1',
      'Beer',
      'outlier',
      3,
      'outlier',
      'outlier',
      null,
      null,
      null,
      null,
      true,
      false,
    ]
    expect(rows[1]).toEqual(row)
  })

  it('are exceptions, like those that have a cluster and a flag', () => {
    const told = flagged('internal', made).map(({ storeId, asset, reason }) => [
      storeId,
      asset,
      reason,
    ])
    expect(told).toEqual([
      ['2', 'internal_train_clustering_models', 'noise'],
      ['1', 'internal_outlier_removed_features', 'outlier, kept separate'],
    ])
  })
})
