import { describe, expect, it } from 'vitest'
import { fitKMedoids } from './k-medoids'
import { selectRows, type Matrix } from './matrix'
import { nearestCenters } from './nearest-centers'
import { kMeansPlusPlus } from './k-means-plus-plus'
import { pairDistances } from './pair-distances'
import { createRandom } from './random'
import { swapMedoids } from './swap-medoids'

const params = { nClusters: 2, nInit: 10, maxIter: 300, randomState: 42, maxPaired: 8000 }
const column = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})
const costOf = (matrix: Matrix, medoids: ArrayLike<number>) =>
  nearestCenters(matrix, selectRows(matrix, medoids).X, medoids.length).distances.reduce(
    (sum, distance) => sum + distance,
    0,
  )

/** The least cost of all choices of medoids. */
function bruteForce(matrix: Matrix, nClusters: number): number {
  const choose = (from: number, left: number): number[][] =>
    left === 0
      ? [[]]
      : Array.from({ length: matrix.nSamples - from }, (_, i) => from + i).flatMap((row) =>
          choose(row + 1, left - 1).map((rest) => [row, ...rest]),
        )
  return choose(0, nClusters)
    .map((medoids) => costOf(matrix, medoids))
    .reduce((least, cost) => Math.min(least, cost))
}

describe('fitKMedoids(matrix, params)', () => {
  it('puts clusters around rows: a far row does not pull the centre', () => {
    const fitted = fitKMedoids(column(0, 1, 2, 100, 101, 102, 180), params)
    expect([...fitted.clusterCenters].sort((a, b) => a - b)).toEqual([1, 101])
    expect([...fitted.medoids].sort((a, b) => a - b)).toEqual([1, 4])
    expect(fitted.inertia).toBe(1 + 1 + 1 + 1 + 79 ** 2)
  })

  it('with one cluster takes the row with the least sum of distances', () => {
    const fitted = fitKMedoids(column(0, 9, 10, 12, 100), { ...params, nClusters: 1 })
    expect(fitted.clusterCenters).toEqual(Float64Array.of(10))
  })

  it('with ten starts reaches the best of all choices on nearly all small sets, and a good one on all', () => {
    // Swaps of single rows can end where only two at once would help: 19, 39, 80, 0, 39, 16 in two.
    const random = createRandom(5)
    const nSets = 400
    let nBest = 0
    for (let set = 0; set < nSets; set++) {
      const values = Array.from({ length: 4 + random.nextInt(6) }, () => random.nextInt(100))
      const nClusters = 1 + random.nextInt(3)
      const matrix = column(...values)
      const { medoids } = fitKMedoids(matrix, { ...params, nClusters })
      const least = bruteForce(matrix, nClusters)
      const cost = costOf(matrix, medoids)
      if (cost < least + 1e-6) nBest++
      expect(cost).toBeLessThanOrEqual(1.1 * least + 1e-6)
    }
    expect(nBest / nSets).toBeGreaterThan(0.99)
  })

  it('keeps the best of its starts, the first on a tie', () => {
    const random = createRandom(8)
    const matrix = column(...Array.from({ length: 24 }, () => random.nextInt(40)))
    for (let randomState = 0; randomState < 12; randomState++) {
      const starts = [0, 1, 2].map((start) => {
        const init = kMeansPlusPlus(matrix, 3, createRandom(randomState, start))
        const { medoids } = swapMedoids(pairDistances(matrix), init, 1)
        return { medoids, cost: costOf(matrix, medoids) }
      })
      for (const nInit of [1, 2, 3]) {
        const least = starts.slice(0, nInit).reduce((a, b) => (b.cost < a.cost ? b : a))
        const few = { ...params, nClusters: 3, maxIter: 1, randomState, nInit, maxPaired: 24 }
        expect(fitKMedoids(matrix, few).medoids).toEqual(least.medoids)
      }
    }
  })

  it('takes the first row of each kind where there are no more kinds than clusters', () => {
    expect(fitKMedoids(column(5, 3, 5), params).medoids).toEqual(Int32Array.of(0, 1))
    expect(fitKMedoids(column(5, 3, 5), { ...params, nClusters: 3 }).medoids).toEqual(
      Int32Array.of(0, 1, 0),
    )
  })

  it('draws half of maxPaired rows for a sample, each row as often as any other', () => {
    const matrix = column(...Array.from({ length: 10 }, (_, i) => i))
    const counts = new Int32Array(10)
    for (let randomState = 0; randomState < 500; randomState++) {
      const one = { ...params, nInit: 1, randomState, maxPaired: 4 }
      // Two clusters of a sample of two rows are those rows.
      const { medoids } = fitKMedoids(matrix, one)
      expect(medoids[0]).not.toBe(medoids[1])
      for (const row of medoids) counts[row]++
    }
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(35)
  })

  it('above maxPaired rows searches samples and still finds groups that are apart', () => {
    const random = createRandom(3)
    const matrix = column(...Array.from({ length: 900 }, (_, i) => 10 * (i % 3) + random.next()))
    const { labels, medoids } = fitKMedoids(matrix, { ...params, nClusters: 3, maxPaired: 100 })
    expect(new Set(medoids).size).toBe(3)
    expect([...labels].every((label, i) => label === labels[i % 3])).toBe(true)
  })

  it('single, equal, huge and tiny rows have defined results; missing cells are refused', () => {
    const fit = (...cells: number[]) => fitKMedoids(column(...cells), params)
    expect(fit(3)).toMatchObject({ labels: Int32Array.of(0), inertia: 0 })
    expect(fit(3, 3, 3).labels).toEqual(new Int32Array(3))
    expect(fit(1e100, 2e100, 9e100, 9.5e100).labels).toEqual(fit(1, 2, 9, 9.5).labels)
    expect(fit(1e-200, 2e-200, 9e-200).clusterCenters.every(Number.isFinite)).toBe(true)
    expect(() => fit()).toThrow('at least one row')
    expect(() => fit(1, NaN)).toThrow('row 1, column 0 is NaN')
  })
})
