import { describe, expect, test } from 'vitest'
import { heatColumns, heatRows, heatTitle, profileCsv } from './heatmap.model'
import { placementOf } from './placement.model'
import { branchClusters, type ShownCluster } from './shown-clusters.model'
import { assignedTo, profileOf } from './testing/values'

const clusters = clustersOf([1, 2])
const profile = profileOf()
const cells = (mode: 'index' | 'z' | 'raw') =>
  heatRows(profile, clusters, { mode, order: 'peak' }).map((row) =>
    row.cells.map(({ text }) => text),
  )

function clustersOf(numbers: readonly number[]): readonly ShownCluster[] {
  const placement = placementOf(assignedTo(numbers))
  return branchClusters(
    'internal',
    {
      nStores: placement.storeIds.length,
      nClusters: numbers.length,
      nOutliers: 0,
      nSeparate: 0,
      nNoData: 0,
      inertia: 0,
      silhouette: 0.5,
      calinskiHarabasz: null,
      daviesBouldin: null,
      clusters: numbers.map((cluster) => ({
        cluster,
        size: 1,
        share: 1 / numbers.length,
        outliers: 0,
        silhouette: 0.5,
        meanDistance: 1,
        meanMargin: 0.5,
      })),
    },
    { profile: null, labelled: null },
  )
}

describe('heatRows(profile, clusters, shown)', () => {
  test('groups rows by the cluster where they peak, the most lifted first', () => {
    const rows = heatRows(profile, clusters, { mode: 'index', order: 'peak' })
    expect(rows.map(({ name }) => name)).toEqual(['Lunchbox', 'Late night', 'Temperature'])
  })

  test('orders rows by separation on request', () => {
    const rows = heatRows(profile, clusters, { mode: 'index', order: 'separation' })
    expect(rows.map(({ separation }) => separation)).toEqual([0.9, 0.5, 0.2])
  })

  test('prints the index, and the z-score where an index says nothing', () => {
    expect(cells('index')).toEqual([
      ['150', '50'],
      ['50', '200'],
      ['−0.3', '0.3'],
    ])
  })

  test('prints z-scores and means on request, the chain in its unit', () => {
    expect(cells('z')[0]).toEqual(['1.5', '−1.5'])
    expect(cells('raw')[0]).toEqual(['45.0', '15.0'])
    const [lunchbox, , temperature] = heatRows(profile, clusters, { mode: 'raw', order: 'peak' })
    expect(lunchbox?.chain).toBe('30.0\u202f%')
    expect(temperature?.chain).toBe('−5.00')
  })

  test('colours a number far above the chain with the last bin and the chain itself with none', () => {
    const [lunchbox, lateNight] = heatRows(profile, clusters, { mode: 'index', order: 'peak' })
    expect(lunchbox?.cells.map(({ bin }) => bin)).toEqual([6, 1])
    expect(lateNight?.cells.map(({ bin }) => bin)).toEqual([1, 7])
  })
})

describe('heatTitle(profile)', () => {
  test('says that nothing stands out when no mean is far from the chain', () => {
    const flat = {
      ...profile,
      features: profile.features.map((feature) => ({
        ...feature,
        cells: feature.cells.map((cell) => ({ ...cell, z: 0.1 })),
      })),
    }
    expect(heatTitle(flat)).toBe('No feature sets a group apart')
    expect(heatTitle(profile)).toBe('What each group sells more and less of')
  })
})

describe('profileCsv(profile)', () => {
  test('has one line per feature and cluster, in full precision', () => {
    const { columns, rows } = profileCsv(profile)
    expect(rows).toHaveLength(6)
    expect(rows[1]).toEqual(['% Sales LATE NIGHT', '2', 2, 40, 40, 1, 200, 2, 20, 10, 0.9])
    expect(columns).toHaveLength(11)
  })
})

describe('heatColumns(clusters, chosen)', () => {
  const sized = (n: number) =>
    Array.from({ length: n }, (_, i): ShownCluster => {
      const [one] = clusters
      if (one === undefined) throw new Error('no cluster')
      return { ...one, key: String(i), size: i % 10 }
    })

  test('are all clusters while they can be read side by side', () => {
    expect(heatColumns(sized(24), new Set())).toHaveLength(24)
  })

  test('are the largest of many, and those that are chosen, in their order', () => {
    const keys = heatColumns(sized(225), new Set(['0', '10'])).map(({ key }) => key)
    expect(keys).toHaveLength(24)
    expect(keys.slice(0, 3)).toEqual(['0', '9', '10'])
    expect(keys).toEqual(keys.toSorted((a, b) => Number(a) - Number(b)))
  })
})
