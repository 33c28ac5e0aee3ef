import { describe, expect, it } from 'vitest'
import { imputedOf } from '../../testing/imputed-of'
import { mergedOf } from '../../testing/merged-of'
import { runStages } from '../../testing/run-stages'
import { undecided } from '../../testing/undecided'
import { compute as reassign } from '../../merging/cluster-reassignment/compute'
import { compute } from './compute'

const fixed = { counts: { k_rule: 'fixed', n_clusters: 2 } } as const
const internal = runStages(
  imputedOf([
    [0, 7],
    [2, 7],
    [1, 7],
    [20, 7],
    [22, 7],
  ]),
  fixed,
)
const external = runStages(imputedOf([[-1], [-3], [1], [3], [0]]), fixed)
const merged = mergedOf([
  [1, 1, 0],
  [1, 1, 1],
  [1, 1, 2],
  [2, 1, 9],
  [2, 1, 9],
])
const value = compute({
  internal: internal.assigned,
  external: external.assigned,
  internalFeatures: internal.imputed,
  externalFeatures: external.imputed,
  reassigned: reassign({ merged }, { min_cluster_size: 2, reassign: 'store' }, undecided),
})

const near = (cell: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(cell).map(([name, n]) => [name, expect.closeTo(n, 10)]))

describe('cluster_profiles', () => {
  it('describes the internal clusters in the units of the file', () => {
    const [branch] = value.branches
    expect(branch.clusters).toEqual([
      { cluster: '1', size: 3 },
      { cluster: '2', size: 2 },
    ])
    const [feature] = branch.features
    const sd = Math.sqrt((81 + 49 + 64 + 121 + 169) / 5)
    expect(feature.chainMean).toBe(9)
    expect(feature.chainSd).toBeCloseTo(sd, 12)
    expect(feature.cells).toEqual([
      near({ mean: 1, median: 1, sd: Math.sqrt(2 / 3), index: 100 / 9, z: -8 / sd }),
      near({ mean: 21, median: 21, sd: 1, index: 2100 / 9, z: 12 / sd }),
    ])
    expect(feature.etaSquared).toBeCloseTo(1 - 4 / 484, 12)
  })

  it('finds the market data of a merged store by its external id', () => {
    const rename = <T extends { readonly storeIds: readonly string[] }>(value: T): T => ({
      ...value,
      storeIds: value.storeIds.map((id) => `0${id}`),
    })
    const spelled = {
      ...merged,
      externalStoreIds: merged.storeIds.map((id) => `0${id}`),
    }
    const matched = compute({
      internal: internal.assigned,
      external: rename(external.assigned),
      internalFeatures: internal.imputed,
      externalFeatures: rename(external.imputed),
      reassigned: reassign(
        { merged: spelled },
        { min_cluster_size: 2, reassign: 'store' },
        undecided,
      ),
    })
    expect(matched).toEqual(value)
  })

  it('names clusters by their ids, which may have gaps', () => {
    const { assigned } = internal
    const idOf = (cluster: number) => 4 * cluster
    const carried = compute({
      internal: {
        ...assigned,
        clusters: assigned.clusters.map(idOf),
        clusterIds: assigned.clusterIds.map(idOf),
      },
      external: external.assigned,
      internalFeatures: internal.imputed,
      externalFeatures: external.imputed,
      reassigned: reassign({ merged }, { min_cluster_size: 2, reassign: 'store' }, undecided),
    })
    expect(carried.branches[0].clusters.map(({ cluster }) => cluster)).toEqual(['4', '8'])
    expect(carried.branches[0].features).toEqual(value.branches[0].features)
  })

  it('a constant feature is at the chain in every cluster and separates nothing', () => {
    const constant = value.branches[0].features[1]
    expect(constant.etaSquared).toBeNull()
    expect(constant.cells.map(({ z, index }) => [z, index])).toEqual([
      [0, 100],
      [0, 100],
    ])
  })

  it('F-23 has an index also where a hundred times the mean is too large a number', () => {
    const { branches } = compute({
      internal: internal.assigned,
      external: external.assigned,
      internalFeatures: imputedOf([[1e307], [-1e307], [1e307], [1e308], [1e308]]),
      externalFeatures: external.imputed,
      reassigned: reassign({ merged }, { min_cluster_size: 2, reassign: 'store' }, undecided),
    })
    for (const { index } of branches[0].features[0].cells) expect(index).toSatisfy(Number.isFinite)
  })

  it('has no index where the chain mean is 0', () => {
    const [feature] = value.branches[1].features
    expect(feature.chainMean).toBe(0)
    expect(feature.cells.every(({ index }) => index === null)).toBe(true)
  })

  it('describes the final merged clusters by the features of both views', () => {
    const branch = value.branches[2]
    expect(branch.branch).toBe('merged')
    expect(branch.clusters).toEqual([
      { cluster: '1_1', size: 3 },
      { cluster: '2_1', size: 2 },
    ])
    expect(branch.features.length).toBe(3)
    expect(branch.features[2].cells[0].mean).toBe(-1)
  })

  it('the size-weighted cluster means give the chain mean back', () => {
    for (const { clusters, features } of value.branches)
      for (const { cells, chainMean } of features) {
        const total = clusters.reduce((sum, { size }, c) => sum + size * cells[c].mean, 0)
        expect(total / 5).toBeCloseTo(chainMean, 12)
      }
  })
})
