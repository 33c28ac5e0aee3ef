import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActiveOverride } from '../../override'
import { defaultsOf } from '../../testing/defaults-of'
import { reassigned } from '../../specs'
import { type CrossedStore, mergedOf } from '../../testing/merged-of'
import { exclude, link, lock } from '../../testing/overrides-of'
import { undecided } from '../../testing/undecided'
import { checks } from './checks'
import { compute } from './compute'

type Params = Parameters<typeof compute>[1]

const rebalance = (
  stores: readonly CrossedStore[],
  params: Partial<Params> = {},
  overrides: readonly ActiveOverride[] = [],
) => {
  const merged = mergedOf(stores)
  const given = { ...defaultsOf(reassigned.params), ...params }
  return { merged, value: compute({ merged }, given, { ...undecided, overrides }) }
}

/** 1_1 around 0, 1_2 around 10; one store of 2_1 at 3 and one at 8. */
const stores: readonly CrossedStore[] = [
  [1, 1, -1],
  [1, 1, 0],
  [1, 1, 1],
  [1, 2, 9],
  [1, 2, 11],
  [2, 1, 3],
  [2, 1, 8],
]

describe('store by store', () => {
  it('moves each store of a small cluster to the nearest large centre, and logs it', () => {
    const { value } = rebalance(stores.slice(0, 6), { min_cluster_size: 2 })
    expect(value.rebalanced).toEqual(['1_1', '1_1', '1_1', '1_2', '1_2', '1_1'])
    expect(value.movedFrom).toEqual(['', '', '', '', '', '2_1'])
    expect(value.moves).toEqual([
      {
        storeId: 'S0005',
        from: '2_1',
        to: '1_1',
        dFrom: 0,
        dTo: 3,
        runnerUp: '1_2',
        runnerUpDistance: 7,
        by: 'size',
      },
    ])
  })

  it('two stores of one small cluster may go to different large ones', () => {
    const { value } = rebalance([...stores, [1, 1, 0], [1, 2, 10]], { min_cluster_size: 3 })
    expect(value.rebalanced.slice(5, 7)).toEqual(['1_1', '1_2'])
    expect(value.moves.map(({ dFrom }) => dFrom)).toEqual([2.5, 2.5])
  })

  it('measures every store to its final centre and to the next large one, in the merge space', () => {
    const { value } = rebalance(stores, { min_cluster_size: 2 })
    expect([...value.distance]).toEqual([1, 0, 1, 1, 1, 2.5, 2.5])
    expect(value.runnerUp.slice(0, 4)).toEqual(['2_1', '2_1', '2_1', '2_1'])
    expect(value.runnerUpDistance[3]).toBe(3.5)
  })

  it('centres are those of the original members: a taker does not move towards what it takes', () => {
    const { value } = rebalance(stores.slice(0, 6), { min_cluster_size: 2 })
    expect(value.distance[1]).toBe(0)
    expect(value.withinBefore).toBe(2 + 2)
    expect(value.withinAfter).toBeCloseTo(8.75 + 2, 12)
  })

  it('a tie goes to the larger cluster', () => {
    const tied: CrossedStore[] = [
      [1, 1, -4],
      [1, 1, -4],
      [1, 2, 4],
      [1, 2, 4],
      [1, 2, 4],
      [2, 2, 0],
    ]
    expect(rebalance(tied, { min_cluster_size: 2 }).value.rebalanced[5]).toBe('1_2')
  })

  it('then to the smaller (internal, external) as numbers: 2_1 before 10_1', () => {
    const tied: CrossedStore[] = [
      [10, 1, -4],
      [10, 1, -4],
      [2, 1, 4],
      [2, 1, 4],
      [3, 3, 0],
    ]
    const { value } = rebalance(tied, { min_cluster_size: 2 })
    expect(value.rebalanced[4]).toBe('2_1')
    expect(value.sizesBefore.map(({ cluster }) => cluster)).toEqual(['2_1', '3_3', '10_1'])
  })

  it('a cluster with exactly the smallest size is large', () => {
    expect(rebalance(stores, { min_cluster_size: 2 }).value.moves).toEqual([])
    expect(rebalance(stores, { min_cluster_size: 3 }).value.moves.length).toBe(4)
  })
})

describe('whole clusters', () => {
  it('moves a small cluster by its centre, all stores together', () => {
    const { value } = rebalance([...stores, [1, 1, 0], [1, 2, 10], [2, 1, 3.5]], {
      min_cluster_size: 3,
      reassign: 'cluster',
    })
    expect(value.moves).toEqual([])
    const small = rebalance([...stores, [1, 1, 0], [1, 2, 10]], {
      min_cluster_size: 3,
      reassign: 'cluster',
    }).value
    expect(small.rebalanced.slice(5, 7)).toEqual(['1_2', '1_2'])
    expect(small.moves[0]).toMatchObject({ dTo: 7, runnerUp: '1_1', runnerUpDistance: 3 })
  })
})

describe('no large cluster', () => {
  it('still measures every store, to its own cluster and to the nearest other', () => {
    const { value } = rebalance([...stores.slice(0, 2), [1, 2, 10]], { min_cluster_size: 20 })
    const center = (stores[0][2] + stores[1][2]) / 2
    expect(value.distance[0]).toBeCloseTo(Math.abs(stores[0][2] - center), 12)
    expect(value.distance[2]).toBe(0)
    expect(value.runnerUp).toEqual(['1_2', '1_2', '1_1'])
    expect(value.runnerUpDistance[2]).toBeCloseTo(10 - center, 12)
  })

  it('moves nothing and says which smallest size would work', () => {
    const { merged, value } = rebalance(stores, { min_cluster_size: 20 })
    expect(value.rebalanced).toEqual(merged.merged)
    expect(value.moves).toEqual([])
    expect(value.workableMinClusterSize).toBe(3)
    expect(checks.some_cluster_is_large(value, { merged })).toEqual({
      passed: false,
      metadata: { min_cluster_size: 20, largest_that_would_work: 3 },
    })
    const workable = rebalance(stores, { min_cluster_size: value.workableMinClusterSize })
    expect(checks.some_cluster_is_large(workable.value, workable).passed).toBe(true)
  })
})

describe('overrides', () => {
  it('come last: a locked store is in its cluster, told as a move of its own kind', () => {
    const { merged, value } = rebalance(stores, { min_cluster_size: 2 }, [
      lock('x', '1_2', 'S0002'),
    ])
    expect(value.rebalanced[2]).toBe('1_2')
    expect(value.movedFrom[2]).toBe('1_1')
    expect(value.moves.map(({ storeId, by }) => [storeId, by])).toEqual([['S0002', 'override']])
    expect([value.distance[2], value.runnerUp[2], value.runnerUpDistance[2]]).toEqual([9, '1_1', 1])
    expect(value.overrides).toMatchObject([{ id: 'x', status: 'applied', cost: 81 - 1 }])
    expect(value.sizesAfter).toEqual([
      { cluster: '1_1', size: 2 },
      { cluster: '1_2', size: 3 },
      { cluster: '2_1', size: 2 },
    ])
    expect(value.locked).toEqual(['S0002'])
    expect(value.withinAfter).toBeGreaterThan(value.withinBefore)
    expect(checks.stores_conserved(value, { merged }).passed).toBe(true)
  })

  it('a store of a small cluster can be kept in it, and one that was moved can go on', () => {
    const { merged, value } = rebalance(stores, { min_cluster_size: 3 }, [
      lock('keep', '2_1', 'S0005'),
      lock('on', '1_2', 'S0006'),
    ])
    expect(value.rebalanced.slice(3)).toEqual(['1_1', '1_1', '2_1', '1_2'])
    expect(value.moves.map(({ storeId, by }) => [storeId, by])).toEqual([
      ['S0003', 'size'],
      ['S0004', 'size'],
      ['S0006', 'override'],
    ])
    expect(checks.stores_conserved(value, { merged }).passed).toBe(true)
  })

  it('a store that is excluded is listed and in no cluster', () => {
    const { merged, value } = rebalance(stores, { min_cluster_size: 2 }, [exclude('x', 'S0002')])
    expect(value.storeIds).not.toContain('S0002')
    expect(value.excluded).toEqual([
      { storeId: 'S0002', asset: 'cluster_reassignment', reason: 'excluded by override' },
    ])
    expect(value.sizesAfter[0]).toEqual({ cluster: '1_1', size: 2 })
    expect(value.withinAfter).toBe(0.5 + 2 + 12.5)
    expect(checks.stores_conserved(value, { merged })).toMatchObject({
      passed: true,
      metadata: { stores_in: 7, placed: 6, excluded: 1 },
    })
    expect(checks.stores_conserved({ ...value, excluded: [] }, { merged }).passed).toBe(false)
  })

  it('stores that have to share a cluster go to the one that adds least', () => {
    const { value } = rebalance(stores, { min_cluster_size: 2 }, [link('x', 'S0002', 'S0003')])
    expect([value.rebalanced[2], value.rebalanced[3]]).toEqual(['2_1', '2_1'])
    expect(value.overrides[0].cost).toBe(4.5 ** 2 - 1 + (3.5 ** 2 - 1))
  })
})

describe('edges', () => {
  it('a single cluster, and no store at all', () => {
    const one = rebalance(
      [
        [1, 1, 5],
        [1, 1, 7],
      ],
      { min_cluster_size: 1 },
    ).value
    expect(one).toMatchObject({ silhouetteBefore: null, silhouetteAfter: null, withinAfter: 2 })
    expect(one.runnerUp).toEqual(['', ''])
    const none = rebalance([]).value
    expect(none).toMatchObject({ storeIds: [], sizesBefore: [], withinBefore: 0 })
  })

  it('the check sees a lost store and an unlogged move', () => {
    const { merged, value } = rebalance(stores, { min_cluster_size: 3 })
    expect(checks.stores_conserved(value, { merged }).passed).toBe(true)
    const lost = { ...value, storeIds: value.storeIds.slice(1) }
    expect(checks.stores_conserved(lost, { merged }).passed).toBe(false)
    expect(checks.stores_conserved({ ...value, moves: [] }, { merged }).passed).toBe(false)
  })
})

const crossed = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: -20, max: 20 }),
    fc.integer({ min: -20, max: 20 }),
  ),
  { maxLength: 60 },
)
const anyParams = fc.record({
  min_cluster_size: fc.integer({ min: 1, max: 12 }),
  reassign: fc.constantFrom('store' as const, 'cluster' as const),
})

describe('F-46 merged groups of one or two stores', () => {
  it('F-46 every store is in exactly one final group, and the union of the groups is all stores', () => {
    fc.assert(
      fc.property(crossed, anyParams, (given, params) => {
        const { merged, value } = rebalance(given, params)
        expect(checks.stores_conserved(value, { merged }).passed).toBe(true)
        const sizes = new Map<string, number>()
        for (const name of value.rebalanced) sizes.set(name, (sizes.get(name) ?? 0) + 1)
        expect(new Map(value.sizesAfter.map(({ cluster, size }) => [cluster, size]))).toEqual(sizes)
      }),
    )
  })

  it('F-46 no final group is under the smallest size when one was large, and large ones only grow', () => {
    fc.assert(
      fc.property(crossed, anyParams, (given, params) => {
        const { value } = rebalance(given, params)
        fc.pre(value.workableMinClusterSize >= params.min_cluster_size)
        const before = new Map(value.sizesBefore.map(({ cluster, size }) => [cluster, size]))
        for (const { cluster, size } of value.sizesAfter) {
          expect(size).toBeGreaterThanOrEqual(params.min_cluster_size)
          expect(size).toBeGreaterThanOrEqual(before.get(cluster) ?? NaN)
        }
      }),
    )
  })

  it('F-46 moves are reversible: putting them back gives the crossed clusters', () => {
    fc.assert(
      fc.property(crossed, anyParams, (given, params) => {
        const { merged, value } = rebalance(given, params)
        const restored = value.rebalanced.map((name, row) => value.movedFrom[row] || name)
        expect(restored).toEqual(merged.merged)
      }),
    )
  })

  it('F-46 a store never goes to a centre that is farther than another large one', () => {
    fc.assert(
      fc.property(crossed, fc.integer({ min: 1, max: 12 }), (given, min_cluster_size) => {
        const { value } = rebalance(given, { min_cluster_size, reassign: 'store' })
        for (const { dTo, runnerUp, runnerUpDistance } of value.moves)
          if (runnerUp !== '') expect(dTo).toBeLessThanOrEqual(runnerUpDistance)
      }),
    )
  })
})
