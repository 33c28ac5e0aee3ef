import { describe, expect, it } from 'vitest'
import type { ActiveOverride } from '../../override'
import { defaultsOf } from '../../testing/defaults-of'
import { reassigned as reassignedSpec } from '../../specs'
import { mergedOf } from '../../testing/merged-of'
import { exclude } from '../../testing/overrides-of'
import { undecided } from '../../testing/undecided'
import { compute as reassign } from '../cluster-reassignment/compute'
import { checks } from './checks'
import { compute } from './compute'

const snacks = mergedOf([
  [1, 1, 0],
  [1, 1, 1],
  [2, 1, 5],
])
const beer = {
  ...mergedOf([
    [1, 2, 0],
    [1, 2, 1],
  ]),
  onlyInternal: ['S0002'],
}
const rebalance = (merged: typeof snacks, overrides: readonly ActiveOverride[] = []) =>
  reassign(
    { merged },
    { ...defaultsOf(reassignedSpec.params), min_cluster_size: 2 },
    { ...undecided, overrides },
  )

const inputs = {
  merged: [
    { partition: 'Snacks', value: snacks },
    { partition: 'Beer', value: beer },
  ],
  reassigned: [
    { partition: 'Snacks', value: rebalance(snacks) },
    { partition: 'Beer', value: rebalance(beer) },
  ],
}

describe('merged_cluster_assignments', () => {
  const value = compute(inputs)

  it('has one row per store and category, by store id, then category', () => {
    expect(value.storeIds.map((id, row) => [id, value.categories[row]])).toEqual([
      ['S0000', 'Beer'],
      ['S0000', 'Snacks'],
      ['S0001', 'Beer'],
      ['S0001', 'Snacks'],
      ['S0002', 'Snacks'],
    ])
    expect(checks.keys_unique(value, inputs).passed).toBe(true)
  })

  it('carries labels, the move and the distances of each row', () => {
    const row = 4
    expect(value.merged[row]).toBe('2_1')
    expect(value.rebalanced[row]).toBe('1_1')
    expect(value.movedFrom[row]).toBe('2_1')
    expect(value.distance[row]).toBe(4.5)
    expect([value.internal[row], value.external[row]]).toEqual([2, 1])
  })

  it('joins the two values by store id, not by place', () => {
    const final = rebalance(snacks)
    const turned = {
      ...final,
      storeIds: final.storeIds.toReversed(),
      rebalanced: final.rebalanced.toReversed(),
      movedFrom: final.movedFrom.toReversed(),
      distance: final.distance.toReversed(),
      runnerUp: final.runnerUp.toReversed(),
      runnerUpDistance: final.runnerUpDistance.toReversed(),
    }
    const reassigned = [{ partition: 'Snacks', value: turned }, ...inputs.reassigned.slice(1)]
    expect(compute({ ...inputs, reassigned })).toEqual(value)
  })

  it('sums up each category, sorted by name', () => {
    const none = {
      clusters: 1,
      moved: 0,
      excluded: 0,
      separate: 0,
      onlyInternal: 0,
      onlyExternal: 0,
    }
    expect(value.perCategory).toEqual([
      { ...none, category: 'Beer', stores: 2, onlyInternal: 1 },
      { ...none, category: 'Snacks', stores: 3, moved: 1 },
    ])
  })

  it('takes the categories that were rebalanced; one that failed is absent', () => {
    const partly = compute({ ...inputs, reassigned: inputs.reassigned.slice(1) })
    expect(new Set(partly.categories)).toEqual(new Set(['Beer']))
    expect(compute({ merged: [], reassigned: [] }).storeIds).toEqual([])
  })

  it('counts and checks the stores that are kept separate', () => {
    const apart = {
      storeId: 'S0009',
      externalStoreId: 'S0009',
      internal: null,
      external: 1,
      internalOutlier: true,
      externalOutlier: false,
    }
    const more = { ...snacks, separate: [apart] }
    const given = { ...inputs, merged: [{ partition: 'Snacks', value: more }, inputs.merged[1]] }
    const published = compute(given)
    expect(published.separate).toEqual([
      {
        storeId: 'S0009',
        category: 'Snacks',
        internal: null,
        external: 1,
        internalOutlier: true,
        externalOutlier: false,
      },
    ])
    expect(published.storeIds).not.toContain('S0009')
    expect(checks.stores_conserved(published, given).passed).toBe(true)
    expect(checks.stores_conserved({ ...published, separate: [] }, given).passed).toBe(false)
    const twice = { ...published, separate: [...published.separate, ...published.separate] }
    expect(checks.keys_unique(twice, given).passed).toBe(false)
  })

  it('leaves out what an override excludes, and lists it with its category', () => {
    const without = { partition: 'Snacks', value: rebalance(snacks, [exclude('x', 'S0001')]) }
    const partly = { ...inputs, reassigned: [without, ...inputs.reassigned.slice(1)] }
    const left = compute(partly)
    expect(left.storeIds).toHaveLength(4)
    expect(left.excluded).toEqual([
      {
        storeId: 'S0001',
        category: 'Snacks',
        asset: 'cluster_reassignment',
        reason: 'excluded by override',
      },
    ])
    expect(left.perCategory[1]).toMatchObject({ stores: 2, excluded: 1 })
    expect(checks.stores_conserved(left, partly)).toMatchObject({
      passed: true,
      metadata: { rows_in: 5, placed: 4, excluded: 1 },
    })
    expect(checks.stores_conserved({ ...left, excluded: [] }, partly).passed).toBe(false)
  })

  it('the check sees a store twice in one category', () => {
    const twice = { ...value, categories: value.categories.map(() => 'Beer') }
    expect(checks.keys_unique(twice, inputs)).toMatchObject({
      passed: false,
      metadata: { rows: 5, repeated: 2, first: 'S0000, S0001' },
    })
  })
})
