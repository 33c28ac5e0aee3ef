import { expect, test } from 'vitest'
import { pairDistances } from './pair-distances'

const matrixOf = (...X: readonly number[]) => ({
  X: Float64Array.from(X),
  nSamples: X.length / 2,
  nFeatures: 2,
})

test('pairDistances(matrix) is symmetric, with 0 from a row to itself', () => {
  const { D, nSamples } = pairDistances(matrixOf(0, 0, 3, 4, 3, 0))
  expect(nSamples).toBe(3)
  expect(D).toEqual(Float32Array.of(0, 5, 3, 5, 0, 4, 3, 4, 0))
})

test('pairDistances(matrix) is as it is from 1e-30 to 1e30, and in units of the largest value beyond', () => {
  expect(pairDistances(matrixOf(0, 0, 3e20, -4e20)).D[1]).toBeCloseTo(5e20, -14)
  expect(pairDistances(matrixOf(0, 0, 1e30, 0)).D[1]).toBe(Math.fround(1e30))
  expect(pairDistances(matrixOf(0, 0, 1e-30, 0)).D[1]).toBe(Math.fround(1e-30))
  expect(pairDistances(matrixOf(0, 0, 3e200, -4e200)).D[1]).toBeCloseTo(1.25, 6)
  expect(pairDistances(matrixOf(0, 0, 3e-200, -4e-200)).D[1]).toBeCloseTo(1.25, 6)
  expect(pairDistances(matrixOf(0, 0, 0, 0)).D).toEqual(new Float32Array(4))
})
