import { describe, expect, it } from 'vitest'
import { gapStatistic, pickByGap } from './gap-statistic'

describe('gapStatistic(dispersion, references)', () => {
  it('is the mean log of the references less that of the data, with the error of the mean', () => {
    const { gap, error } = gapStatistic(1, Float64Array.of(Math.E, Math.E ** 3))
    expect(gap).toBeCloseTo(2, 12)
    expect(error).toBeCloseTo(Math.sqrt(1.5), 12)
  })

  it('does not change when data and references are in other units', () => {
    const inUnits = (unit: number) => gapStatistic(3 * unit, Float64Array.of(5 * unit, 9 * unit))
    for (const unit of [2 ** -1000, 2 ** 1000]) {
      expect(inUnits(unit).gap).toBeCloseTo(inUnits(1).gap, 12)
      expect(inUnits(unit).error).toBeCloseTo(inUnits(1).error, 12)
    }
  })

  it('has no value where a dispersion is 0, or without references', () => {
    const none = { gap: NaN, error: NaN }
    expect(gapStatistic(0, Float64Array.of(1, 2))).toEqual(none)
    expect(gapStatistic(1, Float64Array.of(0, 2))).toEqual(none)
    expect(gapStatistic(1, Float64Array.of())).toEqual(none)
  })
})

describe('pickByGap(gaps)', () => {
  const gapsOf = (values: readonly number[], error = 0.1) =>
    values.map((gap, at) => ({ k: at + 1, gap, error }))

  it('is the smallest k whose gap reaches the next one less its error', () => {
    expect(pickByGap(gapsOf([0, 0.5, 1, 1.05, 2]))).toBe(3)
    expect(pickByGap(gapsOf([0, 0.5, 1, 1.2, 2]))).toBe(5)
  })

  it('may be 1: no clusters', () => {
    expect(pickByGap(gapsOf([0.3, 0.2, 0.9]))).toBe(1)
    expect(pickByGap(gapsOf([0.3, 0.2]))).toBe(1)
  })

  it('takes a gap that reaches it exactly', () => {
    expect(pickByGap(gapsOf([0, 1, 1.5], 0.5))).toBe(2)
  })

  it('compares no two k that are not one apart', () => {
    const gaps = [
      { k: 1, gap: 5, error: 1 },
      { k: 4, gap: 1, error: 1 },
      { k: 5, gap: 1, error: 1 },
    ]
    expect(pickByGap(gaps)).toBe(4)
  })

  it('is null with one k, without any, and where a gap has no value', () => {
    expect(pickByGap([])).toBeNull()
    expect(pickByGap(gapsOf([1]))).toBeNull()
    expect(pickByGap(gapsOf([1, NaN, 2]))).toBeNull()
  })
})
