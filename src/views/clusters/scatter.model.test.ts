import { describe, expect, test } from 'vitest'
import { placementOf } from './placement.model'
import { axesOf, groupsOf, pointsOf, scatterTitle, storesInRange } from './scatter.model'
import { assignedTo, reducedOf } from './testing/values'

const two = ['1', '2'].map((key) => ({ key }))

describe('axesOf(reduced)', () => {
  test('names an axis, its share of variance and the features that pull to its two ends', () => {
    expect(axesOf(reducedOf(3))).toEqual([
      { name: 'PC 1', share: 0.6, low: 'late night', high: 'party size' },
      { name: 'PC 2', share: 0.3, low: '', high: 'median age' },
    ])
  })

  test('without components the axes are the features themselves', () => {
    const plain = { ...reducedOf(2), componentNames: ['median_age', 'median_income'], pca: null }
    expect(axesOf(plain)[1]).toEqual({
      name: 'Median income',
      share: null,
      low: 'less',
      high: 'more',
    })
  })
})

describe('pointsOf(reduced, placement, shown)', () => {
  test('places stores by id, not by row, and leaves out those without a cluster', () => {
    const placement = placementOf({ ...assignedTo([2, 1]), storeIds: ['s4', 's9'] })
    const points = pointsOf(reducedOf(5), placement, { groups: two, axes: [0, 1] })
    expect([...points.x]).toEqual([4, NaN])
    expect([...points.y]).toEqual([40, NaN])
    expect([...points.group]).toEqual([1, 0])
  })

  test('draws outliers and stores without data hollow', () => {
    const assigned = {
      ...assignedTo([1, 1, 2]),
      isOutlier: Uint8Array.of(1, 0, 0),
      noData: Uint8Array.of(0, 0, 1),
    }
    const points = pointsOf(reducedOf(3), placementOf(assigned), { groups: two, axes: [0, 1] })
    expect([...points.isHollow]).toEqual([1, 0, 1])
  })
})

describe('groupsOf(clusters, placement)', () => {
  test('stores that are kept separate are drawn, as a group that is no cluster', () => {
    const apart = {
      storeId: 's3',
      reason: 'outlier' as const,
      filledCells: 0,
      nearest: 1,
      nearestDistance: 2,
    }
    const placement = placementOf({ ...assignedTo([1, 2, 1]), separate: [apart] })
    const groups = groupsOf([], placement)
    expect(groups).toMatchObject([{ key: 'outlier', color: null, shape: 'cross' }])
    const points = pointsOf(reducedOf(4), placement, { groups, axes: [0, 1] })
    expect([...points.group]).toEqual([-1, -1, -1, 0])
    expect(groupsOf([], placementOf(assignedTo([1])))).toEqual([])
  })

  test('a component of a kernel is loaded by no feature', () => {
    const { pca: _, ...reduced } = reducedOf(2)
    const pca = {
      method: 'kernel' as const,
      featureNames: ['a'],
      nComponents: 2,
      gamma: 1,
      kernelMean: 0,
      rows: new Float64Array(2),
      eigenvalues: new Float64Array(2),
      eigenvectors: new Float64Array(4),
      kernelMeans: new Float64Array(2),
    }
    expect(axesOf({ ...reduced, pca })[1]).toEqual({
      name: 'PC 2',
      share: null,
      low: '',
      high: '',
    })
  })
})

describe('storesInRange(points, range)', () => {
  test('selects stores of the groups in focus inside both ranges', () => {
    const points = pointsOf(reducedOf(5), placementOf(assignedTo([1, 1, 2, 1, 1])), {
      groups: two,
      axes: [0, 1],
    })
    const across = { from: 1, to: 3 }
    const up = { from: -Infinity, to: Infinity }
    expect(storesInRange(points, { isIn: () => true, across, up })).toEqual(['s1', 's2', 's3'])
    expect(storesInRange(points, { isIn: (group) => group === 0, across, up })).toEqual([
      's1',
      's3',
    ])
  })
})

describe('scatterTitle(placement, silhouette, nClusters)', () => {
  test('names the two groups that share most stores on the border', () => {
    const placement = placementOf(assignedTo([1, 2, 2, 2, 3], [0.05, 0.01, 0.02, 0.9, 0.9]))
    expect(scatterTitle(placement, 0.5, 3)).toBe('Groups 1 and 2 touch')
  })

  test('makes no claim where the split is weak or there is one group', () => {
    const placement = placementOf(assignedTo([1, 2]))
    expect(scatterTitle(placement, 0.1, 2)).toBe('No group stands apart')
    expect(scatterTitle(placement, null, 1)).toBe('One group')
  })

  test('says that groups stand apart when no store is on a border', () => {
    expect(scatterTitle(placementOf(assignedTo([1, 2])), 0.6, 2)).toBe('The groups stand apart')
  })
})
