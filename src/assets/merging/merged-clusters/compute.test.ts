import { describe, expect, it } from 'vitest'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { columnOf } from '../../../math/matrix'
import { standardDeviation } from '../../../math/standard-deviation'
import { defaultsOf } from '../../testing/defaults-of'
import { crossed } from '../../specs'
import { silent } from '../../testing/silent'
import { checks } from './checks'
import { compute } from './compute'

type Params = Parameters<typeof compute>[1]

function assignedOf(clusters: Readonly<Record<string, number>>): AssignedClusters {
  const storeIds = Object.keys(clusters).sort()
  const labels = Int32Array.from(storeIds, (id) => clusters[id])
  const zeros = new Float64Array(storeIds.length)
  return {
    storeIds,
    clusters: labels,
    nClusters: new Set(labels).size,
    clusterIds: Int32Array.from(new Set(labels)).sort(),
    distance: zeros,
    runnerUp: new Int32Array(storeIds.length),
    runnerUpDistance: zeros,
    margin: zeros,
    silhouette: zeros,
    isOutlier: Uint8Array.from(storeIds, (id) => (id === 'c' ? 1 : 0)),
    isNoise: new Uint8Array(storeIds.length),
    noData: new Uint8Array(storeIds.length),
    filledCells: new Int32Array(storeIds.length),
    overrides: [],
    locked: [],
    separate: [],
    excluded: [],
  }
}

function spaceOf(points: Readonly<Record<string, readonly number[]>>, weights?: readonly number[]) {
  const storeIds = Object.keys(points).sort()
  const width = points[storeIds[0]].length
  const transformed = Float64Array.from(storeIds.flatMap((id) => points[id]))
  const factors = Float64Array.from(weights ?? points[storeIds[0]].map(() => 1))
  const value: NormalizedData = {
    storeIds,
    featureNames: Array.from({ length: width }, (_, j) => `f${j}`),
    transformed,
    X: new Float64Array(transformed.length),
    hasData: new Uint8Array(storeIds.length).fill(1),
    transforms: [],
    scaler: { kind: 'affine', method: 'none', center: new Float64Array(width), scale: factors },
    weights: factors,
    unusedWeights: [],
  }
  return value
}

const inputs = {
  internal: assignedOf({ a: 1, b: 1, c: 2, x: 2 }),
  external: assignedOf({ a: 1, b: 2, c: 2, y: 3 }),
  internalSpace: spaceOf({ a: [1], b: [2], c: [6], x: [100] }),
  externalSpace: spaceOf({ a: [1, 5], b: [2, 5], c: [3, 5], y: [9, 9] }),
}
const merge = (params: Partial<Params> = {}, given = inputs) =>
  compute(given, { ...defaultsOf(crossed.params), ...params }, silent)

const columnsOf = ({ space, storeIds }: ReturnType<typeof compute>) =>
  space.featureNames.map((_, j) =>
    columnOf({ X: space.X, nSamples: storeIds.length, nFeatures: space.featureNames.length }, j),
  )

/** The same labels where a view keeps some stores separate. */
function keepSeparate(assigned: AssignedClusters, ...ids: string[]): AssignedClusters {
  const rows = [...assigned.storeIds.keys()].filter((row) => !ids.includes(assigned.storeIds[row]))
  return {
    ...assigned,
    storeIds: rows.map((row) => assigned.storeIds[row]),
    clusters: Int32Array.from(rows, (row) => assigned.clusters[row]),
    isOutlier: Uint8Array.from(rows, (row) => assigned.isOutlier[row]),
    separate: ids.map((storeId) => ({
      storeId,
      reason: 'outlier' as const,
      filledCells: 0,
      nearest: 1,
      nearestDistance: 2,
    })),
  }
}

describe('stores that a view keeps separate', () => {
  const given = { ...inputs, internal: keepSeparate(inputs.internal, 'b', 'x') }
  const value = merge({}, given)

  it('are in no merged cluster and in no space, with the cluster of the other view', () => {
    expect(value.storeIds).toEqual(['a', 'c'])
    expect(value.space.X).toHaveLength(2 * value.space.featureNames.length)
    const row = inputs.external.storeIds.indexOf('b')
    expect(value.separate).toEqual([
      {
        storeId: 'b',
        externalStoreId: 'b',
        internal: null,
        external: inputs.external.clusters[row],
        internalOutlier: true,
        externalOutlier: false,
      },
    ])
    expect(value.crosstab.reduce((sum, count) => sum + count, 0)).toBe(2)
  })

  it('are reconciled like every store, and listed on one side where the other view has none', () => {
    expect(value.onlyInternal).toEqual(['x'])
    expect(checks.stores_reconciled(value, given)).toMatchObject({
      passed: true,
      metadata: { both: 2, separate: 1 },
    })
    expect(checks.stores_reconciled({ ...value, separate: [] }, given).passed).toBe(false)
  })
})

describe('merged_clusters', () => {
  it('joins on store id, and lists the stores of one side', () => {
    const value = merge()
    expect(value.storeIds).toEqual(['a', 'b', 'c'])
    expect(value.onlyInternal).toEqual(['x'])
    expect(value.onlyExternal).toEqual(['y'])
    expect([...value.internalOutlier, ...value.externalOutlier]).toEqual([0, 0, 1, 0, 0, 1])
    expect(checks.stores_reconciled(value, inputs).passed).toBe(true)
  })

  it('joins ids that a chosen rule makes equal; stores go by their internal id', () => {
    const spelled = {
      ...inputs,
      external: assignedOf({ A: 1, 'b ': 2, c: 2, y: 3 }),
      externalSpace: spaceOf({ A: [1, 5], 'b ': [2, 5], c: [3, 5], y: [9, 9] }),
    }
    const exact = merge({}, spelled)
    expect(exact.storeIds).toEqual(['c'])
    expect(checks.ids_written_alike(exact, spelled)).toEqual({
      passed: false,
      metadata: {
        more_by_trim: 1,
        more_by_nfc: 0,
        more_by_case: 1,
        more_by_leading_zeros: 0,
        more_by_decimal_zero: 0,
        more_by_all: 2,
        first: 'a = A, b = b ',
      },
    })
    const value = merge({ id_match: ['case', 'trim'] }, spelled)
    const { externalStoreIds, matchedByRule, ruleOffers, idConflicts, ...rest } = value
    expect(externalStoreIds).toEqual(['A', 'b ', 'c'])
    expect(matchedByRule).toEqual([
      { left: 'a', right: 'A' },
      { left: 'b', right: 'b ' },
    ])
    expect([ruleOffers, idConflicts]).toEqual([[], []])
    expect(rest).toMatchObject({ onlyInternal: ['x'], onlyExternal: ['y'] })
    expect(rest.space).toEqual(merge().space)
    expect(rest.merged).toEqual(merge().merged)
    expect(checks.stores_reconciled(value, spelled).passed).toBe(true)
  })

  it('F-43: three lists add up, whatever the rules and the ids', () => {
    const apart = {
      ...inputs,
      external: assignedOf({ '0a': 1, B: 2, b: 2, ' x': 3 }),
      externalSpace: spaceOf({ '0a': [1, 5], B: [2, 5], b: [3, 5], ' x': [9, 9] }),
    }
    for (const id_match of ['exact', 'case', 'trim', ['case', 'trim']] as const) {
      const value = merge({ id_match }, apart)
      expect(value.storeIds.length + value.onlyInternal.length).toBe(4)
      expect(value.storeIds.length + value.onlyExternal.length).toBe(4)
      expect(checks.stores_reconciled(value, apart).passed).toBe(true)
    }
    const conflict = merge({ id_match: 'case' }, apart)
    expect(conflict.idConflicts).toEqual([{ form: 'B', left: ['b'], right: ['B', 'b'] }])
    expect(checks.ids_told_apart(conflict, apart)).toEqual({
      passed: false,
      metadata: { conflicts: 1, first: 'b / B', matched_by_rule: 0 },
    })
  })

  it('names a merged cluster in the order that is asked for', () => {
    expect(merge().merged).toEqual(['1_1', '1_2', '2_2'])
    expect(merge({ merge_order: 'external_internal' }).merged).toEqual(['1_1', '2_1', '2_2'])
  })

  it('counts the crosstab over all clusters of both views', () => {
    const value = merge()
    expect([value.nInternalClusters, value.nExternalClusters]).toEqual([2, 3])
    expect([...value.crosstab]).toEqual([1, 1, 0, 0, 1, 0])
  })

  it('counts by id where ids have gaps', () => {
    const carried = { ...inputs, external: assignedOf({ a: 1, b: 7, c: 7, y: 12 }) }
    const value = merge({}, carried)
    expect(value.merged).toEqual(['1_1', '1_7', '2_7'])
    expect([...value.internalIds, ...value.externalIds]).toEqual([1, 2, 1, 7, 12])
    expect([...value.crosstab]).toEqual([1, 1, 0, 0, 1, 0])
  })

  it('two views that agree have an adjusted Rand index of 1', () => {
    const value = merge(
      {},
      { ...inputs, external: inputs.internal, externalSpace: inputs.internalSpace },
    )
    expect(value.adjustedRandIndex).toBe(1)
    expect(value.normalizedMutualInfo).toBeCloseTo(1, 12)
  })

  it('the space is z-scored over the joined stores, and a constant column is 0', () => {
    const columns = columnsOf(merge({ block_weight: null }))
    expect(columns.map((column) => standardDeviation(column))).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
      0,
    ])
    expect([...columns[2]]).toEqual([0, 0, 0])
  })

  it('each block has its block weight as total variance', () => {
    const variances = columnsOf(merge({ block_weight: [0.3, 0.7] })).map(
      (column) => standardDeviation(column) ** 2,
    )
    expect(variances[0]).toBeCloseTo(0.3, 12)
    expect(variances[1] + variances[2]).toBeCloseTo(0.7, 12)
  })

  it('feature weights hold inside a block', () => {
    const internalSpace = spaceOf({ a: [1, 9], b: [2, 4], c: [6, 5], x: [7, 7] }, [2, 1])
    const columns = columnsOf(merge({}, { ...inputs, internalSpace }))
    expect(standardDeviation(columns[0]) / standardDeviation(columns[1])).toBeCloseTo(2, 12)
  })

  it('does not depend on stores of one side only', () => {
    const other = spaceOf({ a: [1], b: [2], c: [6], x: [-1e6] })
    expect(merge({}, { ...inputs, internalSpace: other }).space).toEqual(merge().space)
  })

  it('no store in both views is no crash: a blocking check says so', () => {
    const apart = { ...inputs, external: assignedOf({ y: 1 }), externalSpace: spaceOf({ y: [1] }) }
    const value = merge({}, apart)
    expect(value.storeIds).toEqual([])
    expect(checks.some_stores_in_both(value, apart)).toEqual({
      passed: false,
      metadata: {
        both: 0,
        first_only_internal: 'a, b, c and 1 more',
        first_only_external: 'y',
        would_match: null,
      },
    })
  })

  it('F-42 ids that match by several rules only: the check names them as id_match takes them', () => {
    const apart = {
      ...inputs,
      external: assignedOf({ ' A ': 1 }),
      externalSpace: spaceOf({ ' A ': [1] }),
    }
    expect(checks.some_stores_in_both(merge({}, apart), apart).metadata).toMatchObject({
      would_match: '1 with [trim, nfc, case, leading_zeros, decimal_zero]',
    })
  })

  it('the check sees a store that is nowhere', () => {
    const value = merge()
    expect(checks.stores_reconciled({ ...value, onlyExternal: [] }, inputs).passed).toBe(false)
    expect(checks.stores_reconciled({ ...value, onlyInternal: ['a'] }, inputs).passed).toBe(false)
  })
})
