import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import {
  fitQuantileTransformer,
  inverseQuantiles,
  type QuantileTransformer,
  transformQuantiles,
} from './quantile-transformer'

const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})
const column = (...cells: number[]) => matrixOf(1, ...cells)

function expectCells(found: Float64Array, expected: readonly number[]) {
  expect(found).toHaveLength(expected.length)
  const rounded = (cells: ArrayLike<number>) => Array.from(cells, (cell) => Math.round(cell * 1e12))
  expect(rounded(found)).toEqual(rounded(expected))
}

describe('fitQuantileTransformer(matrix)', () => {
  it('has as many quantiles as rows, of each column by itself, missing cells skipped', () => {
    const { nQuantiles, quantiles } = fitQuantileTransformer(
      matrixOf(2, 4, 10, 1, NaN, 3, 30, 2, 20),
    )
    expect(nQuantiles).toBe(4)
    expectCells(quantiles, [1, 2, 3, 4, 10, 50 / 3, 70 / 3, 30])
  })

  it('takes at most 1,000, from the least to the largest', () => {
    const many = column(...Array.from({ length: 1999 }, (_, i) => 1998 - i))
    const { nQuantiles, quantiles } = fitQuantileTransformer(many)
    expect([nQuantiles, quantiles[0], quantiles[1], quantiles[999]]).toEqual([1000, 0, 2, 1998])
  })

  it('ends at the largest value, to the last digit', () => {
    // 49 times 1 / 49 is less than 1 in doubles.
    const { quantiles } = fitQuantileTransformer(column(...Array.from({ length: 50 }, (_, i) => i)))
    expect(quantiles[49]).toBe(49)
  })

  it('never falls by rounding', () => {
    const { quantiles } = fitQuantileTransformer(column(...new Float64Array(700).fill(0.1), 0.3))
    quantiles.forEach((value, q) => expect(q === 0 || value >= quantiles[q - 1]).toBe(true))
  })
})

describe('transformQuantiles(model, matrix)', () => {
  it('is the share of the column up to a value, on a line between two quantiles', () => {
    const model = fitQuantileTransformer(matrixOf(2, 1, 10, 2, 40, 3, 20, 5, 30))
    const cells = transformQuantiles(model, matrixOf(2, 1, 10, 5, 40, 2.5, 25, 4, 12.5, NaN, 20))
    expectCells(cells, [0, 0, 1, 1, 1 / 2, 1 / 2, 5 / 6, 1 / 12, NaN, 1 / 3])
  })

  it('puts a value that comes several times in the middle of its shares', () => {
    const model = fitQuantileTransformer(column(1, 2, 2, 2, 5))
    expectCells(transformQuantiles(model, column(2, 1.5, 3.5)), [0.5, 0.125, 0.875])
    const low = fitQuantileTransformer(column(1, 1, 2, 3, 3))
    expectCells(transformQuantiles(low, column(1, 3)), [0, 1])
  })

  it('tells neighbouring doubles apart, down to the smallest', () => {
    const model = fitQuantileTransformer(column(-1, 0, 5e-324, 1, 2))
    expectCells(transformQuantiles(model, column(0, 5e-324)), [0.25, 0.5])
  })

  it('stays at the ends beyond them, and at 0 for a column of one row', () => {
    const model = fitQuantileTransformer(column(1, 2, 5))
    expectCells(transformQuantiles(model, column(-9, 0.5, 5.5, 99)), [0, 0, 1, 1])
    expectCells(transformQuantiles(fitQuantileTransformer(column(7)), column(7, 3, 9)), [0, 0, 0])
  })
})

describe('inverseQuantiles(model, matrix)', () => {
  it('is the value at each share of its column, flat beyond 0 and 1', () => {
    const model = fitQuantileTransformer(matrixOf(2, 1, 10, 2, 40, 3, 20, 5, 30))
    const shares = matrixOf(2, 0, 0, 1, 1, 0.5, 0.5, -3, 2, 1 / 6, NaN, 5 / 6, 1 / 3)
    expectCells(inverseQuantiles(model, shares), [1, 10, 5, 40, 2.5, 25, 1, 40, 1.5, NaN, 4, 20])
  })

  it('is exactly a value that comes several times, at each of its shares', () => {
    const model = fitQuantileTransformer(column(0.1, 0.1, 0.1, 0.7))
    for (let share = 0.01; share < 0.66; share += 0.03)
      expect(inverseQuantiles(model, column(share))[0]).toBe(0.1)
  })

  it('is finite between the largest doubles of either sign', () => {
    const most = Number.MAX_VALUE
    const model: QuantileTransformer = fitQuantileTransformer(column(-most, most))
    expect([...inverseQuantiles(model, column(0, 0.5, 1))]).toEqual([-most, 0, most])
    expect([...transformQuantiles(model, column(0, most / 2))]).toEqual([0.5, 0.75])
  })
})
