import { describe, expect, it } from 'vitest'
import { imputedOf } from '../../testing/imputed-of'
import { exclude, lock } from '../../testing/overrides-of'
import { makeShares } from '../../testing/made-up-chain'
import { runStages } from '../../testing/run-stages'
import { undecided } from '../../testing/undecided'
import { checks } from './checks'
import { makeCompute as makeAssign } from '../../cluster-assignment/assign-clusters/compute'
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

  it('is the same for ids that have gaps', () => {
    const idOf = (cluster: number) => 3 * cluster - 2
    const { assigned } = chain
    const carried = compute({
      ...chain,
      assigned: {
        ...assigned,
        clusters: assigned.clusters.map(idOf),
        clusterIds: assigned.clusterIds.map(idOf),
      },
    })
    const clusters = metrics.clusters.map((one) => ({ ...one, cluster: idOf(one.cluster) }))
    expect(carried).toEqual({ ...metrics, clusters })
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

  it('overrides count: a store left out is in no score, and a lock costs inertia', () => {
    const { assigned, reduced } = chain
    const { storeIds, clusterIds } = assigned
    const moved = storeIds.findIndex(
      (_, row) =>
        reduced.isFitted[row] === 1 && assigned.clusters[row] !== clusterIds[0] && row > 0,
    )
    const overrides = [lock('l', String(clusterIds[0]), storeIds[moved]), exclude('x', storeIds[0])]
    const decided = makeAssign('internal')(chain, {}, { ...undecided, overrides })
    const value = compute({ ...chain, assigned: decided })
    expect(value.nStores).toBe(metrics.nStores - 1)
    expect(value.clusters.reduce((sum, { size }) => sum + size, 0)).toBe(value.nStores)
    const left = reduced.isFitted[0] === 1 ? assigned.distance[0] ** 2 : 0
    const cost = decided.overrides[0].cost
    expect(value.inertia).toBeCloseTo(metrics.inertia + cost - left, 6)
    expect(value.silhouette).toBeLessThan(metrics.silhouette ?? 0)
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
