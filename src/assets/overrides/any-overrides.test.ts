import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActiveOverride } from '../override'
import { link } from '../testing/overrides-of'
import { applyOverrides, type Overridden, type Placed } from './apply-overrides'

const stores = Array.from({ length: 8 }, (_, i) => `S${i}`)
const clusterIds = ['1', '2', '3', '10']
const someStores = fc.uniqueArray(fc.constantFrom(...stores, 'gone'), {
  minLength: 1,
  maxLength: 4,
})
const anyOverride = fc.oneof(
  fc.record({
    kind: fc.constant('lock' as const),
    stores: someStores,
    cluster: fc.constantFrom(...clusterIds, 'retired'),
  }),
  fc.record({
    kind: fc.constantFrom('must_link' as const, 'cannot_link' as const),
    stores: someStores,
  }),
  fc.record({ kind: fc.constant('exclude' as const), stores: someStores }),
)
const anyCase = fc
  .record({
    points: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 16, maxLength: 16 }),
    centers: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }),
    clusters: fc.array(fc.constantFrom(...clusterIds), { minLength: 8, maxLength: 8 }),
    overrides: fc.array(anyOverride, { maxLength: 6 }),
  })
  .map(({ points, centers, clusters, overrides }) => ({
    storeIds: stores,
    clusters,
    space: { X: Float64Array.from(points), nSamples: 8, nFeatures: 2 },
    centers: new Map(
      clusterIds.map((id, c) => [id, Float64Array.from(centers.slice(2 * c, 2 * c + 2))]),
    ),
    overrides: overrides.map((one, i): ActiveOverride => ({
      branch: 'merged',
      category: 'all',
      id: `o${i}`,
      ...one,
    })),
  }))

const squared = ({ space, centers }: Placed, row: number, cluster: string) =>
  [0, 1].reduce(
    (sum, j) => sum + (space.X[row * 2 + j] - (centers.get(cluster)?.[j] ?? NaN)) ** 2,
    0,
  )

const clustersOf = (result: Overridden, { storeIds }: Placed) =>
  new Map(storeIds.map((id, row) => [id, result.clusters[row]]))

describe('applyOverrides(placed), for any overrides', () => {
  it('the costs add up to what the inertia grew by, computed anew', () => {
    fc.assert(
      fc.property(anyCase, (placed) => {
        const result = applyOverrides(placed)
        const grown = placed.storeIds.reduce((sum, id, row) => {
          if (result.excluded.includes(id)) return sum
          const before = squared(placed, row, placed.clusters[row])
          return sum + squared(placed, row, result.clusters[row]) - before
        }, 0)
        expect(result.outcomes.reduce((sum, { cost }) => sum + cost, 0)).toBe(grown)
      }),
    )
  })

  it('one that has no objection holds, and every store that moved is in an outcome', () => {
    fc.assert(
      fc.property(anyCase, (placed) => {
        const result = applyOverrides(placed)
        const at = new Map(placed.storeIds.map((id, row) => [id, result.clusters[row]]))
        for (const id of result.excluded) at.delete(id)
        expect(result.outcomes).toHaveLength(placed.overrides.length)
        placed.overrides.forEach((override, i) => {
          if (override.kind === 'rename') return
          if (!['applied', 'no_effect'].includes(result.outcomes[i].status)) return
          const own = override.stores.flatMap((id) => at.get(id) ?? [])
          if (override.kind === 'lock') expect(new Set(own)).toEqual(new Set([override.cluster]))
          if (override.kind === 'must_link') expect(new Set(own).size).toBeLessThan(2)
          if (override.kind === 'cannot_link') expect(new Set(own).size).toBe(own.length)
          if (override.kind === 'exclude') expect(own).toEqual([])
        })
        const told = new Set(result.outcomes.flatMap((outcome) => outcome.stores))
        placed.storeIds.forEach((id, row) => {
          if (result.clusters[row] !== placed.clusters[row]) expect(told).toContain(id)
        })
      }),
    )
  })

  it('the order of the rows does not matter', () => {
    const shuffled = anyCase.chain((placed) =>
      fc
        .shuffledSubarray([...placed.storeIds.keys()], { minLength: 8, maxLength: 8 })
        .map((order) => ({ placed, order })),
    )
    fc.assert(
      fc.property(shuffled, ({ placed, order }) => {
        const { X } = placed.space
        const turned = {
          ...placed,
          storeIds: order.map((row) => placed.storeIds[row]),
          clusters: order.map((row) => placed.clusters[row]),
          space: {
            ...placed.space,
            X: Float64Array.from(order.flatMap((r) => [X[2 * r], X[2 * r + 1]])),
          },
        }
        const [one, other] = [applyOverrides(placed), applyOverrides(turned)]
        expect(clustersOf(other, turned)).toEqual(clustersOf(one, placed))
        expect({ ...other, clusters: [] }).toEqual({ ...one, clusters: [] })
      }),
    )
  })

  it('a link alone goes where no other cluster with stores would add less', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 2, max: 8 }), (base, n) => {
        const placed = { ...base, overrides: [link('x', ...stores.slice(0, n))] }
        const { outcomes } = applyOverrides(placed)
        if (outcomes[0].status === 'no_effect') return
        const costs = [...new Set(placed.clusters)].map((cluster) =>
          stores
            .slice(0, n)
            .reduce(
              (sum, _, row) =>
                sum + squared(placed, row, cluster) - squared(placed, row, placed.clusters[row]),
              0,
            ),
        )
        expect(outcomes[0].cost).toBe(
          costs.reduce((least, cost) => Math.min(least, cost), Infinity),
        )
      }),
    )
  })
})
