import { describe, expect, it } from 'vitest'
import { extent } from './extent'
import { columnOf, type Matrix } from './matrix'
import { mean } from './mean'
import { transformPca } from './pca'
import { createRandom } from './random'
import { drawReferenceSet, fitReferenceBox } from './reference-box'

/** A thin line of rows along the diagonal. */
function diagonal(n: number): Matrix {
  const random = createRandom(7)
  const X = Float64Array.from({ length: 2 * n }, (_, at) => {
    const along = Math.floor(at / 2) / n
    return 100 * along + 0.1 * random.next()
  })
  return { X, nSamples: n, nFeatures: 2 }
}

describe('fitReferenceBox(matrix) and drawReferenceSet(box, nSamples, random)', () => {
  it('draws rows within the box along the components, not along the columns', () => {
    const box = fitReferenceBox(diagonal(50))
    const drawn = drawReferenceSet(box, 2000, createRandom(1))
    for (let i = 0; i < drawn.nSamples; i++)
      expect(Math.abs(drawn.X[2 * i] - drawn.X[2 * i + 1])).toBeLessThan(0.2)
    const scores = { ...drawn, X: transformPca(box, drawn, 2) }
    for (let c = 0; c < 2; c++) {
      const side = extent(columnOf(scores, c))
      expect(side.min).toBeGreaterThanOrEqual(box.low[c] - 1e-9)
      expect(side.max).toBeLessThanOrEqual(box.high[c] + 1e-9)
      const middle = (box.low[c] + box.high[c]) / 2
      expect(mean(columnOf(scores, c)) / (box.high[c] - box.low[c])).toBeCloseTo(
        middle / (box.high[c] - box.low[c]),
        1,
      )
    }
  })

  it('draws one number per component, from the low end of its side to the high one', () => {
    const box = {
      mean: Float64Array.of(1, 2, 3),
      components: Float64Array.of(0, 1, 0, 1, 0, 0),
      nComponents: 2,
      low: Float64Array.of(0, -4),
      high: Float64Array.of(2, 4),
    }
    const numbers = [0.5, 0.25, 0, 0]
    const random = { next: () => numbers.shift() ?? NaN, nextInt: () => 0 }
    expect(drawReferenceSet(box, 2, random)).toEqual({
      X: Float64Array.of(-1, 3, 3, -3, 2, 3),
      nSamples: 2,
      nFeatures: 3,
    })
  })

  it('has no width where the rows have none', () => {
    const box = fitReferenceBox({ X: Float64Array.of(3, 1, 3, 2, 3, 5), nSamples: 3, nFeatures: 2 })
    const { X } = drawReferenceSet(box, 20, createRandom(1))
    for (let i = 0; i < 20; i++) expect(X[2 * i]).toBeCloseTo(3, 12)
  })

  it('takes more columns than rows', () => {
    const X = Float64Array.of(1, 2, 3, 4, 9, 8, 7, 6)
    const drawn = drawReferenceSet(
      fitReferenceBox({ X, nSamples: 2, nFeatures: 4 }),
      5,
      createRandom(1),
    )
    expect(drawn).toMatchObject({ nSamples: 5, nFeatures: 4 })
    expect(drawn.X.every(Number.isFinite)).toBe(true)
  })

  it('draws the same rows for the same random numbers', () => {
    const box = fitReferenceBox(diagonal(10))
    expect(drawReferenceSet(box, 8, createRandom(5, 2))).toEqual(
      drawReferenceSet(box, 8, createRandom(5, 2)),
    )
  })

  it('refuses a single row, and a missing cell', () => {
    expect(() => fitReferenceBox({ X: Float64Array.of(1, 2), nSamples: 1, nFeatures: 2 })).toThrow(
      RangeError,
    )
    expect(() =>
      fitReferenceBox({ X: Float64Array.of(1, NaN), nSamples: 2, nFeatures: 1 }),
    ).toThrow(RangeError)
  })
})
