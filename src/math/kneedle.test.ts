import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kneedle } from './kneedle'

const steps = (n: number, from = 1) => Float64Array.from({ length: n }, (_, i) => from + i)

/** For 9 points from 0 to 16: depths in 128ths; each peak is followed until it holds or the next comes. */
function kneeByCounting(levels: readonly number[], sensitivity: number): number | null {
  const depths = levels.map((value, i) => 128 - 8 * value - 16 * i)
  const inside = [1, 2, 3, 4, 5, 6, 7]
  const isPeak = (i: number) =>
    depths[i] > 0 && !(depths[i - 1] > depths[i]) && !(depths[i + 1] > depths[i])
  const isTrough = (i: number) => !(depths[i - 1] < depths[i]) && !(depths[i + 1] < depths[i])
  const peaks = inside.filter(isPeak)
  const holds = (peak: number, n: number) => {
    const before = peaks[n + 1] ?? 8
    let needed = depths[peak] - 16 * sensitivity
    for (let i = peak; i < before; i++) {
      if (i > peak && isTrough(i)) needed = 0
      if (depths[i + 1] < needed) return true
    }
    return false
  }
  return peaks.find(holds) ?? null
}

describe('kneedle(x, y, sensitivity)', () => {
  it('finds the knee of the curve of the paper, turned to a falling convex one', () => {
    const x = Float64Array.from({ length: 10 }, (_, i) => i / 9)
    const y = x.map((value) => 1 / (value + 0.1) - 5)
    expect(kneedle(x, y, 1)).toBe(2)
  })

  it('finds where a steep fall ends', () => {
    expect(kneedle(steps(9, 2), Float64Array.of(900, 500, 100, 90, 80, 70, 60, 50, 40), 1)).toBe(2)
  })

  it('answers the first of two knees', () => {
    const y = Float64Array.of(1000, 600, 580, 560, 540, 520, 200, 190, 180, 170, 160)
    expect(kneedle(steps(11), y, 1)).toBe(1)
  })

  it('is more demanding with a larger sensitivity', () => {
    const y = Float64Array.of(100, 60, 40, 28, 20, 14, 9, 5, 2)
    expect(kneedle(steps(9), y, 1)).toBe(2)
    expect(kneedle(steps(9), y, 5)).toBeNull()
  })

  it.each([
    ['a straight line', [9, 8, 7, 6, 5, 4]],
    ['a straight line whose steps round', [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]],
    ['a line that bends too little', [9, 7.9, 6.9, 5.9, 4.95, 4]],
    ['a curve above its chord', [10, 9.5, 8, 5, 0]],
    ['a flat curve', [3, 3, 3, 3]],
    ['two points', [3, 1]],
    ['one point', [3]],
    ['no point', []],
    ['a value that is missing', [9, NaN, 2, 1]],
    ['a value that is missing after a knee', [100, 20, 19, 70, NaN, 10]],
  ])('has no knee: %s', (_, y) => {
    expect(kneedle(steps(y.length), Float64Array.from(y), 1)).toBeNull()
  })

  it('takes nothing for a knee that only rounding lifts from the chord, at any sensitivity', () => {
    for (let n = 3; n < 30; n++) {
      const line = Float64Array.from({ length: n }, (_, i) => 0.9 - 0.1 * i)
      expect(kneedle(steps(n), line, 0)).toBeNull()
    }
  })

  it('does not take the first point of a curve that falls late for a knee', () => {
    expect(kneedle(steps(8, 2), Float64Array.of(100, 98, 20, 18, 16, 14, 12, 10), 1)).toBe(2)
  })

  it('is what the rule says of every curve, counted in whole numbers', () => {
    const level = fc.integer({ min: 0, max: 16 })
    const place = fc.integer({ min: 0, max: 8 })
    const curve = fc.tuple(fc.array(level, { minLength: 9, maxLength: 9 }), place, place)
    fc.assert(
      fc.property(curve, fc.integer({ min: 0, max: 3 }), ([drawn, top, bottom], sensitivity) => {
        const levels = drawn.map((value, i) => (i === bottom ? 0 : i === top ? 16 : value))
        // Scaled by powers of 2 alone, so that nothing rounds; one of both ends may be overwritten.
        fc.pre(levels.includes(16))
        expect(kneedle(steps(9, -3), Float64Array.from(levels), sensitivity)).toBe(
          kneeByCounting(levels, sensitivity),
        )
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps its answer under other units of y, up to the largest and smallest numbers', () => {
    const curve = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(curve, fc.constantFrom(2 ** -1060, 2 ** -30, 2 ** 40, 2 ** 1000), (ys, unit) => {
        const y = Float64Array.from(ys.sort((a, b) => b - a))
        expect(
          kneedle(
            steps(y.length),
            y.map((value) => value * unit),
            1,
          ),
        ).toBe(kneedle(steps(y.length), y, 1))
      }),
    )
  })
})
