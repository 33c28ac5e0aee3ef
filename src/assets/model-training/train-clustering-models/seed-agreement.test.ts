import { describe, expect, it } from 'vitest'
import type { KMeans } from '../../../math/k-means'
import { imputedOf } from '../../testing/imputed-of'
import { runStages } from '../../testing/run-stages'
import { seedAgreement } from './seed-agreement'

const fitOf = (inertia: number, ...labels: number[]): KMeans => ({
  clusterCenters: new Float64Array(0),
  labels: Int32Array.from(labels),
  inertia,
  nIter: 1,
  runnersUp: [],
  bests: [],
})

describe('seedAgreement(fit)', () => {
  const best = fitOf(100, 0, 0, 1, 1)

  it('is the mean agreement with the starts that fit as well', () => {
    const same = fitOf(100, 1, 1, 0, 0)
    const other = fitOf(101, 0, 1, 0, 1)
    expect(seedAgreement({ ...best, runnersUp: [same] })).toBe(1)
    expect(seedAgreement({ ...best, runnersUp: [same, other] })).toBeCloseTo(0.25, 12)
  })

  it('does not look at a start that fits worse', () => {
    expect(seedAgreement({ ...best, runnersUp: [fitOf(101.1, 0, 1, 0, 1)] })).toBeNull()
    expect(seedAgreement(best)).toBeNull()
  })

  it('is 1 for groups that are apart, and low where stores lie evenly on a circle', () => {
    const off = { outliers: { outlier_detection: false } }
    const apart = Array.from({ length: 40 }, (_, i) => [(i % 2) * 50 + (i % 5), i % 3])
    expect(runStages(imputedOf(apart), off).model.seedAgreement).toBe(1)
    const circle = Array.from({ length: 60 }, (_, i) => [
      Math.cos((i * Math.PI) / 30),
      Math.sin((i * Math.PI) / 30),
    ])
    const fixed = { ...off, counts: { k_rule: 'fixed' as const, n_clusters: 5 } }
    expect(runStages(imputedOf(circle), fixed).model.seedAgreement).toBeLessThan(0.8)
  })
})
