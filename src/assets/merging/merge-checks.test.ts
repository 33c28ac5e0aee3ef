import { describe, expect, test } from 'vitest'
import type { AssignedClusters } from '../cluster-assignment/assign-clusters/spec'
import { reassigned as reassignedSpec } from '../specs'
import { defaultsOf } from '../testing/defaults-of'
import { imputedOf } from '../testing/imputed-of'
import { createDraw } from '../testing/made-up-chain'
import { type CrossedStore, mergedOf } from '../testing/merged-of'
import { provoke } from '../testing/provoke'
import { runStages } from '../testing/run-stages'
import { undecided } from '../testing/undecided'
import { checks as reassignedChecks } from './cluster-reassignment/checks'
import { compute as reassign } from './cluster-reassignment/compute'
import { checks as publishedChecks } from './merged-cluster-assignments/checks'
import { compute as publish } from './merged-cluster-assignments/compute'
import { checks as crossedChecks } from './merged-clusters/checks'

const { normalized, assigned } = runStages(
  imputedOf(Array.from({ length: 24 }, (_, i) => [(i % 2) * 9 + (i % 5), i % 3])),
)
const sides = {
  internal: assigned,
  external: assigned,
  internalSpace: normalized,
  externalSpace: normalized,
}
const both = {
  ...mergedOf([]),
  storeIds: assigned.storeIds,
  externalStoreIds: assigned.storeIds,
}
const pair = { left: '7', right: '007' }

/** 30 stores around 0, 30 around 40, and three small ones between: 2_1 near 1_1, 2_3 far off. */
const draw = createDraw(3)
const around = (internal: number, external: number, center: number): CrossedStore => [
  internal,
  external,
  center + draw.normal(),
]
const stores = [
  ...Array.from({ length: 30 }, () => around(1, 1, 0)),
  ...Array.from({ length: 30 }, () => around(2, 2, 40)),
  around(2, 1, 0.5),
]
const far: CrossedStore = [2, 3, 15]
const rebalance = (crossed: readonly CrossedStore[], minSize = 20) => {
  const merged = mergedOf(crossed)
  const params = { ...defaultsOf(reassignedSpec.params), min_cluster_size: minSize }
  return { merged, value: reassign({ merged }, params, undecided) }
}
const { merged, value } = rebalance(stores)
const outcome = { id: 'x', stores: [], cost: 0, message: 'It holds.' } as const
const fanIn = {
  merged: [{ partition: 'all', value: merged }],
  reassigned: [{ partition: 'all', value }],
}
const published = publish(fanIn)

const cases = {
  crossed: provoke(
    crossedChecks,
    { value: both, inputs: sides },
    {
      stores_reconciled: { value: { onlyInternal: ['gone'] } },
      some_stores_in_both: { value: { storeIds: [] } },
      most_stores_in_both: { value: { onlyInternal: assigned.storeIds.slice(0, 3) } },
      ids_written_alike: {
        value: {
          ruleOffers: [{ rule: 'leading_zeros', nAdded: 1, nConflicts: 0, examples: [pair] }],
        },
      },
      ids_told_apart: {
        value: { idConflicts: [{ form: '7', left: ['007', '7'], right: ['07'] }] },
      },
    },
  ),
  reassigned: provoke(
    reassignedChecks,
    { value, inputs: { merged } },
    {
      stores_conserved: { value: { moves: [] } },
      some_cluster_is_large: { value: { workableMinClusterSize: 19 } },
      few_stores_moved: { value: { moves: Array.from({ length: 19 }, () => value.moves[0]) } },
      moves_are_near: { value: rebalance([...stores, far]).value },
      no_dominating_cluster: { value: { sizesAfter: [{ cluster: '1_1', size: 61 }] } },
      overrides_hold: {
        value: { overrides: [{ ...outcome, kind: 'lock', status: 'unknown_cluster' }] },
      },
      overrides_matter: {
        value: { overrides: [{ ...outcome, kind: 'cannot_link', status: 'no_effect' }] },
      },
    },
  ),
  published: provoke(
    publishedChecks,
    { value: published, inputs: fanIn },
    {
      keys_unique: { value: { storeIds: published.storeIds.with(1, published.storeIds[0]) } },
      stores_conserved: { value: { storeIds: published.storeIds.slice(1) } },
    },
  ),
}

describe.each(Object.entries(cases))('%s', (_, provoked) => {
  test.each(provoked)('%s holds, and is noticed when it does not', (_name, good, changed) => {
    expect([good, changed]).toEqual([true, false])
  })
})

describe('most_stores_in_both', () => {
  const ids = (n: number, prefix: string) => Array.from({ length: n }, (_, i) => `${prefix}${i}`)
  test.each([
    [10, 0, true],
    [11, 0, false],
    [0, 90, true],
    [0, 91, false],
  ])('of 90 stores in both, %d only internal and %d only external: %s', (left, right, passed) => {
    const crossed = {
      ...both,
      storeIds: ids(90, 'b'),
      onlyInternal: ids(left, 'i'),
      onlyExternal: ids(right, 'e'),
    }
    expect(crossedChecks.most_stores_in_both(crossed, sides).passed).toBe(passed)
  })
})

test('a move that is far is told with both clusters; without a large cluster none is', () => {
  const moved = rebalance([...stores, far])
  expect(reassignedChecks.moves_are_near(moved.value, moved).metadata).toEqual({
    far: 1,
    moved: 2,
    first: 'S0061 from 2_3 to 1_1',
  })
  const none = rebalance(stores, 100)
  expect(reassignedChecks.moves_are_near(none.value, none).metadata['moved']).toBe(0)
})

test('a category whose rows do not add up is named', () => {
  const [summary] = published.perCategory
  const wrong = { ...published, perCategory: [{ ...summary, stores: 60 }] }
  expect(publishedChecks.stores_conserved(wrong, fanIn)).toMatchObject({
    passed: false,
    metadata: { first_wrong: 'all' },
  })
})

test('no store at all fails what needs one, and crashes nothing', () => {
  const empty: AssignedClusters = { ...assigned, storeIds: [], clusters: new Int32Array(0) }
  const inputs = { ...sides, internal: empty, external: empty }
  const nothing = { ...both, storeIds: [], externalStoreIds: [] }
  expect(Object.values(crossedChecks).map((check) => check(nothing, inputs).passed)).toEqual([
    true,
    false,
    true,
    true,
    true,
  ])
})
