import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitBisectingKMeans } from './bisecting-k-means'
import { inertia } from './inertia'
import type { Matrix } from './matrix'
import { createRandom } from './random'

const params = { nClusters: 3, nInit: 5, maxIter: 300, tol: 1e-4, randomState: 42 }
const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('fitBisectingKMeans(matrix, params)', () => {
  it('splits the cluster of largest inertia: the far group first, then the wider half', () => {
    const { labels, clusterCenters } = fitBisectingKMeans(column(0, 1, 20, 21, 100, 101), params)
    expect(labels[0]).toBe(labels[1])
    expect(labels[2]).toBe(labels[3])
    expect(new Set(labels).size).toBe(3)
    expect([...clusterCenters].sort((a, b) => a - b)).toEqual([0.5, 20.5, 100.5])
  })

  it('keeps what an earlier split gave: six rows in a row end as a half and quarters', () => {
    const { inertia: spread } = fitBisectingKMeans(column(0, 1, 2, 3, 4, 5), params)
    expect(spread).toBe(2 + 0.5)
  })

  it('takes a first split that is not the best one where the next split makes up for it', () => {
    const [left, middle, right] = [
      [-10, -10, -10, -10],
      [-2, -1.9, 1.9, 2],
      [10, 10, 10, 10],
    ]
    const { labels } = fitBisectingKMeans(column(...left, ...middle, ...right), params)
    expect(labels[4]).toBe(labels[7])
    expect(new Set(labels).size).toBe(3)
  })

  it('fills each cluster, and its centres are the means and its inertia theirs', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 6 }), (values, nClusters) => {
        const matrix = column(...values)
        const fitted = fitBisectingKMeans(matrix, { ...params, nClusters })
        expect(new Set(fitted.labels).size).toBe(Math.min(nClusters, new Set(values).size))
        expect(fitted.inertia).toBeCloseTo(inertia(matrix, fitted.labels), 6)
      }),
      { numRuns: 60 },
    )
  })

  it('a finer fit refines a coarser one', () => {
    const matrix = column(...Array.from({ length: 60 }, (_, i) => (i * i) % 97))
    const coarse = fitBisectingKMeans(matrix, params)
    const fine = fitBisectingKMeans(matrix, { ...params, nClusters: 4 })
    const pairs = new Set([...fine.labels].map((label, i) => `${label} ${coarse.labels[i]}`))
    expect(pairs.size).toBe(4)
  })

  it('splits rows whose differences are too small to square one by one, the first row apart', () => {
    const labelsOf = (nClusters: number, ...cells: number[]) =>
      [...fitBisectingKMeans(column(...cells), { ...params, nClusters }).labels].join('')
    expect(labelsOf(2, 0, 1e-300, 2e-300, 3e-300)).toBe('0111')
    expect(labelsOf(3, 0, 1e-300, 2e-300, 3e-300)).toBe('0122')
    expect(labelsOf(4, 0, 1e-300, 2e-300, 3e-300, 5, 6)).toBe('133302')
  })

  it('splits the first of two clusters of the same inertia', () => {
    const matrix = column(0, 1, 10, 11)
    const coarse = fitBisectingKMeans(matrix, { ...params, nClusters: 2 }).labels
    const fine = fitBisectingKMeans(matrix, params).labels
    const isSplit = (label: number) =>
      new Set([...fine].filter((_, row) => coarse[row] === label)).size === 2
    expect([0, 1].map(isSplit)).toEqual([true, false])
  })

  // clusters, starts, iterations: iterations of all splits, inertia, labels by row.
  it.each([
    [2, 1, 300, 5, 51.60591235081857, 10677],
    [3, 1, 300, 9, 37.953272801715556, 29277],
    [5, 4, 300, 20, 21.913896442223372, 60472],
    [9, 2, 1, 8, 13.775202062207894, 141895],
    [7, 6, 300, 30, 15.721774110098298, 98452],
  ])('gives these numbers on every engine: %d clusters, %d starts', (...numbers) => {
    const [nClusters, nInit, maxIter, nIter, spread, weighted] = numbers
    const random = createRandom(11)
    const X = Float64Array.from({ length: 900 }, () => random.next() ** 3)
    const few = { ...params, nClusters, nInit, maxIter }
    const fit = fitBisectingKMeans({ X, nSamples: 300, nFeatures: 3 }, few)
    expect(fit.nIter).toBe(nIter)
    expect(fit.inertia).toBeCloseTo(spread, 9)
    expect(fit.labels.reduce((sum, label, row) => sum + label * row, 0)).toBe(weighted)
  })

  it('single, equal, huge and tiny rows have defined results; missing cells are refused', () => {
    const fit = (...cells: number[]) => fitBisectingKMeans(column(...cells), params)
    expect(fit(3)).toMatchObject({ labels: Int32Array.of(0), inertia: 0 })
    expect(fit(3, 3, 3).labels).toEqual(new Int32Array(3))
    expect(new Set(fit(1e100, 2e100, 9e100, 9.5e100).labels).size).toBe(3)
    const tiny = fit(1e-200, 2e-200, 3e-200, 4e-200)
    expect(tiny.inertia).toBe(0)
    expect(tiny.clusterCenters.every(Number.isFinite)).toBe(true)
    expect(() => fit()).toThrow('at least one row')
    expect(() => fit(1, NaN)).toThrow('row 1, column 0 is NaN')
  })
})
