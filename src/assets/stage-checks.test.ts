import { describe, expect, test } from 'vitest'
import { checks as assignedChecks } from './cluster-assignment/assign-clusters/checks'
import { compute as measure } from './cluster-analysis/cluster-metrics/compute'
import { checks as metricsChecks } from './cluster-analysis/cluster-metrics/checks'
import { checks as reducedChecks } from './feature-engineering/dimensionality-reduced-features/checks'
import { checks as normalizedChecks } from './feature-engineering/normalized-data/checks'
import { checks as outlierChecks } from './feature-engineering/outlier-removed-features/checks'
import { checks as countsChecks } from './model-training/optimal-cluster-counts/checks'
import { checks as modelChecks } from './model-training/train-clustering-models/checks'
import { imputedOf } from './testing/imputed-of'
import { createDraw } from './testing/made-up-chain'
import { provoke } from './testing/provoke'
import { runStages } from './testing/run-stages'
import type { OverrideOutcome } from './value'

/** Three groups of 20 stores, well apart in four features. */
const draw = createDraw(5)
const rows = Array.from({ length: 60 }, (_, i) =>
  [0, 1, 2, 3].map((j) => ((i % 3) + 1) * (j % 2 === 0 ? 12 : -9) + draw.normal()),
)
const chain = runStages(imputedOf(rows))
const { imputed, normalized, outliers, reduced, counts, model, assigned } = chain
const metrics = measure({ assigned, model, reduced })

const lost = { storeIds: imputed.storeIds.slice(1) }
const broken = (X: Float64Array) => ({ X: X.map((x, cell) => (cell === 3 ? NaN : x)) })
const outcome = (change: Partial<OverrideOutcome>): OverrideOutcome => ({
  id: 'x',
  kind: 'must_link',
  status: 'applied',
  stores: [],
  cost: 0,
  message: 'It holds.',
  ...change,
})

const cases = {
  normalized: provoke(
    normalizedChecks,
    { value: normalized, inputs: { imputed } },
    { stores_conserved: { value: lost }, matrix_finite: { value: broken(normalized.X) } },
  ),
  outliers: provoke(
    outlierChecks,
    { value: outliers, inputs: { normalized } },
    {
      stores_conserved: { value: lost },
      few_outliers: { value: { isOutlier: new Uint8Array(60).fill(1, 0, 13) } },
    },
  ),
  reduced: provoke(
    reducedChecks,
    { value: reduced, inputs: { outliers } },
    {
      stores_conserved: { value: lost },
      matrix_finite: { value: broken(reduced.X) },
      variance_kept: {
        value: { pca: reduced.pca && { ...reduced.pca, nComponents: 0 } },
      },
    },
  ),
  counts: provoke(
    countsChecks,
    { value: counts, inputs: { reduced } },
    {
      enough_stores: { value: { candidates: counts.candidates.slice(0, 3) } },
      k_inside_range: { value: { maxClusters: counts.k } },
      k_clearly_best: {
        value: { candidates: counts.candidates.map((one) => ({ ...one, silhouette: 0.5 })) },
      },
    },
  ),
  model: provoke(
    modelChecks,
    { value: model, inputs: chain },
    {
      no_empty_cluster: { value: { sizes: Int32Array.of(30, 30, 0) } },
      no_dominating_cluster: { value: { sizes: Int32Array.of(55, 3, 2) } },
      no_tiny_cluster: { value: { sizes: Int32Array.of(30, 28, 2) } },
      no_sliver_cluster: { value: { sizes: Int32Array.of(500, 500, 9) } },
      stable_under_seed: { value: { seedAgreement: 0.79 } },
    },
  ),
  assigned: provoke(
    assignedChecks,
    { value: assigned, inputs: chain },
    {
      stores_conserved: { value: lost },
      overrides_hold: { value: { overrides: [outcome({ status: 'conflict' })] } },
      overrides_matter: { value: { overrides: [outcome({ status: 'no_effect' })] } },
    },
  ),
  metrics: provoke(
    metricsChecks,
    { value: metrics, inputs: { assigned, model, reduced } },
    { clear_split: { value: { silhouette: 0.24 } } },
  ),
}

describe.each(Object.entries(cases))('%s', (_, provoked) => {
  test.each(provoked)('%s holds, and is noticed when it does not', (_name, good, changed) => {
    expect([good, changed]).toEqual([true, false])
  })
})

describe('k_clearly_best', () => {
  const scored = (rule: string, scores: readonly number[]) => ({
    ...counts,
    rule,
    k: 3,
    candidates: counts.candidates.slice(0, scores.length).map((one, i) => ({
      ...one,
      silhouette: scores[i],
      daviesBouldin: scores[i],
      calinskiHarabasz: scores[i],
    })),
  })
  test.each([
    ['silhouette', [0.3, 0.5, 0.495], false],
    ['silhouette', [0.3, 0.5, 0.48], true],
    ['davies_bouldin', [0.9, 0.5, 0.505], false],
    ['davies_bouldin', [0.9, 0.5, 0.6], true],
    ['calinski_harabasz', [100, 500, 496], false],
    ['calinski_harabasz', [100, 500, 490], true],
    ['fixed', [0.5, 0.5, 0.5], true],
  ])('by %s of %j: %s', (rule, scores, passed) => {
    const { metadata, ...found } = countsChecks.k_clearly_best(scored(rule, scores), { reduced })
    expect(found.passed).toBe(passed)
    if (rule !== 'fixed') expect(metadata).toMatchObject({ next_k: 4, score: scores[1] })
  })

  test('one k alone has no rival', () => {
    expect(countsChecks.k_clearly_best(scored('silhouette', [0.5]), { reduced }).passed).toBe(true)
  })
})

test('a lock that keeps a store where it is needs no attention; an unknown store does', () => {
  const value = { ...assigned, overrides: [outcome({ kind: 'lock', status: 'no_effect' })] }
  expect(assignedChecks.overrides_matter(value, chain).passed).toBe(true)
  const message = 'Not among the stores here: Z.'
  const unknown = { ...assigned, overrides: [outcome({ status: 'unknown_store', message })] }
  expect(assignedChecks.overrides_hold(unknown, chain)).toEqual({
    passed: false,
    metadata: { not_held: 1, overrides: 1, first: message },
  })
})

test('k at the lower edge passes, and is told', () => {
  const lower = { ...counts, k: 2 }
  expect(countsChecks.k_inside_range(lower, { reduced })).toMatchObject({
    passed: true,
    metadata: { edge: 'lower' },
  })
})
