import { describe, expect, it } from 'vitest'
import { AssetError } from '../../failure'
import { createDraw } from '../../testing/made-up-chain'
import { reducedOf } from '../../testing/reduced-of'
import { given } from '../../testing/run-stages'
import { silent } from '../../testing/silent'
import { checks } from './checks'
import { compute } from './compute'

const draw = createDraw(5)
const around = (x: number, n: number) =>
  Array.from({ length: n }, () => [x + 0.3 * draw.normal(), 0.3 * draw.normal()])
const rows = [...around(0, 20), ...around(10, 15), [100, 100], [200, 200]]

function find(counts: NonNullable<NonNullable<Parameters<typeof given<'counts'>>[1]>['counts']>) {
  return compute({ reduced: reducedOf(rows) }, given('counts', { counts }), silent)
}

const inputs = { reduced: reducedOf([]) }

describe('an algorithm that chooses k itself', () => {
  it.each([
    ['DBSCAN', { algorithm: 'dbscan', eps: 2 }],
    ['HDBSCAN', { algorithm: 'hdbscan' }],
  ] as const)('%s skips the search and says what was found', (name, params) => {
    const value = find({ ...params, k_rule: 'gap', k_evidence: true })
    expect(value).toMatchObject({ k: 2, isSearched: false, picks: [] })
    expect(value.reason).toBe(
      `${name} finds the number of clusters itself: 2, with 2 stores in none. No k was searched.`,
    )
    expect(value.candidates).toHaveLength(1)
    expect(value.candidates[0]).toMatchObject({ k: 2, smallest: 15, inRule: true, gap: null })
    expect(value.candidates[0]?.silhouette).toBeGreaterThan(0.8)
    expect(Object.values(checks).every((check) => check(value, inputs).passed)).toBe(true)
  })

  it.each([
    [{ algorithm: 'dbscan', min_samples: 40 }, 'DBSCAN needs 40 stores for one (min_samples)'],
    [{ algorithm: 'hdbscan', min_cluster_points: 38 }, 'HDBSCAN needs 38 stores for one'],
  ] as const)('says that too few stores are one cluster: %j', (params, words) => {
    const value = find(params)
    expect(value.k).toBe(1)
    expect(value.reason).toContain(`One cluster: ${words}`)
    expect(value.reason).toContain('there are 37 to fit.')
  })

  it('refuses a setting under which no cluster is found', () => {
    expect(() => find({ algorithm: 'dbscan', eps: 0.001 })).toThrow(AssetError)
  })
})

describe('an algorithm that is given k', () => {
  const groups = [...around(0, 12), ...around(3, 12), ...around(7, 12)]

  it.each(['hclust', 'gmm'] as const)('%s is searched with every rule', (algorithm) => {
    const kBy = (k_rule: 'silhouette' | 'elbow' | 'gap' | 'stability') => {
      const counts = { algorithm, k_rule, max_clusters: 5, n_init: 1 }
      return compute({ reduced: reducedOf(groups) }, given('counts', { counts }), silent).k
    }
    expect([kBy('elbow'), kBy('gap')]).toEqual([3, 3])
    for (const k of [kBy('silhouette'), kBy('stability')]) expect([2, 3]).toContain(k)
  })
})
