import { describe, expect, it } from 'vitest'
import type { ActiveOverride } from '../../override'
import { imputedOf } from '../../testing/imputed-of'
import { makeShares } from '../../testing/made-up-chain'
import { exclude, link, lock } from '../../testing/overrides-of'
import { runStages } from '../../testing/run-stages'
import { undecided } from '../../testing/undecided'
import { checks } from './checks'
import { type Inputs, makeCompute } from './compute'

const compute = (inputs: Inputs, overrides: readonly ActiveOverride[] = []) =>
  makeCompute('internal')(inputs, {}, { ...undecided, overrides })

const shares = makeShares(5)
const ghost = 4
const chain = runStages(imputedOf(shares.rows, { isCompositional: true, noData: [ghost] }))
const line = [[0], [1], [2], [10], [11], [12], [13]]
const twoOnLine = runStages(imputedOf(line), {
  normalized: { transform: 'none', normalize: false },
  reduced: { pca_active: false },
  counts: { k_rule: 'fixed', n_clusters: 2 },
})

describe('assign_clusters', () => {
  it('measures on a line what can be counted by hand', () => {
    const { assigned } = twoOnLine
    expect([...assigned.clusters]).toEqual([2, 2, 2, 1, 1, 1, 1])
    expect([...assigned.runnerUp]).toEqual([1, 1, 1, 2, 2, 2, 2])
    expect([...assigned.distance]).toEqual([1, 0, 1, 1.5, 0.5, 0.5, 1.5])
    expect([...assigned.runnerUpDistance]).toEqual([11.5, 10.5, 9.5, 9, 10, 11, 12])
    expect(assigned.margin[1]).toBe(1)
    expect(assigned.margin[3]).toBeCloseTo((9 - 1.5) / 9, 12)
    expect(assigned.silhouette[0]).toBeCloseTo((11.5 - 1.5) / 11.5, 12)
  })

  it('places every store: outliers and stores without data at the nearest centre, flagged', () => {
    const { assigned, outliers } = chain
    expect(assigned.storeIds).toEqual(chain.imputed.storeIds)
    expect(assigned.clusters.every((c) => c >= 1 && c <= assigned.nClusters)).toBe(true)
    expect(assigned.isOutlier).toEqual(outliers.isOutlier)
    expect([...assigned.noData.keys()].filter((row) => assigned.noData[row] === 1)).toEqual([ghost])
    assigned.distance.forEach((distance, row) =>
      expect(distance).toBeLessThanOrEqual(assigned.runnerUpDistance[row]),
    )
  })

  it('keeps the label of the fit for every fitted store', () => {
    const { model, assigned } = chain
    const ofFit = model.labels.map((label, row) =>
      label === -1 ? assigned.clusters[row] : label + 1,
    )
    expect(assigned.clusters).toEqual(ofFit)
    expect(model.labels.some((label) => label >= 0)).toBe(true)
  })

  it('agrees with the score of the search: mean silhouette over the fitted stores', () => {
    const { counts, assigned, reduced } = chain
    const fitted = [...assigned.silhouette].filter((_, row) => reduced.isFitted[row] === 1)
    const mean = fitted.reduce((sum, s) => sum + s, 0) / fitted.length
    expect(mean).toBeCloseTo(
      counts.candidates.find(({ k }) => k === counts.k)?.silhouette ?? NaN,
      12,
    )
  })

  it("measures an outlier's silhouette against the fitted members only", () => {
    const { model, reduced, imputed } = twoOnLine
    const isFitted = Uint8Array.from(reduced.isFitted)
    isFitted[0] = 0
    const labels = Int32Array.from(model.labels)
    labels[0] = -1
    const assigned = compute({
      model: { ...model, labels },
      reduced: { ...reduced, isFitted, isOutlier: isFitted.map((flag) => 1 - flag) },
      imputed,
    })
    expect(assigned.silhouette[0]).toBeCloseTo((11.5 - 1.5) / 11.5, 12)
    expect(assigned.silhouette[1]).toBeCloseTo((10.5 - 1) / 10.5, 12)
  })

  it('goes by store id, never by the position of the row', () => {
    const { model, reduced, imputed } = chain
    const order = [...model.storeIds.keys()].toReversed()
    const shuffled = {
      ...model,
      storeIds: order.map((row) => model.storeIds[row]),
      labels: Int32Array.from(order, (row) => model.labels[row]),
      isFitted: Uint8Array.from(order, (row) => model.isFitted[row]),
    }
    expect(compute({ model: shuffled, reduced, imputed })).toEqual(chain.assigned)
  })

  it('a store on the border stays where the fit put it', () => {
    const border = runStages(imputedOf([[0], [4], [8], [20]]), {
      normalized: { transform: 'none', normalize: false },
      reduced: { pca_active: false },
      counts: { k_rule: 'fixed', n_clusters: 2 },
    })
    const model = {
      ...border.model,
      clusterCenters: Float64Array.of(0, 8),
      labels: Int32Array.of(0, 1, 1, 1),
    }
    const assigned = compute({ ...border, model })
    expect(assigned.clusters[1]).toBe(2)
    expect([assigned.distance[1], assigned.runnerUp[1], assigned.margin[1]]).toEqual([4, 1, 0])
  })

  it('one cluster has no runner-up, no margin, no silhouette', () => {
    const { assigned } = runStages(
      imputedOf([
        [1, 2],
        [1, 2],
      ]),
    )
    expect([...assigned.clusters]).toEqual([1, 1])
    expect([...assigned.runnerUp]).toEqual([0, 0])
    for (const values of [assigned.runnerUpDistance, assigned.margin, assigned.silhouette])
      expect(values.every(Number.isNaN)).toBe(true)
  })

  it('counts filled columns of the file, a one-hot column once', () => {
    const imputed = {
      ...imputedOf(
        [
          [1, 0, 3],
          [0, 1, 4],
          [1, 0, 9],
        ],
        { origins: ['region', 'region', 'size'] },
      ),
      filled: Uint8Array.of(1, 1, 0, 1, 1, 1, 0, 0, 0),
    }
    expect([...runStages(imputed).assigned.filledCells]).toEqual([1, 2, 0])
  })

  it('lists the stores that were excluded earlier, and the check adds up', () => {
    const excluded = [{ storeId: 'X9', asset: 'internal_sales_by_category', reason: 'no sales' }]
    const { model, reduced } = chain
    const imputed = { ...chain.imputed, excluded }
    const assigned = compute({ model, reduced, imputed })
    const inputs = { model, reduced, imputed }
    expect(assigned.excluded).toEqual(excluded)
    expect(checks.stores_conserved(assigned, inputs)).toMatchObject({
      passed: true,
      metadata: { stores_in: shares.rows.length + 1, excluded: 1, lost_or_doubled: 0 },
    })
    const forgotten = { ...assigned, excluded: [] }
    expect(checks.stores_conserved(forgotten, inputs)).toMatchObject({
      passed: false,
      metadata: { first: 'X9' },
    })
    const unlabelled = { ...assigned, clusters: assigned.clusters.map((c, row) => (row ? c : 0)) }
    expect(checks.stores_conserved(unlabelled, inputs).passed).toBe(false)
  })
})

describe('assign_clusters, with overrides', () => {
  const ids = twoOnLine.assigned.storeIds

  it('a locked store is in its cluster, measured to its centre; the others stay', () => {
    const assigned = compute(twoOnLine, [lock('x', '1', ids[2])])
    expect([...assigned.clusters]).toEqual([2, 2, 1, 1, 1, 1, 1])
    expect([assigned.distance[2], assigned.runnerUp[2], assigned.runnerUpDistance[2]]).toEqual([
      9.5, 2, 1,
    ])
    expect(assigned.margin[2]).toBe(1 - 9.5)
    expect(assigned.silhouette[2]).toBeLessThan(0)
    expect(assigned.locked).toEqual([ids[2]])
    expect(assigned.overrides).toMatchObject([
      { id: 'x', status: 'applied', stores: [ids[2]], cost: 9.5 ** 2 - 1 },
    ])
    expect(assigned.distance.slice(3)).toEqual(twoOnLine.assigned.distance.slice(3))
  })

  it('a store that is excluded is listed, with the asset that left it out', () => {
    const assigned = compute(twoOnLine, [exclude('x', ids[0])])
    expect(assigned.storeIds).toEqual(ids.slice(1))
    expect(assigned.clusters).toHaveLength(6)
    expect(assigned.excluded).toEqual([
      { storeId: ids[0], asset: 'internal_assign_clusters', reason: 'excluded by override' },
    ])
    expect(assigned.silhouette[0]).toBeCloseTo((10.5 - 1) / 10.5, 12)
    expect(checks.stores_conserved(assigned, twoOnLine)).toMatchObject({
      passed: true,
      metadata: { stores_in: 7, stores_out: 6, excluded: 1 },
    })
  })

  it('a cluster that loses every store is gone, also as a runner-up', () => {
    const assigned = compute(twoOnLine, [lock('x', '1', ...ids.slice(0, 3))])
    expect([...assigned.clusterIds]).toEqual([1])
    expect(assigned.nClusters).toBe(1)
    expect([...assigned.runnerUp]).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(assigned.runnerUpDistance.every(Number.isNaN)).toBe(true)
  })

  it('tells the log what was done, and warns of what does not hold', () => {
    const lines: string[] = []
    const log = (level: string, message: string) => void lines.push(`${level}: ${message}`)
    const overrides = [link('x', ids[0], ids[1]), lock('y', '9', ids[0])]
    makeCompute('internal')(twoOnLine, {}, { overrides, log })
    expect(lines[0]).toBe('info: Override (must link): Nothing had to move.')
    expect(lines[1]).toMatch(/^warn: Override \(lock\): Cluster 9 is not in this result/)
  })
})
