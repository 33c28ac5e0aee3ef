import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { compute as nameClusters } from './cluster-analysis/cluster-labeling-analytics/compute'
import { compute as measure } from './cluster-analysis/cluster-metrics/compute'
import { compute as profile } from './cluster-analysis/cluster-profiles/compute'
import { compute as reassign } from './merging/cluster-reassignment/compute'
import { compute as publish } from './merging/merged-cluster-assignments/compute'
import { compute as cross } from './merging/merged-clusters/compute'
import { defaultsOf } from './testing/defaults-of'
import * as specs from './specs'
import { imputedOf } from './testing/imputed-of'
import { makeMarket, makeShares } from './testing/made-up-chain'
import { runStages } from './testing/run-stages'
import { silent } from './testing/silent'
import { undecided } from './testing/undecided'

const internal = runStages(imputedOf(makeShares(4).rows, { isCompositional: true, noData: [9] }))
const external = runStages(imputedOf(makeMarket(4).rows))
const merged = cross(
  {
    internal: internal.assigned,
    external: external.assigned,
    internalSpace: internal.normalized,
    externalSpace: external.normalized,
  },
  defaultsOf(specs.crossed.params),
  silent,
)
const reassigned = reassign({ merged }, defaultsOf(specs.reassigned.params), undecided)
const profiles = profile({
  internal: internal.assigned,
  external: external.assigned,
  internalFeatures: internal.imputed,
  externalFeatures: external.imputed,
  reassigned,
})
const published = publish({
  merged: [{ partition: 'Snacks', value: merged }],
  reassigned: [{ partition: 'Snacks', value: reassigned }],
})

const labeling = nameClusters(
  { profiles, crossed: merged, internalModel: internal.model, externalModel: external.model },
  {},
  { baseline: null, overrides: [], log: () => undefined },
)

describe('every value is what its spec says, and crosses threads as it is', () => {
  it.each([
    [specs.internal.normalized, internal.normalized],
    [specs.internal.outliers, internal.outliers],
    [specs.internal.reduced, internal.reduced],
    [specs.internal.counts, internal.counts],
    [specs.internal.model, internal.model],
    [specs.internal.assigned, internal.assigned],
    [specs.internal.metrics, measure(internal)],
    [specs.crossed, merged],
    [specs.reassigned, reassigned],
    [specs.published, published],
    [specs.profiles, profiles],
    [specs.labeling, labeling],
  ] as const)('$key', (spec, value) => {
    expect(v.parse<v.GenericSchema>(spec.value, value)).toEqual(value)
    expect(structuredClone(value)).toEqual(value)
  })
})

describe('from the labels of both views to the published file', () => {
  it('every store with both labels is published once, with a cluster that is large enough', () => {
    expect(published.storeIds).toEqual(merged.storeIds)
    const sizes = new Map(reassigned.sizesAfter.map(({ cluster, size }) => [cluster, size]))
    for (const name of published.rebalanced) expect(sizes.get(name)).toBeGreaterThanOrEqual(20)
  })

  it('names of clusters are unique within a branch', () => {
    for (const { clusters } of labeling.branches)
      expect(new Set(clusters.map(({ name }) => name)).size).toBe(clusters.length)
  })
})
