import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averagePathLength } from './average-path-length'
import { fitIsolationForest, scoreSamples } from './isolation-forest'
import type { Matrix } from './matrix'
import { createRandom } from './random'

const defaults = { nEstimators: 100, maxSamples: 256, randomState: 42 }
const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

function cloudWithOutlier(): Matrix {
  const random = createRandom(5)
  const X = Float64Array.from({ length: 2 * 300 }, () => random.next())
  X.set([40, -40], 2 * 123)
  return { X, nSamples: 300, nFeatures: 2 }
}

describe('fitIsolationForest(matrix, params) and scoreSamples(model, matrix)', () => {
  it('give a gross outlier the lowest score, near -1', () => {
    const matrix = cloudWithOutlier()
    const scores = scoreSamples(fitIsolationForest(matrix, defaults), matrix)
    const lowest = scores.indexOf(scores.slice().sort()[0])
    expect(lowest).toBe(123)
    expect(scores[123]).toBeLessThan(-0.7)
  })

  it('score rows that were not fitted: a far one lower than any fitted row of the cloud', () => {
    const matrix = cloudWithOutlier()
    const model = fitIsolationForest(matrix, defaults)
    const [far, near] = scoreSamples(model, matrixOf(2, 1e6, 1e6, 0.5, 0.5))
    expect(far).toBeLessThan(near)
  })

  it('are the same for the same randomState and another for another', () => {
    const matrix = cloudWithOutlier()
    const model = fitIsolationForest(matrix, defaults)
    expect(fitIsolationForest(matrix, defaults)).toEqual(model)
    expect(fitIsolationForest(matrix, { ...defaults, randomState: 43 })).not.toEqual(model)
  })

  it('grow tree t alike whatever the number of trees', () => {
    const matrix = cloudWithOutlier()
    const few = fitIsolationForest(matrix, { ...defaults, nEstimators: 3 })
    const many = fitIsolationForest(matrix, defaults)
    expect(many.value.slice(0, few.value.length)).toEqual(few.value)
  })

  it('give these numbers on every engine', () => {
    const random = createRandom(11)
    const X = Float64Array.from({ length: 900 }, () => random.next() ** 3)
    const matrix = { X, nSamples: 300, nFeatures: 3 }
    const few = { nEstimators: 3, maxSamples: 20, randomState: 42 }
    const forest = fitIsolationForest(matrix, few)
    expect([...forest.roots]).toEqual([0, 31, 56])
    expect(forest.value).toHaveLength(91)
    const weighted = forest.value.reduce((sum, value, at) => sum + value * (1 + at), 0)
    expect(weighted).toBeCloseTo(11090.966979348603, 7)
    const scores = scoreSamples(forest, matrix).reduce((sum, score, row) => sum + score * row, 0)
    expect(scores).toBeCloseTo(-23495.490097932572, 6)
  })

  it('are -0.5 for rows that are all the same, and for one row', () => {
    const same = matrixOf(2, 1, 2, 1, 2, 1, 2, 1, 2)
    for (const score of scoreSamples(fitIsolationForest(same, defaults), same)) {
      expect(score).toBeCloseTo(-0.5, 12)
    }
    const one = matrixOf(2, 1, 2)
    expect(scoreSamples(fitIsolationForest(one, defaults), one)).toEqual(Float64Array.of(-0.5))
  })

  it('split on columns that vary only', () => {
    const matrix = matrixOf(3, 7, 1, 7, 7, 2, 7, 7, 3, 7, 7, 4, 7)
    const { feature } = fitIsolationForest(matrix, defaults)
    expect(new Set(feature)).toEqual(new Set([1, -1]))
  })

  it('tell two neighbouring doubles apart, and huge values of opposite sign', () => {
    const close = matrixOf(1, 1, 1 + Number.EPSILON, 1, 1)
    const scores = scoreSamples(fitIsolationForest(close, defaults), close)
    expect(scores[1]).toBeLessThan(scores[0])
    const huge = matrixOf(1, -1e150, 1e150, 0, 1)
    const finite = scoreSamples(fitIsolationForest(huge, defaults), huge)
    expect(finite.every(Number.isFinite)).toBe(true)
  })

  it('refuse no rows, and a missing value by its place', () => {
    expect(() => fitIsolationForest(matrixOf(2), defaults)).toThrow(
      'An isolation forest needs at least one row.',
    )
    expect(() => fitIsolationForest(matrixOf(2, 1, NaN), defaults)).toThrow(
      /^An isolation forest needs .* row 0, column 1 is NaN/,
    )
  })

  it('score between -1 and 0, equal rows equally', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(cells, (values) => {
        const matrix = matrixOf(1, ...values)
        const params = { ...defaults, nEstimators: 10, maxSamples: 8 }
        const scores = scoreSamples(fitIsolationForest(matrix, params), matrix)
        values.forEach((value, i) => {
          expect(scores[i]).toBeGreaterThanOrEqual(-1)
          expect(scores[i]).toBeLessThanOrEqual(0)
          expect(scores[i]).toBe(scores[values.indexOf(value)])
        })
      }),
      { numRuns: 40 },
    )
  })
})

describe('averagePathLength(n)', () => {
  it('is 0, 0, 1 and then 2 H(n - 1) - 2 (n - 1) / n', () => {
    expect([0, 1, 2].map(averagePathLength)).toEqual([0, 0, 1])
    expect(averagePathLength(256)).toBeCloseTo(10.24477092011951, 12)
  })
})
