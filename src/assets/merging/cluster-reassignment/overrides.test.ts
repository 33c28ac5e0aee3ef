import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reassigned } from '../../specs'
import { defaultsOf } from '../../testing/defaults-of'
import { mergedOf } from '../../testing/merged-of'
import { exclude, link, lock, part } from '../../testing/overrides-of'
import { undecided } from '../../testing/undecided'
import { checks } from './checks'
import { compute } from './compute'

const crossed = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: -20, max: 20 }),
  ),
  { minLength: 1, maxLength: 40 },
)
const cluster = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
const rows = fc.array(fc.nat({ max: 45 }), { minLength: 1, maxLength: 4 })
const anyOverride = fc.oneof(
  fc.tuple(cluster, rows).map(([[a, b], of]) => lock('', `${a}_${b}`, ...of.map(idOf))),
  rows.map((of) => link('', ...of.map(idOf))),
  rows.map((of) => part('', ...of.map(idOf))),
  rows.map((of) => exclude('', ...of.map(idOf))),
)

function idOf(row: number): string {
  return `S${String(row).padStart(4, '0')}`
}

it('any overrides: each store is placed once or listed, and what it moved is told as theirs', () => {
  fc.assert(
    fc.property(
      crossed,
      fc.integer({ min: 1, max: 8 }),
      fc.array(anyOverride, { maxLength: 5 }),
      (stores, min_cluster_size, decided) => {
        const merged = mergedOf(stores)
        const params = { ...defaultsOf(reassigned.params), min_cluster_size }
        const overrides = decided.map((one, i) => ({ ...one, id: `o${i}` }))
        const bySize = compute({ merged }, params, undecided)
        const value = compute({ merged }, params, { ...undecided, overrides })
        expect(checks.stores_conserved(value, { merged })).toMatchObject({ passed: true })
        expect(value.overrides.map(({ id }) => id)).toEqual(overrides.map(({ id }) => id))
        const before = new Map(bySize.storeIds.map((id, row) => [id, bySize.rebalanced[row]]))
        for (const { storeId, to, by } of value.moves)
          expect(by).toBe(before.get(storeId) === to ? 'size' : 'override')
        const told = new Set(value.overrides.flatMap((outcome) => outcome.stores))
        value.storeIds.forEach((id, row) => {
          if (value.rebalanced[row] !== before.get(id)) expect(told).toContain(id)
        })
      },
    ),
  )
})
