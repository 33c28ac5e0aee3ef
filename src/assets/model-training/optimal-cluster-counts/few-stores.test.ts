import { describe, expect, it } from 'vitest'
import { AssetError } from '../../failure'
import { reducedOf } from '../../testing/reduced-of'
import { given } from '../../testing/run-stages'
import { silent } from '../../testing/silent'
import { checks } from './checks'
import { compute } from './compute'

type Counts = NonNullable<NonNullable<Parameters<typeof given<'counts'>>[1]>['counts']>

const sizes = Array.from({ length: 12 }, (_, i) => i + 1)

/** Stores on a line, no two alike. */
const rowsOf = (n: number) => Array.from({ length: n }, (_, i) => [i * i])

function search(n: number, counts: Counts) {
  return compute({ reduced: reducedOf(rowsOf(n)) }, given('counts', { counts }), silent)
}

function expectDefined(n: number, most: number, counts: Counts): void {
  const value = search(n, { max_clusters: most, ...counts })
  expect(value.k).toBeGreaterThanOrEqual(1)
  expect(value.k).toBeLessThanOrEqual(Math.max(1, Math.min(n - 1, most)))
  expect(value.candidates.map(({ k }) => k)).toContain(value.k)
  expect(value.reason).not.toMatch(/NaN|undefined|Infinity/)
  for (const candidate of value.candidates)
    for (const score of Object.values(candidate))
      if (typeof score === 'number') expect(score).toSatisfy(Number.isFinite)
  expect(checks.enough_stores(value, { reduced: reducedOf([]) }).passed).toBe(
    Math.max(1, n - 1) >= most,
  )
}

describe('0 to 12 stores and 1 to 12 clusters', () => {
  it.each(sizes)('no store to fit is refused, at most %i clusters', (max_clusters) => {
    expect(() => search(0, { min_clusters: 1, max_clusters })).toThrow(AssetError)
  })

  it('give a k that can be fitted, and finite scores', () => {
    for (const n of sizes)
      for (const most of sizes)
        expectDefined(n, most, { min_clusters: Math.min(2, most), n_init: 1 })
  })

  it.each(['combined', 'calinski_harabasz', 'davies_bouldin', 'elbow'] as const)(
    'give one under the rule %s, too',
    (k_rule) => {
      for (const n of sizes)
        for (const most of [2, 3, 12]) expectDefined(n, most, { k_rule, n_init: 1 })
    },
  )

  it.each(['gap', 'stability'] as const)(
    'give one under the rule %s, which draws sets of its own',
    (k_rule) => {
      for (const n of sizes.slice(0, 6)) expectDefined(n, 5, { k_rule, n_init: 1 })
    },
  )

  it('exactly as many clusters as asked for, or as near as the stores allow', () => {
    for (const n of sizes)
      for (const k of sizes) {
        const value = search(n, { k_rule: 'fixed', n_clusters: k, max_clusters: 2, n_init: 1 })
        expect(value.k).toBe(Math.max(1, Math.min(k, n - 1)))
      }
  })

  it('equal stores are one cluster under every rule', () => {
    for (const k_rule of ['silhouette', 'elbow', 'gap', 'stability'] as const) {
      const reduced = reducedOf(Array.from({ length: 12 }, () => [7, 7]))
      const value = compute({ reduced }, given('counts', { counts: { k_rule } }), silent)
      expect(value.k).toBe(1)
      expect(value.reason).toContain('the stores to fit are all equal')
    }
  })
})
