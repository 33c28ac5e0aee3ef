import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf, type Matrix } from './matrix'
import { fitMaxAbsScaler } from './max-abs-scaler'
import { mean } from './mean'
import { fitMinMaxScaler } from './min-max-scaler'
import { fitRobustScaler } from './robust-scaler'
import { inverseScaler, scaleOrOne, transformScaler } from './scaler'
import { standardDeviation } from './standard-deviation'
import { fitStandardScaler } from './standard-scaler'

const all = [
  { name: 'fitStandardScaler', fit: fitStandardScaler },
  { name: 'fitMinMaxScaler', fit: fitMinMaxScaler },
  { name: 'fitMaxAbsScaler', fit: fitMaxAbsScaler },
  { name: 'fitRobustScaler', fit: fitRobustScaler },
]
const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

it('inverseScaler(scaler, matrix) is x scale + center, column by column', () => {
  const scaler = { center: Float64Array.of(1, 10), scale: Float64Array.of(2, 5) }
  const matrix = { X: Float64Array.of(0, 1, 3, NaN), nSamples: 2, nFeatures: 2 }
  expect(inverseScaler(scaler, matrix)).toEqual(Float64Array.of(1, 15, 7, NaN))
  expect(transformScaler(scaler, { ...matrix, X: Float64Array.of(1, 15, 7, NaN) })).toEqual(
    matrix.X,
  )
})

describe.each(all)('$name(matrix)', ({ fit }) => {
  it('has the scale 1 for a constant column, and maps it to finite values', () => {
    const matrix = column(0, 0, 0)
    expect(fit(matrix).scale).toEqual(Float64Array.of(1))
    expect(transformScaler(fit(matrix), matrix)).toEqual(Float64Array.of(0, 0, 0))
  })

  it('skips missing cells and leaves them missing', () => {
    const scaler = fit(column(1, NaN, 2, 4))
    expect(scaler).toEqual(fit(column(1, 2, 4)))
    expect(transformScaler(scaler, column(NaN))).toEqual(Float64Array.of(NaN))
  })

  it('fits each column by itself', () => {
    const both: Matrix = { X: Float64Array.of(1, 10, 2, 20, 4, 70), nSamples: 3, nFeatures: 2 }
    const { center, scale } = fit(both)
    const [a, b] = [fit(column(1, 2, 4)), fit(column(10, 20, 70))]
    expect(center).toEqual(Float64Array.of(a.center[0], b.center[0]))
    expect(scale).toEqual(Float64Array.of(a.scale[0], b.scale[0]))
  })

  it('answers a scaler also for no rows, and for one row', () => {
    expect(fit(column()).center).toHaveLength(1)
    expect(transformScaler(fit(column()), column())).toEqual(new Float64Array(0))
    expect(transformScaler(fit(column(5)), column(5))[0]).toSatisfy(Number.isFinite)
  })

  it('has a finite, positive scale for huge values', () => {
    const { scale } = fit(column(1e300, 2e300, 4e300, 9e300))
    expect(scale[0]).toBeGreaterThan(1e300)
    expect(scale[0]).toBeLessThan(1e302)
    expect(fit(column(1e307, 2e307, 4e307, 9e307)).scale[0]).toBeGreaterThan(1e307)
  })
})

describe('fitStandardScaler(matrix)', () => {
  it('gives mean 0 and standard deviation 1 (ddof 0)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 2 }), (cells) => {
        fc.pre(new Set(cells).size > 1)
        const matrix = column(...cells)
        const scaled = { ...matrix, X: transformScaler(fitStandardScaler(matrix), matrix) }
        expect(mean(columnOf(scaled, 0))).toBeCloseTo(0, 10)
        expect(standardDeviation(columnOf(scaled, 0))).toBeCloseTo(1, 10)
      }),
    )
  })

  it('takes a spread that is only the rounding of a large mean as none', () => {
    const cells = [1e15, 1e15, 1e15 + 0.125]
    expect(fitStandardScaler(column(...cells)).scale[0]).toBe(1)
    expect(fitStandardScaler(column(0, 1e-30)).scale[0]).toBe(5e-31)
  })
})

it('fitMinMaxScaler(matrix) maps the smallest value to 0 and the largest to 1', () => {
  const matrix = column(-2, 6, 0)
  expect(fitMinMaxScaler(matrix)).toEqual({
    center: Float64Array.of(-2),
    scale: Float64Array.of(8),
  })
  expect(transformScaler(fitMinMaxScaler(matrix), matrix)).toEqual(Float64Array.of(0, 1, 0.25))
})

it('fitMaxAbsScaler(matrix) keeps 0 at 0 and the sign', () => {
  const matrix = column(-8, 4, 0)
  expect(transformScaler(fitMaxAbsScaler(matrix), matrix)).toEqual(Float64Array.of(-1, 0.5, 0))
})

it('fitRobustScaler(matrix) is not moved by an outlier', () => {
  const { center, scale } = fitRobustScaler(column(1, 2, 3, 4, 1e9))
  expect([center[0], scale[0]]).toEqual([3, 2])
})

describe('transformScaler(scaler, matrix)', () => {
  it('subtracts first, as scikit-learn rounds', () => {
    const scaler = { center: Float64Array.of(0.7), scale: Float64Array.of(3) }
    expect(transformScaler(scaler, column(1.1))).toEqual(Float64Array.of(0.1333333333333334))
    const other = { center: Float64Array.of(0.1), scale: Float64Array.of(3) }
    expect(transformScaler(other, column(0.3))).toEqual(Float64Array.of(0.06666666666666667))
  })

  it('divides first where the difference is beyond the largest double, in every column', () => {
    const scaler = { center: Float64Array.of(0, -1.5e308), scale: Float64Array.of(1, 1e308) }
    const X = Float64Array.of(5, 1.5e308, 6, -1e308)
    const scaled = transformScaler(scaler, { X, nSamples: 2, nFeatures: 2 })
    expect(scaled).toEqual(Float64Array.of(5, 3, 6, 0.5))
  })
})

describe('scaleOrOne(scale)', () => {
  it('takes a scale below ten times the rounding of 1 for none', () => {
    expect(scaleOrOne(10 * Number.EPSILON)).toBe(10 * Number.EPSILON)
    expect(scaleOrOne(9 * Number.EPSILON)).toBe(1)
  })
})
