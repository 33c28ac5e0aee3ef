import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryIds, type Carried, type IdentifiedClusters } from './carry-ids'

/** Clusters as lists of store ids; the first is row 0. */
type Groups = readonly (readonly string[])[]

const clusteringOf = (groups: Groups) => {
  const members = groups.flatMap((ids, label) => ids.map((id) => ({ id, label })))
  return {
    storeIds: members.map(({ id }) => id),
    labels: Int32Array.from(members, ({ label }) => label),
    nClusters: groups.length,
  }
}

const baselineOf = (
  groups: Groups,
  ids = groups.map((_, row) => row + 1),
  retired: readonly number[] = [],
): IdentifiedClusters => ({
  ...clusteringOf(groups),
  clusterIds: Int32Array.from(ids),
  retiredIds: Int32Array.from(retired),
})

/** The id of every store. */
const idsOf = (groups: Groups, clusterIds: Int32Array) =>
  new Map(groups.flatMap((ids, row) => ids.map((id) => [id, clusterIds[row]] as const)))

const stores = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `S${String(from + i).padStart(3, '0')}`)

const stateOf = ({ lineage }: Carried, id: number) => lineage.find(({ cluster }) => cluster === id)

const [A, B, C] = [stores(0, 10), stores(10, 16), stores(16, 20)]

describe('carryIds(clustering, baseline)', () => {
  it('gives each cluster the id of the baseline cluster that shares its stores', () => {
    const { clusterIds, retiredIds } = carryIds(
      clusteringOf([C, A, B]),
      baselineOf([A, B, C], [1, 3, 7]),
    )
    expect([...clusterIds]).toEqual([7, 1, 3])
    expect([...retiredIds]).toEqual([])
  })

  it('keeps an id while half of all stores of the two are in both, no further', () => {
    const half = carryIds(clusteringOf([A.slice(0, 5), A.slice(5)]), baselineOf([A]))
    expect(half.lineage.map(({ state, jaccard }) => [state, jaccard])).toEqual([
      ['kept', 0.5],
      ['new', null],
    ])
    const less = carryIds(clusteringOf([A.slice(0, 4), A.slice(4, 7), A.slice(7)]), baselineOf([A]))
    expect([...less.clusterIds]).toEqual([2, 3, 4])
    expect([...less.retiredIds]).toEqual([1])
  })

  it('measures on the stores that both fits have', () => {
    const carried = carryIds(clusteringOf([[...A, ...stores(500, 600)], B]), baselineOf([A, B]))
    expect([...carried.clusterIds]).toEqual([1, 2])
    expect(stateOf(carried, 1)?.jaccard).toBe(1)
  })

  it('a store that took no part in one of the fits does not count', () => {
    const now = clusteringOf([A, B])
    const without = { ...now, labels: now.labels.map((label, row) => (row < 9 ? -1 : label)) }
    expect(stateOf(carryIds(without, baselineOf([A, B])), 1)?.relatives).toEqual([
      { cluster: 1, nStores: 1, jaccard: 1 },
    ])
  })

  it('a new cluster gets the smallest number that was never used', () => {
    const { clusterIds, retiredIds } = carryIds(
      clusteringOf([A, stores(100, 104), stores(104, 107)]),
      baselineOf([A, B], [2, 5], [1, 3]),
    )
    expect([...clusterIds]).toEqual([2, 4, 6])
    expect([...retiredIds]).toEqual([1, 3, 5])
  })

  it('records a split: the larger part keeps the id, the other one is new', () => {
    const carried = carryIds(clusteringOf([A.slice(4), B, A.slice(0, 4)]), baselineOf([A, B]))
    expect([...carried.clusterIds]).toEqual([1, 2, 3])
    expect(carried.lineage).toEqual([
      {
        cluster: 1,
        state: 'kept',
        event: 'split',
        jaccard: 0.6,
        relatives: [{ cluster: 1, nStores: 6, jaccard: 0.6 }],
      },
      {
        cluster: 2,
        state: 'kept',
        event: null,
        jaccard: 1,
        relatives: [{ cluster: 2, nStores: 6, jaccard: 1 }],
      },
      {
        cluster: 3,
        state: 'new',
        event: 'split',
        jaccard: null,
        relatives: [{ cluster: 1, nStores: 4, jaccard: 0.4 }],
      },
    ])
  })

  it('of two equal halves exactly one keeps the id', () => {
    const { clusterIds } = carryIds(clusteringOf([A.slice(5), A.slice(0, 5)]), baselineOf([A]))
    expect(new Set(clusterIds)).toEqual(new Set([1, 2]))
  })

  it('records a merge: the id of the larger stays, the other is retired for good', () => {
    const merged = clusteringOf([[...A, ...B], C])
    const carried = carryIds(merged, baselineOf([A, B, C]))
    expect([...carried.clusterIds]).toEqual([1, 3])
    expect([...carried.retiredIds]).toEqual([2])
    expect(stateOf(carried, 1)).toMatchObject({
      state: 'kept',
      event: 'merged',
      relatives: [{ cluster: 1 }, { cluster: 2, nStores: 6 }],
    })
    expect(stateOf(carried, 2)).toEqual({
      cluster: 2,
      state: 'retired',
      event: 'merged',
      jaccard: null,
      relatives: [{ cluster: 1, nStores: 6, jaccard: 6 / 16 }],
    })
    const again = carryIds(clusteringOf([A, B, C]), {
      ...merged,
      clusterIds: carried.clusterIds,
      retiredIds: carried.retiredIds,
    })
    expect([...again.clusterIds]).toEqual([1, 4, 3])
  })

  it('prefers the pair that can be kept where two ways share as many stores', () => {
    const [x, y, z, other] = stores(0, 4)
    const [small, large] = [[z], [x, y, other]]
    const [before, single] = [[x, y, z], [other]]
    for (const now of [
      [small, large],
      [large, small],
    ])
      for (const groups of [
        [before, single],
        [single, before],
      ]) {
        const { clusterIds } = carryIds(clusteringOf(now), baselineOf(groups))
        expect(clusterIds[now.indexOf(large)]).toBe(groups.indexOf(before) + 1)
      }
  })

  it('goes on after the ids of a baseline that has no store in common', () => {
    const carried = carryIds(clusteringOf([A, B]), baselineOf([stores(50, 60), C], [1, 4], [2, 3]))
    expect([...carried.clusterIds]).toEqual([5, 6])
    expect([...carried.retiredIds]).toEqual([1, 2, 3, 4])
    expect(carried.nCommonStores).toBe(0)
  })
})

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 })
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 })
const partition = sizes.map((counts): Groups => {
  const starts = counts.map((_, i) => counts.slice(0, i).reduce((sum, n) => sum + n, 0))
  return counts.map((count, i) => stores(starts[i], starts[i] + count))
})

describe('whatever the clusters', () => {
  it('numbers that are shuffled change the id of no store', () => {
    fc.assert(
      fc.property(
        partition.chain((groups) =>
          fc.tuple(
            fc.shuffledSubarray([...groups], { minLength: groups.length }),
            fc.shuffledSubarray([...groups.keys()], { minLength: groups.length }),
          ),
        ),
        ([groups, ids]) => {
          const baseline = baselineOf(
            groups,
            ids.map((id) => 2 * id + 3),
          )
          const now = groups.toReversed()
          const carried = carryIds(clusteringOf(now), baseline)
          expect(idsOf(now, carried.clusterIds)).toEqual(idsOf(groups, baseline.clusterIds))
          expect(carried.lineage.every(({ state, event }) => state === 'kept' && !event)).toBe(true)
        },
      ),
    )
  })

  it('one split gives exactly one new id, and no store of another cluster changes its own', () => {
    fc.assert(
      fc.property(partition, fc.nat(), fc.nat(), (groups, which, where) => {
        const at = which % groups.length
        const split = groups[at]
        fc.pre(split.length > 1)
        const cut = 1 + (where % (split.length - 1))
        const now = [split.slice(cut), ...groups.filter((_, i) => i !== at), split.slice(0, cut)]
        const { clusterIds, retiredIds } = carryIds(clusteringOf(now), baselineOf(groups))
        expect([...clusterIds].sort((a, b) => a - b)).toEqual(
          Array.from({ length: groups.length + 1 }, (_, i) => i + 1),
        )
        expect([...retiredIds]).toEqual([])
        const ids = idsOf(now, clusterIds)
        groups.forEach((members, i) => {
          if (i !== at) for (const id of members) expect(ids.get(id)).toBe(i + 1)
        })
      }),
    )
  })

  it('no id comes back over twenty refits in a row, whatever each of them does', () => {
    const refits = fc.array(
      fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 30, maxLength: 30 }),
      {
        minLength: 20,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(refits, (labelings) => {
        let baseline = baselineOf([stores(0, 20), stores(20, 30)])
        let given = new Set<number>(baseline.clusterIds)
        for (const labels of labelings) {
          const now = { storeIds: stores(0, 30), labels: Int32Array.from(labels), nClusters: 6 }
          const carried = carryIds(now, baseline)
          const ids = new Set<number>(carried.clusterIds)
          expect(ids.size).toBe(now.nClusters)
          for (const id of baseline.retiredIds) {
            expect(ids.has(id)).toBe(false)
            expect(carried.retiredIds.includes(id)).toBe(true)
          }
          for (const id of ids)
            expect(baseline.clusterIds.includes(id) || !given.has(id), `${id} comes back`).toBe(
              true,
            )
          given = new Set([...given, ...ids])
          expect(new Set([...carried.retiredIds, ...ids])).toEqual(given)
          baseline = { ...now, ...carried }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('the order of rows changes nothing', () => {
    const labels = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { minLength: 1 })
    fc.assert(
      fc.property(labels, seeds, (pairs, seed) => {
        const rows = pairs.map(([before, after], i) => ({ id: `S${i}`, before, after }))
        const turn = (seed % rows.length) + 1
        const turned = [...rows.slice(turn), ...rows.slice(0, turn)].toReversed()
        const carry = (now: typeof rows, before: typeof rows) =>
          carryIds(
            {
              storeIds: now.map(({ id }) => id),
              labels: Int32Array.from(now, ({ after }) => after),
              nClusters: 5,
            },
            {
              storeIds: before.map(({ id }) => id),
              labels: Int32Array.from(before, ({ before: label }) => label),
              nClusters: 5,
              clusterIds: Int32Array.of(1, 2, 3, 4, 5),
              retiredIds: new Int32Array(0),
            },
          )
        expect(carry(turned, rows)).toEqual(carry(rows, rows))
        expect(carry(rows, turned)).toEqual(carry(rows, rows))
      }),
    )
  })
})
