import { describe, expect, it, vi } from 'vitest'
import { createDraw } from '../../testing/made-up-chain'
import { reducedOf } from '../../testing/reduced-of'
import { given } from '../../testing/run-stages'
import { silent } from '../../testing/silent'
import { compute } from './compute'
import type { OptimalClusterCounts } from './spec'

type Counts = NonNullable<NonNullable<Parameters<typeof given<'counts'>>[1]>['counts']>
type Rows = readonly (readonly number[])[]

const draw = createDraw(9)
const around = (x: number, y: number, n: number) =>
  Array.from({ length: n }, () => [x + 0.3 * draw.normal(), y + 0.3 * draw.normal()])
const threeGroups = [...around(0, 0, 20), ...around(10, 0, 15), ...around(0, 10, 10)]
const inLine = [...around(0, 0, 12), ...around(3, 0, 12), ...around(7, 0, 12)]
/** Evenly spread: no groups at all. */
const evenly = Array.from({ length: 49 }, (_, i) => [i % 7, Math.floor(i / 7)])

function search(rows: Rows, counts: Counts, context: Parameters<typeof compute>[2] = silent) {
  const quick = { max_clusters: 5, n_init: 2, ...counts }
  return compute({ reduced: reducedOf(rows) }, given('counts', { counts: quick }), context)
}

const pickOf = ({ picks }: OptimalClusterCounts, criterion: string) =>
  picks.find((pick) => pick.criterion === criterion)

describe('elbow', () => {
  it('takes the k where the inertia stops falling steeply', () => {
    const value = search(threeGroups, { k_rule: 'elbow' })
    expect(value.k).toBe(3)
    expect(value.reason).toBe('k = 3 is the elbow of the inertia over k = 2 to 5.')
  })

  it('says that there is no clear one, and then the silhouette decides', () => {
    const value = search(threeGroups, { k_rule: 'elbow', min_clusters: 4, max_clusters: 6 })
    expect(pickOf(value, 'elbow')).toEqual({ criterion: 'elbow', k: null, isComputed: true })
    expect(value.k).toBe(pickOf(value, 'silhouette')?.k)
    expect(value.reason).toMatch(
      /^No clear elbow in the inertia of k = 4 to 6, so the silhouette decides: k = \d has the largest/,
    )
  })
})

describe('gap', () => {
  it('finds three clear groups and says against what', () => {
    const value = search(inLine, { k_rule: 'gap' })
    expect(value.k).toBe(3)
    expect(value.candidates.map(({ k, inRule }) => [k, inRule])).toEqual(
      [1, 2, 3, 4, 5].map((k) => [k, true]),
    )
    expect(value.reason).toMatch(
      /^k = 3 is the smallest of k = 1 to 5 whose gap, [\d.]+, reaches that of k = 4 less its standard error, [\d.]+\.$/,
    )
  })

  it('answers one cluster where there are no groups', () => {
    const value = search(evenly, { k_rule: 'gap', max_clusters: 3 })
    expect(value).toMatchObject({ k: 1, rule: 'gap' })
  })

  it('stays in the range where at least three clusters are asked for', () => {
    const value = search(evenly, { k_rule: 'gap', min_clusters: 3, max_clusters: 4 })
    expect(value.k).toBeGreaterThanOrEqual(3)
    expect(value.candidates.find(({ k }) => k === 2)).toMatchObject({ gap: null, inRule: false })
  })
})

describe('stability', () => {
  it('takes the k whose least stable cluster is found again best', () => {
    const value = search(threeGroups, { k_rule: 'stability' })
    expect(value.k).toBe(3)
    expect(value.candidates.find(({ k }) => k === 3)).toMatchObject({ jaccard: 1, recurs: 1 })
    expect(value.reason).toBe('k = 3 has the largest minimum Jaccard, 1.000, of k = 2 to 5.')
  })

  it('names the finest k whose clusters all recur in 60 % of the resamples', () => {
    const nested = [
      ...around(0, 0, 15),
      ...around(0, 4, 15),
      ...around(30, 0, 15),
      ...around(30, 4, 15),
    ]
    const value = search(nested, { k_evidence: true, max_clusters: 6 })
    expect(value.k).toBe(2)
    expect(value.finestRecurring).toBe(4)
  })

  it('names none where no k recurs', () => {
    const value = search(evenly, { k_evidence: true, min_clusters: 7, max_clusters: 9 })
    expect(value.finestRecurring).toBeNull()
    expect(pickOf(value, 'stability')?.isComputed).toBe(true)
  })
})

describe('the costly evidence', () => {
  it('is computed beside any rule where it is asked for, and changes nothing of its choice', () => {
    const without = search(inLine, {})
    const withAll = search(inLine, { k_evidence: true })
    expect(withAll).toMatchObject({ k: without.k, reason: without.reason })
    expect(withAll.candidates.filter(({ k }) => k > 1)).toMatchObject(
      without.candidates.map(
        ({ gap: _, gapError: __, jaccard: ___, recurs: ____, ...kept }) => kept,
      ),
    )
    expect(withAll.picks.every(({ isComputed }) => isComputed)).toBe(true)
    expect(pickOf(withAll, 'gap')?.k).toBe(3)
    expect(withAll.candidates.find(({ k }) => k === 3)?.jaccard).toBeGreaterThan(0.95)
  })

  it('shows k = 1, which the gap may pick, in no other rule', () => {
    const value = search(threeGroups, { k_evidence: true })
    expect(value.candidates[0]).toMatchObject({ k: 1, inRule: false, jaccard: null })
    expect(value.candidates[0]?.gap).not.toBeNull()
  })

  it('is the same each time, and another with another seed', () => {
    const asked = { k_evidence: true, max_clusters: 3 }
    const first = search(evenly, asked)
    expect(search(evenly, asked)).toEqual(first)
    const other = search(evenly, { ...asked, session_id: 7 })
    expect(other.candidates[0]?.gap).not.toBe(first.candidates[0]?.gap)
  })

  it('reports each fit: of the range, of 50 reference sets and of 100 resamples', () => {
    const report = vi.fn<(done: number, total: number) => void>()
    search(threeGroups, { k_evidence: true }, { ...silent, report })
    const total = 5 + 50 * 5 + 100 * 4
    expect(report.mock.calls).toHaveLength(total)
    expect(report.mock.lastCall).toEqual([total - 1, total])
  })
})
