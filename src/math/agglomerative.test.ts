import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitAgglomerative } from './agglomerative'
import { createCenterClusters } from './center-clusters'
import { cutDendrogram, dendrogramOf } from './dendrogram'
import type { Matrix } from './matrix'
import { joinByNeighborChain } from './neighbor-chain'
import { mostPairedRows } from './pair-clusters'

const matrixOf = (...rows: readonly (readonly number[])[]): Matrix => ({
  X: Float64Array.from(rows.flat()),
  nSamples: rows.length,
  nFeatures: rows[0].length,
})
const linkages = ['ward', 'average', 'complete'] as const

/** By definition: the two clusters that are nearest are joined, again and again. */
function bruteHeights({ X, nSamples, nFeatures }: Matrix, linkage: (typeof linkages)[number]) {
  const row = (i: number) => [...X.subarray(i * nFeatures, (i + 1) * nFeatures)]
  const squared = (a: number[], b: number[]) => a.reduce((sum, v, j) => sum + (v - b[j]) ** 2, 0)
  const mean = (rows: number[]) =>
    row(0).map((_, j) => rows.reduce((sum, i) => sum + row(i)[j], 0) / rows.length)
  const apart = (a: number[], b: number[]) => {
    const pairs = a.flatMap((i) => b.map((j) => Math.sqrt(squared(row(i), row(j)))))
    if (linkage === 'complete') return pairs.reduce((most, d) => Math.max(most, d))
    if (linkage === 'average') return pairs.reduce((sum, d) => sum + d, 0) / pairs.length
    return Math.sqrt(
      ((2 * a.length * b.length) / (a.length + b.length)) * squared(mean(a), mean(b)),
    )
  }
  let clusters = Array.from({ length: nSamples }, (_, i) => [i])
  const heights: number[] = []
  while (clusters.length > 1) {
    let best = { a: 0, b: 1, d: Infinity }
    clusters.forEach((a, i) =>
      clusters.slice(i + 1).forEach((b, at) => {
        const d = apart(a, b)
        if (d < best.d) best = { a: i, b: i + 1 + at, d }
      }),
    )
    const joined = [...clusters[best.a], ...clusters[best.b]]
    clusters = [...clusters.filter((_, i) => i !== best.a && i !== best.b), joined]
    heights.push(best.d)
  }
  return heights.sort((a, b) => a - b)
}

const cells = fc.float({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true })
const rows = fc.array(fc.tuple(cells, cells), { minLength: 2, maxLength: 14 })

describe('fitAgglomerative(matrix, linkage)', () => {
  // scikit-learn 1.2.1: AgglomerativeClustering(linkage=..., compute_distances=True).distances_
  it.each([
    ['ward', [1, 2.5, 4.618802153517006, 16.13743060919757]],
    ['average', [1, 2.5, 4, 10.416666666666666]],
    ['complete', [1, 2.5, 4.5, 13.5]],
  ] as const)('%s: heights as scikit-learn has them', (linkage, heights) => {
    const fit = fitAgglomerative(matrixOf([0], [1], [4.5], [11], [13.5]), linkage)
    expect([...fit.heights]).toEqual(heights)
    expect([...fit.children]).toEqual([0, 1, 3, 4, 2, 5, 6, 7])
    expect([...fit.sizes]).toEqual([2, 2, 3, 5])
  })

  it.each(linkages)('%s joins what is nearest, again and again', (linkage) => {
    fc.assert(
      fc.property(rows, (made) => {
        const matrix = matrixOf(...made)
        const expected = bruteHeights(matrix, linkage)
        const { heights } = fitAgglomerative(matrix, linkage)
        // Of joins that are equally near any may come first, and later ones then differ.
        fc.pre(expected.every((h, m) => m === 0 || h - expected[m - 1] > 1e-6))
        heights.forEach((height, m) => expect(height).toBeCloseTo(expected[m], 6))
      }),
    )
  })

  it('Ward by centres is Ward by pairs', () => {
    fc.assert(
      fc.property(rows, (made) => {
        const matrix = matrixOf(...made)
        const byPairs = fitAgglomerative(matrix, 'ward')
        fc.pre(byPairs.heights.every((h, m) => m === 0 || h - byPairs.heights[m - 1] > 1e-6))
        const merges = joinByNeighborChain(matrix.nSamples, createCenterClusters(matrix))
        const byCenters = dendrogramOf(merges)
        expect(byCenters.children).toEqual(byPairs.children)
        byCenters.heights.forEach((h, m) => expect(h).toBeCloseTo(byPairs.heights[m], 9))
      }),
    )
  })

  it.each(linkages)('%s: rows that are equal join at height 0, before any other', (linkage) => {
    const twins = matrixOf([1, 1], [5, 5], [1, 1], [5, 5], [1, 1])
    const fit = fitAgglomerative(twins, linkage)
    expect([...fit.heights].slice(0, 3)).toEqual([0, 0, 0])
    expect([...cutDendrogram(fit, 2)]).toEqual([0, 1, 0, 1, 0])
  })

  it.each(linkages)('%s stays finite at the ends of the range', (linkage) => {
    const extreme = matrixOf([1e150], [-1e150], [0], [5e-324], [1e150], [-1e150], [1])
    const { heights } = fitAgglomerative(extreme, linkage)
    expect(heights.every(Number.isFinite)).toBe(true)
    heights.forEach((height, m) =>
      expect(height).toBeGreaterThanOrEqual(m === 0 ? 0 : heights[m - 1]),
    )
  })

  it('one row is one cluster, without a join', () => {
    const fit = fitAgglomerative(matrixOf([3, 4]), 'ward')
    expect(fit.heights).toHaveLength(0)
    expect([...cutDendrogram(fit, 1)]).toEqual([0])
  })

  it('refuses no rows, missing values, and more pairs than memory holds', () => {
    expect(() =>
      fitAgglomerative({ X: new Float64Array(0), nSamples: 0, nFeatures: 1 }, 'ward'),
    ).toThrow(new RangeError('Agglomerative clustering needs at least one row.'))
    expect(() => fitAgglomerative(matrixOf([NaN], [1]), 'average')).toThrow(
      /^Agglomerative clustering needs finite values/,
    )
    const nSamples = mostPairedRows + 1
    const many = { X: new Float64Array(nSamples), nSamples, nFeatures: 1 }
    expect(() => fitAgglomerative(many, 'complete')).toThrow(/distance per pair/)
  })

  it('leaves the matrix as it was', () => {
    const matrix = matrixOf([0], [1], [5])
    joinByNeighborChain(3, createCenterClusters(matrix))
    for (const linkage of linkages) fitAgglomerative(matrix, linkage)
    expect(matrix).toEqual(matrixOf([0], [1], [5]))
  })
})

describe('cutDendrogram(dendrogram, nClusters)', () => {
  it('makes as many clusters as asked, each inside one of a coarser cut', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...linkages), (made, linkage) => {
        const fit = fitAgglomerative(matrixOf(...made), linkage)
        for (let k = 1; k <= made.length; k++) {
          const fine = cutDendrogram(fit, k)
          expect(new Set(fine).size).toBe(k)
          const coarse = cutDendrogram(fit, Math.max(1, k - 1))
          fine.forEach((label, i) => expect(coarse[fine.indexOf(label)]).toBe(coarse[i]))
        }
      }),
    )
  })

  it('makes no more clusters than there are rows', () => {
    expect([...cutDendrogram(fitAgglomerative(matrixOf([1], [2]), 'ward'), 5)]).toEqual([0, 1])
  })
})
