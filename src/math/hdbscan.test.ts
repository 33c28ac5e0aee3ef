import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitHdbscan } from './hdbscan'
import type { Matrix } from './matrix'
import { createRandom } from './random'

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => ({
  X: Float64Array.from(rows.flat()),
  nSamples: rows.length,
  nFeatures: rows[0]?.length ?? 1,
})
const line = (...cells: readonly number[]) => matrixOf(cells.map((cell) => [cell]))

/** Uniform discs around centres, one after the other. */
function discs(centers: readonly (readonly [number, number, number])[], size: number): Matrix {
  const random = createRandom(7)
  return matrixOf(
    centers.flatMap(([x, y, spread]) =>
      Array.from({ length: size }, () => [
        x + spread * (random.next() - 0.5),
        y + spread * (random.next() - 0.5),
      ]),
    ),
  )
}

describe('fitHdbscan(matrix, minClusterSize)', () => {
  // scikit-learn 1.6.1: HDBSCAN(min_cluster_size=3) of the same cells.
  it('finds groups of different density, and noise between them', () => {
    const cells = [0, 0.1, 0.2, 0.3, 10, 11, 12.5, 13, 50, 0.15]
    const { labels, nClusters } = fitHdbscan(line(...cells), 3)
    expect([...labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, -1, 0])
    expect(nClusters).toBe(2)
  })

  it('keeps a group whole where its parts do not last, and parts it where they do', () => {
    const two = fitHdbscan(
      discs(
        [
          [0, 0, 1],
          [8, 0, 1],
        ],
        30,
      ),
      10,
    )
    expect(two.nClusters).toBe(2)
    const three = fitHdbscan(
      discs(
        [
          [0, 0, 1],
          [8, 0, 1],
          [60, 0, 1],
        ],
        30,
      ),
      10,
    )
    expect(three.nClusters).toBe(3)
    expect(new Set(three.labels.slice(0, 30)).size).toBeLessThanOrEqual(2)
  })

  it('the rows of a cluster are nearer to each other than its reach', () => {
    const fit = fitHdbscan(line(0, 0.1, 0.2, 0.3, 10, 11, 12, 13), 3)
    expect(fit.reaches).toHaveLength(2)
    fit.labels.forEach((label, row) =>
      expect(fit.coreDistances[row]).toBeLessThanOrEqual(fit.reaches[label]),
    )
    expect(fit.coreDistances[0]).toBe(0.2)
  })

  it('keeps a group whole where its parts last no longer', () => {
    // Two pairs of rows 1 apart, 2 from each other, and four more rows in steps of 8: 16 from the
    // last pair. The pairs last 2 (1 - 1/2) each, the group 4 (1/2 - 1/16) + 4 (1/8 - 1/16): as much.
    const fit = fitHdbscan(line(0, 1, 3, 4, 12, 20, 28, 36, 52, 53), 2)
    expect([...fit.labels]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    expect([...fit.reaches]).toEqual([16, 16])
    // Without one of the four it lasts less.
    const parted = fitHdbscan(line(0, 1, 3, 4, 12, 20, 28, 44, 45), 2)
    expect([...parted.labels]).toEqual([0, 0, 1, 1, -1, -1, -1, 2, 2])
    expect([...parted.reaches]).toEqual([2, 2, 16])
  })

  it('calls one even group, and equal rows, no cluster at all', () => {
    expect(fitHdbscan(line(0, 1, 2, 3, 4, 5, 6, 7), 5).nClusters).toBe(0)
    expect([...fitHdbscan(line(7, 7, 7, 7, 7, 7), 2).labels]).toEqual([-1, -1, -1, -1, -1, -1])
  })

  it('parts groups of equal rows from each other', () => {
    expect([...fitHdbscan(line(1, 5, 1, 5, 1, 5), 3).labels]).toEqual([0, 1, 0, 1, 0, 1])
  })

  it('is defined for fewer rows than a cluster takes, one and none', () => {
    expect(fitHdbscan(line(1, 2), 3)).toEqual({
      labels: Int32Array.of(-1, -1),
      nClusters: 0,
      coreDistances: Float64Array.of(Infinity, Infinity),
      reaches: new Float64Array(0),
    })
    expect([...fitHdbscan(line(1, 2, 5), 3).coreDistances]).toEqual([4, 3, 4])
    expect([...fitHdbscan(line(1), 2).labels]).toEqual([-1])
    expect(fitHdbscan(line(), 5).nClusters).toBe(0)
  })

  it('is defined at the ends of the range', () => {
    const fit = fitHdbscan(line(1e150, 1e150, 1e150, -1e150, -1e150, -1e150, 0, 5e-324, 1e-300), 3)
    expect([...fit.labels]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2])
    expect(fit.reaches.every(Number.isFinite)).toBe(true)
  })

  it('refuses clusters of one row, and missing values', () => {
    expect(() => fitHdbscan(line(1, 2), 1)).toThrow(
      new RangeError('minClusterSize must be at least 2; got 1.'),
    )
    expect(() => fitHdbscan(line(NaN, 2), 2)).toThrow(/^HDBSCAN needs finite/)
  })

  it('every cluster has enough rows, and labels count up from 0', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 6 }), (values, least) => {
        const { labels, nClusters } = fitHdbscan(line(...values), least)
        const sizes = new Int32Array(nClusters)
        for (const label of labels) if (label >= 0) sizes[label]++
        expect(sizes.every((size) => size >= least)).toBe(true)
        expect(nClusters).not.toBe(1)
      }),
    )
  })
})
