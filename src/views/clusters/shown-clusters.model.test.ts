import { describe, expect, test } from 'vitest'
import { branchClusters, mergedClusters, traitsOf } from './shown-clusters.model'
import { profileOf, reassignedFrom } from './testing/values'

const undescribed = { profile: null, labelled: null }

describe('mergedClusters(reassigned, order, described)', () => {
  const after = reassignedFrom(['2_1', '2_1', '2_1', '1_3'], ['', '', '1_1', ''])

  test('the internal half gives the colour, the external half the shape', () => {
    const [first, second] = mergedClusters(after, 'internal_external', undescribed)
    expect(first).toMatchObject({ key: '2_1', color: 1, shape: 'circle', size: 3, before: 2 })
    expect(second).toMatchObject({ key: '1_3', color: 0, shape: 'triangle', share: 0.25 })
  })

  test('reads the halves the other way round where the labels are', () => {
    const [first] = mergedClusters(after, 'external_internal', undescribed)
    expect(first).toMatchObject({ color: 0, shape: 'square' })
  })

  test('takes the name and the standing features, with their index, from the analysis', () => {
    const profile = {
      ...profileOf(),
      clusters: [
        { cluster: '2_1', size: 3 },
        { cluster: '1_3', size: 1 },
      ],
    }
    const labelled = {
      branch: 'merged' as const,
      clusters: [
        {
          cluster: '1_3',
          ids: [1, 3],
          name: 'More Late night',
          isNamedByPerson: false,
          high: [{ feature: '% Sales LATE NIGHT', z: 2 }],
          low: [{ feature: 'temperature', z: -1 }],
        },
      ],
    }
    const [unnamed, named] = mergedClusters(after, 'internal_external', { profile, labelled })
    expect(unnamed?.name).toBe('Cluster 2_1')
    // An index against a chain mean below zero says nothing and is left out.
    expect(named).toMatchObject({
      name: 'More Late night',
      high: ['Late night 200'],
      low: ['Temperature'],
    })
  })
})

describe('branchClusters(branch, metrics, described)', () => {
  const metricsOf = (ids: readonly number[]) => ({
    nStores: ids.length,
    nClusters: ids.length,
    nOutliers: 0,
    nSeparate: 0,
    nNoData: 0,
    inertia: 1,
    silhouette: null,
    calinskiHarabasz: null,
    daviesBouldin: null,
    clusters: ids.map((cluster) => ({
      cluster,
      size: 1,
      share: 1 / ids.length,
      outliers: 0,
      silhouette: null,
      meanDistance: 1,
      meanMargin: null,
    })),
  })

  test('the colour follows the id, so a cluster keeps it when others go', () => {
    const shown = branchClusters('internal', metricsOf([1, 3, 7]), undescribed)
    expect(shown.map(({ key, color, shape }) => [key, color, shape])).toEqual([
      ['1', 0, 'circle'],
      ['3', 2, 'circle'],
      ['7', 6, 'circle'],
    ])
  })

  test('an id beyond the sixteen colours is told from the one of its colour by shape', () => {
    const [first, beyond] = branchClusters('internal', metricsOf([1, 17]), undescribed)
    expect(first?.shape).not.toBe(beyond?.shape)
  })
})

describe('traitsOf(cluster)', () => {
  test('tells at most two features a side, and says so when nothing stands out', () => {
    expect(traitsOf({ high: ['A 200', 'B 150', 'C 130'], low: [] })).toEqual([
      { word: 'more', text: 'A 200, B 150' },
    ])
    expect(traitsOf({ high: [], low: [] })).toEqual([
      { word: 'like the chain:', text: 'nothing stands out' },
    ])
  })
})
