import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runLloyd } from './lloyd'
import { nearestCenters } from './nearest-centers'
import { settle } from './settle'

const cell = fc.integer({ min: -50, max: 50 })
const matrices = fc
  .array(fc.tuple(cell, cell), { minLength: 6, maxLength: 30 })
  .map((rows) => ({ X: Float64Array.from(rows.flat()), nSamples: rows.length, nFeatures: 2 }))

test('settle(matrix, options) is never above Lloyd, and every row is at its nearest centre', () => {
  let nBelow = 0
  fc.assert(
    fc.property(matrices, (matrix) => {
      const options = { init: matrix.X.slice(0, 6), maxIter: 50, tolerance: 0 }
      const [fit, lloyd] = [settle(matrix, options), runLloyd(matrix, options)]
      expect(fit.inertia).toBeLessThanOrEqual(lloyd.inertia * (1 + 1e-12))
      if (fit.inertia < lloyd.inertia * (1 - 1e-9)) nBelow++
      const { distances } = nearestCenters(matrix, fit.clusterCenters, 3)
      const nearest = distances.reduce((sum, distance) => sum + distance * distance, 0)
      expect(nearest).toBeCloseTo(fit.inertia, 6)
    }),
    { seed: 5, numRuns: 200 },
  )
  expect(nBelow).toBeGreaterThan(5)
})

test('settle(matrix, options) is what Lloyd has where its steps are not enough', () => {
  const X = Float64Array.from({ length: 60 }, (_, i) => (i * i * 31) % 101)
  const matrix = { X, nSamples: 30, nFeatures: 2 }
  const options = { init: X.slice(0, 6), maxIter: 1, tolerance: 0 }
  expect(settle(matrix, options)).toEqual(runLloyd(matrix, options))
})
