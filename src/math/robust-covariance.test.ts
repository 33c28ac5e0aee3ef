import { describe, expect, it } from 'vitest'
import { chiSquaredQuantile } from './chi-squared-quantile'
import type { Matrix } from './matrix'
import { createRandom } from './random'
import { robustCovariance } from './robust-covariance'

/** A cloud of two columns that go together, whose last rows are far away. */
function cloud(nSamples: number, nFar: number): Matrix {
  const random = createRandom(6)
  const X = Float64Array.from({ length: 2 * nSamples }, () => random.next() + random.next())
  for (let i = 0; i < nSamples; i++) X[2 * i + 1] += 0.7 * X[2 * i]
  for (let at = 2 * (nSamples - nFar); at < X.length; at++) X[at] += 9
  return { X, nSamples, nFeatures: 2 }
}

type Pair = readonly [number, number]

/** Mean and covariance, ddof 0, and squared distances in them, of pairs. */
function momentsOf(rows: readonly Pair[]) {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [x, y] = [mean(rows.map((row) => row[0])), mean(rows.map((row) => row[1]))]
  const [xx, xy, yy] = [
    mean(rows.map((row) => (row[0] - x) ** 2)),
    mean(rows.map((row) => (row[0] - x) * (row[1] - y))),
    mean(rows.map((row) => (row[1] - y) ** 2)),
  ]
  const squared = ([a, b]: Pair) =>
    (yy * (a - x) ** 2 - 2 * xy * (a - x) * (b - y) + xx * (b - y) ** 2) / (xx * yy - xy * xy)
  return { location: [x, y], covariance: [xx, xy, xy, yy], squared }
}

function expectCells(found: Float64Array, expected: readonly number[], unit = 1) {
  expect(found).toHaveLength(expected.length)
  found.forEach((cell, at) => expect(cell / unit).toBeCloseTo(expected[at], 10))
}

describe('robustCovariance(matrix, rows)', () => {
  // Also by powers of two: nothing rounds otherwise.
  it.each([1, 2 ** 300, 2 ** -300])('corrects by the median and estimates anew (x %d)', (unit) => {
    const plain = cloud(25, 4)
    const pairs = Array.from({ length: 25 }, (_, i): Pair => [plain.X[2 * i], plain.X[2 * i + 1]])
    const rows = Array.from({ length: 14 }, (_, i) => i)
    const raw = momentsOf(pairs.slice(0, 14))
    const sorted = pairs.map(raw.squared).sort((a, b) => a - b)
    const correction = sorted[12] / chiSquaredQuantile(0.5, 2)
    const limit = chiSquaredQuantile(0.975, 2) * correction
    const kept = pairs.filter((pair) => raw.squared(pair) < limit)
    const again = momentsOf(kept)

    const fit = robustCovariance({ ...plain, X: plain.X.map((cell) => cell * unit) }, rows)
    expectCells(fit.rawLocation, raw.location, unit)
    expectCells(fit.rawCovariance, raw.covariance, unit * unit)
    const corrected = raw.covariance.map((cell) => cell * correction)
    expectCells(fit.correctedCovariance, corrected, unit * unit)
    expect([...fit.support]).toEqual(pairs.map((pair) => (kept.includes(pair) ? 1 : 0)))
    expect(kept.length).toBeLessThan(25)
    expectCells(fit.location, again.location, unit)
    expectCells(fit.covariance, again.covariance, unit * unit)
    expectCells(fit.distances, pairs.map(again.squared))
    expect(fit.rank).toBe(2)
  })

  it.each([2 ** 700, 2 ** -700])('measures alike where squares are no doubles (x %d)', (unit) => {
    const plain = cloud(25, 4)
    const rows = Array.from({ length: 14 }, (_, i) => i)
    const far = { ...plain, X: plain.X.map((cell) => cell * unit) }
    const [one, other] = [robustCovariance(plain, rows), robustCovariance(far, rows)]
    expect(other.distances).toEqual(one.distances)
    expect(other.support).toEqual(one.support)
  })

  it('keeps all rows where the given ones are all the same', () => {
    const X = Float64Array.of(3, 4, 3, 4, 3, 4, 0, 0)
    const { rank, support, distances } = robustCovariance({ X, nSamples: 4, nFeatures: 2 }, [0, 1])
    expect(rank).toBe(0)
    expect([...support]).toEqual([1, 1, 1, 1])
    const moments = momentsOf([
      [3, 4],
      [3, 4],
      [3, 4],
      [0, 0],
    ])
    // Only the one direction that varies is measured.
    expect(moments.covariance[0] * moments.covariance[3]).toBe(moments.covariance[1] ** 2)
    expectCells(distances, [1 / 3, 1 / 3, 1 / 3, 3])
  })

  it('is 0 for a table of zeros', () => {
    const zeros = { X: new Float64Array(6), nSamples: 3, nFeatures: 2 }
    const fit = robustCovariance(zeros, [0, 1, 2])
    expect(fit.distances).toEqual(new Float64Array(3))
    expect([fit.location, fit.covariance]).toEqual([new Float64Array(2), new Float64Array(4)])
  })
})
