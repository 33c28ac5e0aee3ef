import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AssetError } from './failure'
import { imputedOf } from './testing/imputed-of'
import { createDraw } from './testing/made-up-chain'
import { runStages } from './testing/run-stages'

const quick = { outliers: { n_estimators: 25 }, counts: { n_init: 2 }, model: { n_init: 2 } }
const draw = createDraw(1)
const crowd = Array.from({ length: 40 }, () => [draw.normal(), draw.normal()])

function expectAllPlaced(rows: readonly (readonly number[])[], noData: readonly number[] = []) {
  const { assigned, normalized, reduced } = runStages(imputedOf(rows, { noData }), quick)
  expect(assigned.storeIds.length).toBe(rows.length)
  expect(assigned.clusters.every((c) => c >= 1 && c <= assigned.nClusters)).toBe(true)
  for (const values of [normalized.X, reduced.X, assigned.distance])
    expect(values.every(Number.isFinite)).toBe(true)
  return assigned
}

describe('stores that are unlike what a stage expects', () => {
  it('F-26 constant columns and columns of two values give finite clusters', () => {
    expectAllPlaced(crowd.map(([a], i) => [7, i % 2, a, 0]))
    expectAllPlaced(crowd.map(() => [0, 0]))
  })

  it('F-27 stores without data are placed and flagged, not a cluster of their own', () => {
    const ghosts = Array.from({ length: 20 }, () => [100, 100])
    const assigned = expectAllPlaced(
      [...crowd, ...ghosts],
      [...ghosts.keys()].map((i) => 40 + i),
    )
    const alone = runStages(imputedOf(crowd), quick).assigned
    expect(assigned.clusters.slice(0, 40)).toEqual(alone.clusters)
    expect(assigned.noData.reduce((sum, flag) => sum + flag, 0)).toBe(20)
  })

  it('F-29 an extreme store is flagged and does not make a cluster', () => {
    const assigned = expectAllPlaced([...crowd, [1e12, -1e12]])
    expect(assigned.isOutlier[40]).toBe(1)
  })

  it('F-29 with half of the stores identical, k stays under the number of different ones', () => {
    const same = Array.from({ length: 10 }, () => [1, 1])
    const assigned = expectAllPlaced([...same, ...crowd.slice(0, 5)])
    expect(assigned.nClusters).toBeLessThan(6)
  })

  it('F-31 from one to twelve stores all are placed; none is an error with the next step', () => {
    for (let n = 1; n <= 12; n++) expectAllPlaced(crowd.slice(0, n))
    expect(() => runStages(imputedOf([]))).toThrow(AssetError)
  })

  it('F-31 fewer stores than columns', () => {
    expectAllPlaced(crowd.slice(0, 5).map(() => Array.from({ length: 12 }, () => draw.normal())))
  })

  it('F-32 perfectly collinear columns keep one component', () => {
    const { reduced } = runStages(imputedOf(crowd.map(([a]) => [a, 2 * a, -a])), {
      normalized: { transform: 'none' },
    })
    expect(reduced.componentNames).toEqual(['PC1'])
  })

  it('F-60 whatever finite numbers come in, every store gets a cluster and a finite distance', () => {
    const cell = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), (rows) => {
        expectAllPlaced(rows)
      }),
      { numRuns: 60 },
    )
  })
})
