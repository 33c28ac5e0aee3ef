import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMoves } from './cheapest-moves'

const costsOf = (rows: readonly (readonly number[])[]) => ({
  X: Float64Array.from(rows.flat()),
  nSamples: rows.length,
  nFeatures: rows[0].length,
})

describe('createMoves(costs, labels)', () => {
  it('knows the cheapest row between any two clusters, the lowest on a tie, move after move', () => {
    const cost = fc.integer({ min: -4, max: 4 })
    const row = fc.record({ costs: fc.tuple(cost, cost, cost), label: fc.nat({ max: 2 }) })
    const step = fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 2 }))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 16 }),
        fc.array(step, { maxLength: 30 }),
        (made, steps) => {
          const rows = made.map(({ costs }) => costs)
          const labels = Int32Array.from(made, ({ label }) => label)
          const moves = createMoves(costsOf(rows), labels)
          const cheapest = (from: number, to: number) => {
            let best = { row: -1, cost: Infinity }
            rows.forEach((costs, i) => {
              const added = costs[to] - costs[from]
              if (labels[i] === from && added < best.cost) best = { row: i, cost: added }
            })
            return best
          }
          for (const [from, ahead] of steps) {
            for (let a = 0; a < 3; a++)
              for (const b of [(a + 1) % 3, (a + 2) % 3])
                expect(moves.cost(a, b)).toBe(cheapest(a, b).cost)
            const to = (from + ahead) % 3
            const { row: moved } = cheapest(from, to)
            if (moved === -1) continue
            const expected = labels.slice()
            expected[moved] = to
            moves.take(from, to)
            expect(labels).toEqual(expected)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says that there is no move from a cluster to itself, or out of one without rows', () => {
    const moves = createMoves(costsOf([[1, 5]]), Int32Array.of(0))
    expect([moves.cost(0, 0), moves.cost(1, 0), moves.cost(0, 1)]).toEqual([Infinity, Infinity, 4])
  })

  it('leaves room for the rounding of the largest cost, of either sign', () => {
    const { rounding } = createMoves(
      costsOf([
        [1, -500],
        [20, 3],
      ]),
      Int32Array.of(0, 0),
    )
    expect(rounding / 5e-11).toBeCloseTo(1, 12)
  })
})
