import { describe, expect, it } from 'vitest'
import { imputedOf } from '../../testing/imputed-of'
import { makeShares } from '../../testing/made-up-chain'
import { runStages } from '../../testing/run-stages'
import { checks } from './checks'
import { compute } from './compute'

const chain = runStages(imputedOf(makeShares(5).rows, { isCompositional: true, noData: [3] }))
const metrics = compute(chain)

describe('cluster_metrics', () => {
  it('agrees with the search for k: same scores for the chosen k', () => {
    const chosen = chain.counts.candidates.find(({ k }) => k === chain.counts.k)
    expect(metrics.inertia).toBe(chosen?.inertia)
    expect(metrics.silhouette).toBeCloseTo(chosen?.silhouette ?? NaN, 12)
    expect(metrics.calinskiHarabasz).toBeCloseTo(chosen?.calinskiHarabasz ?? NaN, 6)
    expect(metrics.daviesBouldin).toBeCloseTo(chosen?.daviesBouldin ?? NaN, 12)
  })

  it('counts every placed store once', () => {
    expect(metrics.nStores).toBe(chain.imputed.storeIds.length)
    expect(metrics.clusters.reduce((sum, { size }) => sum + size, 0)).toBe(metrics.nStores)
    expect(metrics.clusters.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(metrics.clusters.reduce((sum, { outliers }) => sum + outliers, 0)).toBe(
      metrics.nOutliers,
    )
    expect(metrics.nOutliers).toBeGreaterThan(0)
    expect(metrics.nNoData).toBe(1)
  })

  it('the inertia is the sum over clusters of their fitted squared distances', () => {
    const { assigned, reduced } = chain
    const squares = assigned.distance.map((d, row) => (reduced.isFitted[row] === 1 ? d * d : 0))
    expect(squares.reduce((sum, d) => sum + d, 0)).toBeCloseTo(metrics.inertia, 6)
  })

  it('one cluster has no scores, and the check says that there is no split', () => {
    const single = runStages(
      imputedOf([
        [1, 2],
        [1, 2],
      ]),
    )
    const value = compute(single)
    expect(value).toMatchObject({ silhouette: null, calinskiHarabasz: null, daviesBouldin: null })
    expect(value.clusters).toEqual([
      {
        cluster: 1,
        size: 2,
        share: 1,
        outliers: 0,
        silhouette: null,
        meanDistance: 0,
        meanMargin: null,
      },
    ])
    expect(checks.clear_split(value, single).passed).toBe(false)
  })

  it('the check passes from a mean silhouette of 0.25', () => {
    const at = (silhouette: number) => checks.clear_split({ ...metrics, silhouette }, chain).passed
    expect([at(0.25), at(0.249)]).toEqual([true, false])
  })
})
