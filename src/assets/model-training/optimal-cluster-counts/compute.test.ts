import { describe, expect, it, vi } from 'vitest'
import { AssetError } from '../../failure'
import { createDraw } from '../../testing/made-up-chain'
import { reducedOf } from '../../testing/reduced-of'
import { given } from '../../testing/run-stages'
import { checks } from './checks'
import { combineScores, type ScoredK } from './combined-score'
import { compute } from './compute'
import { silent } from '../../testing/silent'

type Counts = Parameters<typeof given<'counts'>>[1]

const draw = createDraw(5)
const around = (x: number, y: number, n: number) =>
  Array.from({ length: n }, () => [x + 0.3 * draw.normal(), y + 0.3 * draw.normal()])
const threeGroups = [...around(0, 0, 20), ...around(10, 0, 15), ...around(0, 10, 5)]

function search(rows: readonly (readonly number[])[], counts: NonNullable<Counts>['counts'] = {}) {
  return compute({ reduced: reducedOf(rows) }, given('counts', { counts }), silent)
}

describe('the rules', () => {
  it.each(['silhouette', 'combined', 'calinski_harabasz', 'davies_bouldin'] as const)(
    '%s finds three clear groups and says why in a sentence',
    (k_rule) => {
      const value = search(threeGroups, { k_rule })
      expect(value.k).toBe(3)
      expect(value.reason).toMatch(/^k = 3 has the .* of k = 2 to 10\.$/)
      expect(value.picks.find(({ criterion }) => criterion === k_rule)?.k).toBe(3)
    },
  )

  it('shows what every criterion alone would pick', () => {
    expect(search(threeGroups).picks).toEqual([
      { criterion: 'silhouette', k: 3, isComputed: true },
      { criterion: 'combined', k: 3, isComputed: true },
      { criterion: 'calinski_harabasz', k: 3, isComputed: true },
      { criterion: 'davies_bouldin', k: 3, isComputed: true },
      { criterion: 'elbow', k: 3, isComputed: true },
      { criterion: 'gap', k: null, isComputed: false },
      { criterion: 'stability', k: null, isComputed: false },
    ])
  })

  it('fixed takes n_clusters, also outside the range, and needs it', () => {
    const value = search(threeGroups, { k_rule: 'fixed', n_clusters: 12 })
    expect(value.k).toBe(12)
    expect(value.candidates.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 12])
    expect(value.reason).toBe('k = 12 is fixed by n_clusters.')
    expect(() => search(threeGroups, { k_rule: 'fixed' })).toThrow(AssetError)
  })

  it('fixed takes as many clusters as the stores allow', () => {
    const value = search([[0], [1], [2], [3]], { k_rule: 'fixed', n_clusters: 8 })
    expect(value.k).toBe(3)
    expect(value.reason).toBe(
      'k = 3: only 4 of the stores to fit differ, too few for 8 clusters, which take 9 (n_clusters).',
    )
  })

  it('combined rejects a k with a cluster under the floor', () => {
    const value = search(threeGroups, { k_rule: 'combined', min_model_cluster_size: 10 })
    expect(value.k).toBe(2)
    expect(value.floor).toBe(10)
    expect(value.candidates.find(({ k }) => k === 3)).toMatchObject({
      combined: null,
      inRule: false,
    })
    expect(value.picks[0]).toMatchObject({ criterion: 'silhouette', k: 3 })
  })

  it('combined halves the floor until a k is left, and says so', () => {
    const value = search(threeGroups, { k_rule: 'combined', min_model_cluster_size: 100 })
    expect(value.floor).toBe(12)
    expect(value.reason).toContain('halved to 12')
  })
})

describe('combined score', () => {
  const scoredK = (k: number, values: Partial<ScoredK>): ScoredK => ({
    k,
    silhouette: 0,
    calinskiHarabasz: 0,
    daviesBouldin: 0,
    smallest: 5,
    inRule: true,
    ...values,
  })
  const metrics = ['silhouette', 'calinski_harabasz', 'davies_bouldin'] as const

  it('is the mean of the min-max scaled metrics, Davies-Bouldin inverted', () => {
    const { scores } = combineScores(
      [
        scoredK(2, { silhouette: 0.5, calinskiHarabasz: 10, daviesBouldin: 2 }),
        scoredK(3, { silhouette: 0.3, calinskiHarabasz: 20, daviesBouldin: 1 }),
        scoredK(4, { silhouette: 0.4, calinskiHarabasz: 15, daviesBouldin: 1.5 }),
      ],
      { metrics, min_model_cluster_size: 1 },
    )
    expect([...scores]).toEqual([
      [2, 1 / 3],
      [3, 2 / 3],
      [4, expect.closeTo(0.5, 12)],
    ])
  })

  it('counts 0 for a metric that is equal for all k or has no value', () => {
    const { scores } = combineScores(
      [scoredK(2, { silhouette: 0.1 }), scoredK(3, { silhouette: 0.2, calinskiHarabasz: null })],
      { metrics, min_model_cluster_size: 1 },
    )
    expect([...scores]).toEqual([
      [2, 0],
      [3, 1 / 3],
    ])
  })
})

describe('the range', () => {
  it('reports k = 2 below min_clusters, in no rule', () => {
    const twoGroups = [...around(0, 0, 20), ...around(10, 0, 20)]
    const value = search(twoGroups, { min_clusters: 3, max_clusters: 5 })
    expect(value.candidates.map(({ k, inRule }) => [k, inRule])).toEqual([
      [2, false],
      [3, true],
      [4, true],
      [5, true],
    ])
    expect(value.k).toBeGreaterThan(2)
  })

  it('ends one under the number of different stores', () => {
    const value = search([[0], [0], [1], [5], [9], [9]])
    expect(value.candidates.map(({ k }) => k)).toEqual([2, 3])
    expect(checks.enough_stores(value, { reduced: reducedOf([]) }).passed).toBe(false)
  })

  it.each([
    ['one store', [[1]], 2],
    ['two stores', [[1], [2]], 2],
    ['equal stores', [[3], [3], [3], [3]], 2],
    ['fewer different stores than min_clusters', [[0], [1], [2]], 5],
  ])('%s: one cluster, a reason and a warning, no crash', (_, rows, min_clusters) => {
    const value = search(rows, { min_clusters })
    expect(value.k).toBe(1)
    expect(value.reason).toMatch(/^One cluster: .* too few for/)
    expect(checks.enough_stores(value, { reduced: reducedOf(rows) }).passed).toBe(false)
  })

  it('k from 1 is allowed; one cluster has no silhouette', () => {
    const value = search(threeGroups, { min_clusters: 1, max_clusters: 1 })
    expect(value).toMatchObject({ k: 1, reason: 'k = 1 is the only one in the range.' })
    expect(value.candidates[0]).toMatchObject({
      silhouette: null,
      daviesBouldin: null,
      smallest: 40,
    })
  })

  it('says of the only k that the size floor leaves that it is the floor', () => {
    const value = search(threeGroups, { k_rule: 'combined', min_model_cluster_size: 12 })
    expect(value).toMatchObject({
      k: 2,
      reason: 'k = 2 is the only one that keeps every cluster at 12 stores.',
    })
  })

  it('an empty range, and no store to fit, are refused with the next step', () => {
    expect(() => search(threeGroups, { min_clusters: 6, max_clusters: 4 })).toThrow(/min_clusters/)
    expect(() => search([])).toThrow(AssetError)
  })

  it('warns when k is at the upper edge', () => {
    const check = (max_clusters: number) =>
      checks.k_inside_range(search(threeGroups, { max_clusters }), { reduced: reducedOf([]) })
        .passed
    expect(check(3)).toBe(false)
    expect(check(4)).toBe(true)
  })
})

it('leaves stores that are not fitted out of every score', () => {
  const far = [[1000, 1000]]
  const withFar = compute(
    { reduced: reducedOf([...threeGroups, ...far], [40]) },
    given('counts'),
    silent,
  )
  expect(withFar).toEqual(search(threeGroups))
})

it('reports its progress once per k', () => {
  const report = vi.fn()
  compute({ reduced: reducedOf(threeGroups) }, given('counts'), { ...silent, report })
  expect(report.mock.calls).toEqual(Array.from({ length: 9 }, (_, at) => [at, 9]))
})
