import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyScaler, type FittedScaler, undoScaler } from './fitted-scaler'
import type { Matrix } from './matrix'
import { fitMaxAbsScaler } from './max-abs-scaler'
import { fitMinMaxScaler } from './min-max-scaler'
import { fitPowerTransformer } from './power-transformer'
import { fitQuantileTransformer } from './quantile-transformer'
import { fitRobustScaler } from './robust-scaler'
import { fitStandardScaler } from './standard-scaler'

const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})
const fits: readonly { name: string; fit: (matrix: Matrix) => FittedScaler }[] = [
  { name: 'zscore', fit: (matrix) => ({ kind: 'affine', ...fitStandardScaler(matrix) }) },
  { name: 'minmax', fit: (matrix) => ({ kind: 'affine', ...fitMinMaxScaler(matrix) }) },
  { name: 'maxabs', fit: (matrix) => ({ kind: 'affine', ...fitMaxAbsScaler(matrix) }) },
  { name: 'robust', fit: (matrix) => ({ kind: 'affine', ...fitRobustScaler(matrix) }) },
  { name: 'quantile', fit: (matrix) => ({ kind: 'quantile', ...fitQuantileTransformer(matrix) }) },
  { name: 'power', fit: (matrix) => ({ kind: 'power', ...fitPowerTransformer(matrix) }) },
]

describe.each(fits)('the scaler $name', ({ fit }) => {
  it('is undone by its inverse', () => {
    const value = fc
      .double({ min: -1000, max: 1000, noNaN: true })
      .map((x) => Math.round(x * 8) / 8)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (cells) => {
        const matrix = column(...cells)
        const scaler = fit(matrix)
        const back = undoScaler(scaler, { ...matrix, X: applyScaler(scaler, matrix) })
        back.forEach((x, i) => expect(Math.abs(x - cells[i])).toBeLessThan(1e-6 * 1000))
      }),
    )
  })

  it('is finite for values of any size, for equal values and for one', () => {
    for (const cells of [
      [1e308, -1e308, 1],
      [5e-324, 0, 1e-310],
      [3, 3, 3],
      [1e308, 1e308],
      [7],
      [1e-300, 1e300, 1, NaN],
    ]) {
      const matrix = column(...cells)
      const scaled = applyScaler(fit(matrix), matrix)
      scaled.forEach((value, i) => expect(Number.isNaN(value)).toBe(Number.isNaN(cells[i])))
      expect(scaled.every((value) => Math.abs(value) !== Infinity)).toBe(true)
    }
  })

  it('never turns the order of a column around', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2 }), (cells) => {
        const sorted = column(...cells.toSorted((a, b) => a - b))
        const scaled = applyScaler(fit(sorted), sorted)
        scaled.forEach((value, i) => {
          if (i > 0) expect(value).toBeGreaterThanOrEqual(scaled[i - 1] - 1e-9)
        })
      }),
    )
  })
})

describe('fitQuantileTransformer(matrix)', () => {
  const cells = column(1, 1, 2, 3, 3, 3, 10)
  const fitted = (): FittedScaler => ({ kind: 'quantile', ...fitQuantileTransformer(cells) })

  it('gives the shares of scikit-learn, ties in their middle', () => {
    const shares = [0, 0, 1 / 3, 2 / 3, 2 / 3, 2 / 3, 1]
    applyScaler(fitted(), cells).forEach((share, i) => expect(share).toBeCloseTo(shares[i], 14))
  })

  it('looks between the values, and stays at the ends beyond them', () => {
    const [low, between, high, beyond] = applyScaler(fitted(), column(0, 2.5, 6, 99))
    expect([low, beyond]).toEqual([0, 1])
    expect(between).toBeCloseTo(0.4166666666666667, 14)
    expect(high).toBeCloseTo(0.9047619047619047, 14)
  })

  it('takes at most 1,000 quantiles, of all rows', () => {
    const many = column(...Array.from({ length: 2500 }, (_, i) => i))
    const { nQuantiles, quantiles } = fitQuantileTransformer(many)
    expect([nQuantiles, quantiles[0], quantiles[999]]).toEqual([1000, 0, 2499])
  })
})

describe('fitPowerTransformer(matrix)', () => {
  const cells = column(0.5, 1, 2, 4, 9, 20, -1, 0)

  it('finds the lambda of scikit-learn', () => {
    const fitted = fitPowerTransformer(cells)
    expect(fitted.lambdas[0]).toBeCloseTo(0.09874677632181805, 7)
    const [first, , , , , sixth, last] = applyScaler({ kind: 'power', ...fitted }, cells)
    expect(first).toBeCloseTo(-0.46643069206535775, 7)
    expect(sixth).toBeCloseTo(1.6920715215533295, 7)
    expect(last).toBeCloseTo(-1.7406284247639263, 7)
  })

  it('bends rows that it was not fitted on', () => {
    const [far, near] = applyScaler(
      { kind: 'power', ...fitPowerTransformer(cells) },
      column(100, -5),
    )
    expect(far).toBeCloseTo(3.27056073475496, 6)
    expect(near).toBeCloseTo(-11.301628346725476, 5)
  })

  it.each([10, 60, 2000, 20_000])('is finite both ways for one odd cell in %d', (n) => {
    const rare = (odd: number, other: number) =>
      column(...Array.from({ length: n }, (_, row) => (row === 3 ? odd : other)))
    for (const [odd, other] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [1e6, 1],
      [1e-9, 0],
      [1e100, 0],
      [-1e308, 0],
    ] as const) {
      const scaler: FittedScaler = { kind: 'power', ...fitPowerTransformer(rare(odd, other)) }
      const far = [-1e308, -1e6, -50, -1, -1e-9, 0, 1e-9, 1, 50, 1e6, 1e308]
      for (const change of [applyScaler, undoScaler]) {
        const changed = change(scaler, column(...far))
        changed.forEach((value, i) => {
          expect(Number.isFinite(value), `${odd} in ${other}: ${far[i]}`).toBe(true)
          if (i > 0) expect(value).toBeGreaterThanOrEqual(changed[i - 1])
        })
      }
      const back = undoScaler(scaler, column(...applyScaler(scaler, column(odd, other))))
      expect(back[0] > back[1]).toBe(odd > other)
    }
  })

  it('undoes to the last x that a double tells from the end, where a value lies at it or beyond', () => {
    const scaler: FittedScaler = {
      kind: 'power',
      lambdas: Float64Array.of(-2),
      scaler: { center: Float64Array.of(0), scale: Float64Array.of(1) },
    }
    const [below, end, beyond] = undoScaler(scaler, column(0.375, 0.5, 7))
    expect(below).toBeCloseTo(1, 14)
    expect([end, beyond]).toEqual([end, end])
    expect(end).toBeCloseTo(2 ** 26.5 - 1, 6)
  })

  it('only standardises a column of one value', () => {
    expect(fitPowerTransformer(column(4, 4, NaN)).lambdas[0]).toBe(1)
    expect(fitPowerTransformer(column(0.1, 0.1, 0.1)).lambdas[0]).toBe(1)
    // Two values whose squares are no doubles count as one.
    expect(fitPowerTransformer(column(1e-200, 0, 0)).lambdas[0]).toBe(1)
  })
})
