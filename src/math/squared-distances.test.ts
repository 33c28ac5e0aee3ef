import { expect, test } from 'vitest'
import { distanceBetween, squaredDistance, squaredDistances } from './squared-distances'

test('squaredDistances(points, row, out) is of each point, squaredDistance(a, b) of one', () => {
  const points = { X: Float64Array.of(0, 0, 3, 4, -1, 1), nSamples: 3, nFeatures: 2 }
  const out = new Float64Array(4).fill(7)
  squaredDistances(points, Float64Array.of(3, 0), out)
  expect(out).toEqual(Float64Array.of(9, 16, 17, 7))
  expect(squaredDistance(Float64Array.of(3, 4), Float64Array.of(0, 1))).toBe(18)
  expect(distanceBetween(Float64Array.of(3, 4), Float64Array.of(0, 0))).toBe(5)
})
