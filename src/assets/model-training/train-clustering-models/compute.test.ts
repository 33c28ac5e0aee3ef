import { describe, expect, it } from 'vitest'
import { imputedOf } from '../../testing/imputed-of'
import { createDraw, makeShares } from '../../testing/made-up-chain'
import { runStages } from '../../testing/run-stages'
import { checks } from './checks'

const chain = runStages(imputedOf(makeShares(2).rows, { isCompositional: true }))

describe('train_clustering_models', () => {
  it('gives the fit of the search again: same inertia, same smallest cluster', () => {
    const { counts, model } = chain
    const searched = counts.candidates.find(({ k }) => k === counts.k)
    expect(model.inertia).toBe(searched?.inertia)
    expect(model.sizes[model.nClusters - 1]).toBe(searched?.smallest)
  })

  it('names the branch and the category that it is of, all without one', () => {
    expect(chain.model).toMatchObject({ branch: 'internal', category: 'all' })
  })

  it('orders clusters by size over the fitted stores', () => {
    const { model } = chain
    const sizes = Array.from(model.sizes)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const counted = sizes.map((_, c) => model.labels.filter((label) => label === c).length)
    expect(counted).toEqual(sizes)
  })

  it('without a baseline ids are 1 to k, and nothing became of anything', () => {
    const { model } = chain
    expect([...model.clusterIds]).toEqual(Array.from(model.sizes, (_, row) => row + 1))
    expect([model.retiredIds.length, model.lineage]).toEqual([0, []])
  })

  it('with a baseline clusters are in the order of its ids: labels, centres and sizes go along', () => {
    const { model } = chain
    const ids = model.clusterIds.map((id) => 20 - 2 * id)
    const retiredIds = Int32Array.of(1, 2)
    const { imputed } = chain
    const carried = runStages(imputed, {}, { ...model, clusterIds: ids, retiredIds })
    expect(carried.model.clusterIds).toEqual(ids.toReversed())
    expect(carried.model.sizes).toEqual(model.sizes.toReversed())
    expect(carried.model.retiredIds).toEqual(retiredIds)
    const last = model.nClusters - 1
    const turned = model.labels.map((label) => (label === -1 ? -1 : last - label))
    expect(carried.model.labels).toEqual(turned)
    const width = model.componentNames.length
    expect(carried.model.clusterCenters.subarray(0, width)).toEqual(
      model.clusterCenters.subarray(last * width),
    )
    expect(carried.assigned.clusters).toEqual(
      chain.assigned.clusters.map((cluster) => 20 - 2 * cluster),
    )
  })

  it('gives ties to the lexicographically smaller centre', () => {
    const pairs = [[9], [9.1], [-9], [-9.1], [0.1], [0]]
    const { model } = runStages(imputedOf(pairs), {
      counts: { k_rule: 'fixed', n_clusters: 3 },
    })
    expect([...model.sizes]).toEqual([2, 2, 2])
    expect(model.clusterCenters[0]).toBeLessThan(model.clusterCenters[1])
    expect(model.clusterCenters[1]).toBeLessThan(model.clusterCenters[2])
  })

  it('labels -1 exactly the stores that took no part', () => {
    const { model, reduced } = chain
    expect(model.labels.map((label) => (label === -1 ? 0 : 1))).toEqual(
      Int32Array.from(reduced.isFitted),
    )
  })

  it('centres are the means of their stores', () => {
    const { model, reduced } = chain
    const width = reduced.componentNames.length
    const sum = new Float64Array(width)
    model.labels.forEach((label, row) => {
      if (label === 0) for (let j = 0; j < width; j++) sum[j] += reduced.X[row * width + j]
    })
    sum.forEach((total, j) =>
      expect(model.clusterCenters[j]).toBeCloseTo(total / model.sizes[0], 9),
    )
  })

  it('carries all that is needed to place a new row', () => {
    const { model, normalized, reduced } = chain
    expect(model.preprocessing.featureNames).toEqual(normalized.featureNames)
    expect(model.preprocessing.transforms).toEqual(normalized.transforms)
    expect(model.preprocessing.scaler).toEqual(normalized.scaler)
    expect(reduced.pca).toMatchObject({ ...model.preprocessing.pca })
    expect(structuredClone(model)).toEqual(model)
  })

  it('the same stores under other ids, in another order, fall into the same groups', () => {
    const draw = createDraw(11)
    const rows = [25, 20, 15].flatMap((size, group) =>
      Array.from({ length: size }, () => [8 * group + draw.normal(), draw.normal() - 8 * group]),
    )
    const all = { outliers: { outlier_detection: false } }
    const { model } = runStages(imputedOf(rows), all)
    const reversed = runStages(imputedOf(rows.toReversed()), all)
    expect(model.nClusters).toBe(3)
    expect(reversed.model.labels.toReversed()).toEqual(model.labels)
    expect(reversed.model.inertia).toBeCloseTo(model.inertia, 9)
  })

  it('the checks see an empty, a tiny and a dominating cluster', () => {
    const inputs = chain
    const sized = (...sizes: number[]) => ({ ...chain.model, sizes: Int32Array.from(sizes) })
    expect(checks.no_empty_cluster(sized(5, 1), inputs).passed).toBe(true)
    expect(checks.no_empty_cluster(sized(5, 0), inputs).passed).toBe(false)
    expect(checks.no_tiny_cluster(sized(5, 3), inputs).passed).toBe(true)
    expect(checks.no_tiny_cluster(sized(5, 2), inputs).passed).toBe(false)
    expect(checks.no_dominating_cluster(sized(90, 10), inputs).passed).toBe(true)
    expect(checks.no_dominating_cluster(sized(91, 9), inputs).passed).toBe(false)
  })
})
