import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bisect } from './bisect'
import { runLloyd } from './lloyd'
import { toRows, type Matrix } from './matrix'
import { refineBySwaps } from './refine-by-swaps'

const options = { maxIter: 300, tolerance: 0 }

/** Four tight groups on a line; the first two share one centre, the last one has two. */
const stuck: Matrix = {
  X: Float64Array.of(0, 0.1, 0.2, 1, 1.1, 1.2, 50, 50.1, 50.2, 90, 90.1, 90.2),
  nSamples: 12,
  nFeatures: 1,
}

describe('refineBySwaps(matrix, rows, fit, options)', () => {
  it('leaves a local optimum that Lloyd cannot leave', () => {
    const rows = toRows(stuck)
    const fit = runLloyd(stuck, rows, { init: Float64Array.of(0.6, 50, 90, 90.15), ...options })
    expect(fit.inertia).toBeGreaterThan(1)
    const refined = refineBySwaps(stuck, rows, fit, options)
    expect(refined.inertia).toBeCloseTo(4 * 0.02, 12)
  })

  it('never raises the inertia', () => {
    const matrices = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
      {
        minLength: 4,
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(matrices, (points) => {
        const matrix = {
          X: Float64Array.from(points.flat()),
          nSamples: points.length,
          nFeatures: 2,
        }
        const rows = toRows(matrix)
        const init = Float64Array.from(points.slice(0, 3).flat())
        const fit = runLloyd(matrix, rows, { init, ...options })
        const refined = refineBySwaps(matrix, rows, fit, options)
        expect(refined.inertia).toBeLessThanOrEqual(fit.inertia)
      }),
    )
  })

  it('one cluster has nothing to swap', () => {
    const rows = toRows(stuck)
    const fit = runLloyd(stuck, rows, { init: Float64Array.of(40), ...options })
    expect(refineBySwaps(stuck, rows, fit, options)).toBe(fit)
  })
})

describe('bisect(matrix, labels, cluster)', () => {
  it('cuts across the longest axis and says what that gains', () => {
    const matrix = { X: Float64Array.of(0, 0, 0, 1, 10, 0, 10, 1), nSamples: 4, nFeatures: 2 }
    const { first, second, gain } = bisect(matrix, new Int32Array(4), 0)
    expect([first[0], second[0]].toSorted((a, b) => a - b)).toEqual([0, 10])
    expect(gain).toBeCloseTo(100, 12)
  })

  it('gains nothing from a single row or equal rows', () => {
    const equal = { X: Float64Array.of(3, 3, 3), nSamples: 3, nFeatures: 1 }
    expect(bisect(equal, Int32Array.of(0, 0, 0), 0).gain).toBe(0)
    expect(bisect(equal, Int32Array.of(0, 1, 1), 0).gain).toBe(0)
  })
})
