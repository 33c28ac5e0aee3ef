import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pearson } from '../../../math/pearson'
import { spearman } from '../../../math/spearman'
import type { NumberColumn } from '../../../table/table'
import { pearsonCorrelations, spearmanCorrelations } from './correlations'

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -9, max: 9 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)
const row = fc.tuple(cell, cell, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }))

/** Both undefined, or the same but for rounding. */
const isClose = (a: number, b: number) =>
  Number.isNaN(b) ? Number.isNaN(a) : Math.abs(a - b) < 1e-12

describe('pearsonCorrelations(columns), spearmanCorrelations(columns)', () => {
  it('are those of each pair on its own, with and without gaps', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const columns = [0, 1, 2, 3].map((j): NumberColumn => ({
          type: 'number',
          name: `${j}`,
          values: Float64Array.from(rows, (cells) => cells[j]),
        }))
        const [p, s] = [pearsonCorrelations(columns), spearmanCorrelations(columns)]
        for (let i = 0; i < 4; i++)
          for (let j = 0; j < 4; j++) {
            const [a, b] = [columns[i].values, columns[j].values]
            expect(isClose(p(i, j), pearson(a, b).r)).toBe(true)
            expect(isClose(s(i, j), spearman(a, b).r)).toBe(true)
          }
      }),
    )
  })
})
