import { describe, expect, it } from 'vitest'
import type { Table } from '../../table/table'
import { checks as assignChecks } from '../cluster-assignment/assign-clusters/checks'
import { imputedOf } from '../testing/imputed-of'
import { createDraw, makeMarket, makeShares } from '../testing/made-up-chain'
import { runStages } from '../testing/run-stages'
import { fitParams, type FitParams } from './params'
import { predict } from './predict'
import { checks } from './train-clustering-models/checks'

type Rows = readonly (readonly number[])[]
type Stages = Parameters<typeof runStages>[1]

const control = fitParams.algorithm.control
const algorithms = control.kind === 'choice' ? control.options.map(({ value }) => value) : []

/** Every algorithm, and every way that one has: the settings find groups in the made-up chains. */
const ways: readonly Partial<FitParams>[] = [
  ...algorithms.map((name) => ({ algorithm: name as FitParams['algorithm'], eps: 2.5 })),
  { algorithm: 'hclust', linkage: 'average' },
  { algorithm: 'hclust', linkage: 'complete' },
  { algorithm: 'gmm', covariance_type: 'diag' },
]

const stagesOf = (fit: Partial<FitParams>, others: Stages = {}): Stages => ({
  outliers: { n_estimators: 20 },
  ...others,
  counts: { max_clusters: 5, ...fit },
  model: fit,
})

const tableOf = (rows: Rows): Table => ({
  nRows: rows.length,
  columns: (rows[0] ?? []).map((_, j) => ({
    type: 'number',
    name: `f${String(j).padStart(2, '0')}`,
    values: Float64Array.from(rows, (row) => row[j]),
  })),
})

describe.each(ways)('$algorithm $linkage $covariance_type', (fit) => {
  it.each([1, 2])('predict puts the stores of chain %i where the training put them', (seed) => {
    for (const { rows, isCompositional } of [
      { ...makeShares(seed), isCompositional: true },
      { ...makeMarket(seed), isCompositional: false },
    ]) {
      const { model, assigned } = runStages(imputedOf(rows, { isCompositional }), stagesOf(fit))
      const predicted = predict(model, tableOf(rows))
      expect(predicted.clusters).toEqual(assigned.clusters)
      expect(predicted.distances).toEqual(assigned.distance)
      expect(predicted.runnerUp).toEqual(assigned.runnerUp)
      expect(predicted.isOutlier).toEqual(assigned.isOutlier)
    }
  })

  it('the model is plain data, and its checks and those of the assignment hold', () => {
    const chain = runStages(imputedOf(makeMarket(3).rows), stagesOf(fit))
    const { model, assigned } = chain
    expect(structuredClone(model)).toEqual(model)
    expect(checks.no_empty_cluster(model, chain).passed).toBe(true)
    expect(assignChecks.stores_conserved(assigned, chain).passed).toBe(true)
    expect(model.clusterCenters.every(Number.isFinite)).toBe(true)
    expect(model.limits).toHaveLength(model.nClusters)
    expect([...model.sizes]).toEqual([...model.sizes].sort((a, b) => b - a))
    const counted = Array.from(model.sizes, (_, c) => model.labels.filter((l) => l === c).length)
    expect(counted).toEqual([...model.sizes])
  })

  it('carries ids on: the same clusters keep them, and predict answers with them', () => {
    const { rows } = makeMarket(1)
    const { model } = runStages(imputedOf(rows), stagesOf(fit))
    const baseline = { ...model, clusterIds: model.clusterIds.map((id) => 50 - 3 * id) }
    const carried = runStages(imputedOf(rows), stagesOf(fit), baseline)
    expect([...carried.model.clusterIds]).toEqual([...baseline.clusterIds].sort((a, b) => a - b))
    expect(carried.model.lineage.every(({ state }) => state === 'kept')).toBe(true)
    const predicted = predict(carried.model, tableOf(rows))
    expect(predicted.clusters).toEqual(carried.assigned.clusters)
    expect(predicted.isOutlier).toEqual(carried.assigned.isOutlier)
  })

  it('finds two groups that are far apart', () => {
    const draw = createDraw(5)
    const groups = Array.from({ length: 80 }, (_, i): number => (i % 4 === 0 ? 1 : 0))
    const rows = groups.map((group) => [30 * group + draw.normal(), 30 * group + draw.normal()])
    const { assigned } = runStages(
      imputedOf(rows),
      stagesOf(fit, { outliers: { outlier_detection: false } }),
    )
    const pairs = new Set(groups.map((group, i) => `${group} ${assigned.clusters[i]}`))
    if (assigned.isOutlier.every((flag) => flag === 0)) expect(pairs.size).toBe(assigned.nClusters)
    groups.forEach((group, i) => {
      const mate = groups.indexOf(1 - group)
      expect(assigned.clusters[i]).not.toBe(assigned.clusters[mate])
    })
  })

  it.each([
    ['one store', [[1, 2]]],
    [
      'two stores',
      [
        [1, 2],
        [9, 4],
      ],
    ],
    ['stores that are all equal', Array.from({ length: 12 }, () => [3, 4])],
    ['two kinds of equal stores', Array.from({ length: 24 }, (_, i) => [i % 2, i % 2])],
    ['stores on a line', Array.from({ length: 24 }, (_, i) => [i < 12 ? i : 100 + i, 7])],
    [
      'values near the largest there are',
      Array.from({ length: 24 }, (_, i) => [i < 12 ? i * 1e305 : -1e306 * i, i]),
    ],
  ] as const)('is defined for %s', (_name, rows) => {
    const { model, assigned } = runStages(imputedOf(rows), stagesOf(fit))
    expect(assigned.clusters.every((cluster) => cluster >= 1)).toBe(true)
    expect(assigned.distance.every(Number.isFinite)).toBe(true)
    expect(predict(model, tableOf(rows)).clusters).toEqual(assigned.clusters)
  })
})

describe('algorithms that find dense groups', () => {
  const draw = createDraw(9)
  /** Two dense groups, and four stores that are in neither. */
  const rows = [
    ...Array.from({ length: 30 }, () => [draw.normal(), draw.normal()]),
    ...Array.from({ length: 20 }, () => [40 + draw.normal(), 40 + draw.normal()]),
    [-100, -100],
    [-100, 0],
    [150, 150],
    [150, 300],
  ]
  const asIs: Stages = {
    normalized: { transform: 'none', normalize: false },
    outliers: { outlier_detection: false },
    reduced: { pca_active: false },
  }

  it.each([
    { algorithm: 'dbscan', eps: 2.5 },
    { algorithm: 'hdbscan', min_cluster_points: 10 },
  ] as const)(
    '$algorithm: noise gets the nearest cluster and a flag, and no weight in it',
    (fit) => {
      const { model, assigned } = runStages(imputedOf(rows), stagesOf(fit, asIs))
      expect(model.nClusters).toBe(2)
      expect(assigned.isOutlier.slice(50)).toEqual(Uint8Array.of(1, 1, 1, 1))
      expect(model.labels.slice(50)).toEqual(Int32Array.of(-1, -1, -1, -1))
      expect(model.sizes[0] + model.sizes[1]).toBe(
        model.labels.filter((label) => label >= 0).length,
      )
      expect(assigned.clusters[50]).toBe(assigned.clusters[0])
      expect(assigned.clusters[53]).toBe(assigned.clusters[30])
      const next = predict(
        model,
        tableOf([
          [0.1, 0.1],
          [40, 39.9],
          [300, 300],
        ]),
      )
      expect(next.clusters.slice(0, 2)).toEqual(
        Int32Array.of(assigned.clusters[0], assigned.clusters[30]),
      )
      expect([...next.isOutlier]).toEqual([0, 0, 1])
      expect([...next.isUnlikeAny]).toEqual([0, 0, 1])
    },
  )

  it('dbscan says which eps would find core stores where it finds none', () => {
    const run = () =>
      runStages(imputedOf(rows), stagesOf({ algorithm: 'dbscan', eps: 0.0001 }, asIs))
    expect(run).toThrow(/no store has 5 stores/)
    try {
      run()
    } catch (error) {
      const { hint } = (error as { failure: { hint: string } }).failure
      const eps = Number(/at eps (\d+\.?\d*)/.exec(hint)?.[1])
      const found = runStages(imputedOf(rows), stagesOf({ algorithm: 'dbscan', eps }, asIs))
      expect(found.model.nClusters).toBeGreaterThan(0)
    }
  })

  it('hdbscan says so where no group stands apart', () => {
    const even = Array.from({ length: 40 }, (_, i) => [i, 0])
    const run = () => runStages(imputedOf(even), stagesOf({ algorithm: 'hdbscan' }, asIs))
    expect(run).toThrow(/no two groups of 5 stores/)
  })
})
