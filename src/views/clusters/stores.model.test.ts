import { describe, expect, test } from 'vitest'
import type { ImputedFeatures } from '../../assets/feature-engineering/imputed-features/spec'
import { mergedPlacement, orderOf, placementOf } from './placement.model'
import { filterStores, standoutReader, storeRows, storesCsv } from './stores.model'
import { assignedTo, profileOf, reassignedFrom } from './testing/values'

const none = { query: '', chosen: new Set<string>(), lasso: null }
const rows = storeRows(placementOf(assignedTo([1, 2, 2])), [], new Map([['s1', '4']]))

describe('storeRows(placement, clusters, other)', () => {
  test('flags outliers, stores without data and filled cells', () => {
    const assigned = {
      ...assignedTo([1, 1, 1]),
      isOutlier: Uint8Array.of(1, 0, 0),
      noData: Uint8Array.of(0, 1, 0),
      filledCells: Int32Array.of(0, 9, 2),
    }
    const flags = storeRows(placementOf(assigned), [], new Map()).map((row) => row.flags)
    expect(flags).toEqual([['unusual'], ['no data'], ['2 filled']])
  })

  test('a store that a person locked says so, in a branch and where merged', () => {
    const locked = { ...assignedTo([1, 2]), locked: ['s1'] }
    const flags = storeRows(placementOf(locked), [], new Map()).map((row) => row.flags)
    expect(flags).toEqual([[], ['locked']])
  })

  test('brings the cluster of the other view, empty where there is none', () => {
    expect(rows.map(({ other }) => other)).toEqual(['', '4', ''])
  })
})

describe('filterStores(rows, filter)', () => {
  test('keeps stores whose id holds the query, in the chosen clusters and the lasso', () => {
    const idsOf = (filter: Partial<Parameters<typeof filterStores>[1]>) =>
      filterStores(rows, { ...none, ...filter }).map(({ id }) => id)
    expect(idsOf({})).toEqual(['s0', 's1', 's2'])
    expect(idsOf({ query: ' S1 ' })).toEqual(['s1'])
    expect(idsOf({ chosen: new Set(['2']) })).toEqual(['s1', 's2'])
    expect(idsOf({ chosen: new Set(['2']), lasso: new Set(['s0', 's2']) })).toEqual(['s2'])
  })
})

describe('standoutReader(features, profile)', () => {
  const features: ImputedFeatures = {
    storeIds: ['s0', 's1'],
    featureNames: ['% Sales LATE NIGHT', '% Sales LUNCHBOX'],
    origins: ['% Sales LATE NIGHT', '% Sales LUNCHBOX'],
    X: Float64Array.of(50, 10, 20, 30),
    isCompositional: true,
    hasData: Uint8Array.of(1, 0),
    filled: new Uint8Array(4),
    columns: [],
    imputer: null,
    excluded: [],
  }

  test('tells what a store has more of than the chain, with its index', () => {
    expect(standoutReader(features, profileOf())('s0')).toEqual([
      { name: 'Late night', z: 3, index: 250 },
    ])
  })

  test('says nothing of a store without data, or of one that is not there', () => {
    const read = standoutReader(features, profileOf())
    expect(read('s1')).toEqual([])
    expect(read('elsewhere')).toEqual([])
  })
})

describe('storesCsv(rows, otherHead)', () => {
  test('keeps ids as they are and names the other view', () => {
    const { columns, rows: lines } = storesCsv(rows, 'external')
    expect(columns.at(-1)).toBe('external')
    expect(lines[1]).toEqual(['s1', '2', '', '', 0.5, 0.4, '', '', '4'])
  })
})

describe('mergedPlacement(reassigned, crossed)', () => {
  const crossed = {
    storeIds: ['s0', 's1'],
    externalStoreIds: ['s0', 's1'],
    matchedByRule: [],
    idConflicts: [],
    ruleOffers: [],
    internal: Int32Array.of(1, 2),
    external: Int32Array.of(2, 2),
    merged: ['1_2', '2_2'],
    internalOutlier: Uint8Array.of(0, 1),
    externalOutlier: Uint8Array.of(0, 0),
    onlyInternal: ['s7'],
    onlyExternal: [],
    nInternalClusters: 2,
    nExternalClusters: 2,
    internalIds: Int32Array.of(1, 2),
    externalIds: Int32Array.of(1, 2),
    crosstab: new Int32Array(4),
    adjustedRandIndex: 0,
    normalizedMutualInfo: 0,
    separate: [],
    space: { featureNames: [], nInternal: 0, X: new Float64Array(), blockWeight: null },
  }

  test('keeps the final cluster, the margin to the next and the outlier flag of either view', () => {
    const placement = mergedPlacement(reassignedFrom(['1_2', '1_2'], ['', '2_2']), crossed)
    expect(placement.clusters).toEqual(['1_2', '1_2'])
    expect([...placement.margin]).toEqual([0.75, 0.75])
    expect([...placement.isOutlier]).toEqual([0, 1])
    expect(placement.nExcluded).toBe(1)
  })

  test('stores that are kept separate come last, under their own label', () => {
    const apart = {
      storeId: 's9',
      externalStoreId: 's9',
      internal: null,
      external: 1,
      internalOutlier: true,
      externalOutlier: false,
    }
    const after = reassignedFrom(['1_2', '1_2'], ['', '2_2'])
    const placement = mergedPlacement(after, { ...crossed, separate: [apart] })
    expect(placement.clusters).toEqual(['1_2', '1_2', 'outlier'])
    expect(placement.storeIds.at(-1)).toBe('s9')
    expect(placement.isOutlier.at(-1)).toBe(1)
    expect(placement.margin.at(-1)).toBeNaN()
    expect(storeRows(placement, [], new Map()).at(-1)).toMatchObject({
      clusterKey: 'outlier',
      flags: ['unusual'],
    })
  })

  test('the order of the halves is read from the labels', () => {
    expect(orderOf(crossed)).toBe('internal_external')
    expect(orderOf({ ...crossed, merged: ['2_1', '2_2'] })).toBe('external_internal')
  })
})
