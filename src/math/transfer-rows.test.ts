import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inertia } from './inertia'
import type { Matrix } from './matrix'
import { nearestCenters } from './nearest-centers'
import { createNearest, moveRow } from './bounded-nearest'
import { clusterMeans } from './cluster-means'
import { transferRows as transferIn } from './transfer-rows'

const line = (...values: number[]): Matrix => ({
  X: Float64Array.from(values),
  nSamples: values.length,
  nFeatures: 1,
})

const leastOf = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)

/** Nothing is known of the distances: every row is measured. */
function transferRows(matrix: Matrix, labels: Int32Array) {
  const { centers } = clusterMeans(matrix, labels)
  const nearest = createNearest(matrix, centers.nSamples)
  labels.forEach((label, row) => moveRow(matrix, nearest, row, label))
  const nMoved = transferIn(matrix, nearest, centers.X)
  return { centers: clusterMeans(matrix, nearest.labels).centers.X, nMoved }
}

const labelled = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([nClusters, nFeatures]) =>
    fc.record({
      nClusters: fc.constant(nClusters),
      nFeatures: fc.constant(nFeatures),
      rows: fc.array(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: nFeatures, maxLength: nFeatures }),
        {
          minLength: nClusters,
          maxLength: 30,
        },
      ),
    }),
  )
  .map(({ nClusters, nFeatures, rows }) => ({
    matrix: { X: Float64Array.from(rows.flat()), nSamples: rows.length, nFeatures },
    labels: Int32Array.from(rows, (_, i) => i % nClusters),
    nClusters,
  }))

describe('transferRows(matrix, nearest, centers)', () => {
  it('goes on where Lloyd rests: the row is nearest to its own centre and yet better off', () => {
    const matrix = line(0, 0, 4.4, 8, 8, 8, 8, 8, 8)
    const labels = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1, 1)
    const { centers, nMoved } = transferRows(matrix, labels)
    expect(nMoved).toBe(1)
    expect(centers[0]).toBe(0)
  })

  it('never raises the inertia, and ends with every row nearest to its own centre', () => {
    fc.assert(
      fc.property(labelled, ({ matrix, labels, nClusters }) => {
        const { centers } = transferRows(matrix, labels)
        const nearest = nearestCenters(matrix, centers, nClusters)
        const before = inertia(matrix, labels)
        const after = nearest.distances.reduce((sum, distance) => sum + distance ** 2, 0)
        expect(after).toBeLessThanOrEqual(before * (1 + 1e-9) + 1e-9)
      }),
    )
  })

  /** Squared distance of a row to the mean of a cluster, and how many rows that has. */
  function toMean({ X, nFeatures }: Matrix, labels: Int32Array, row: number, c: number) {
    const members = [...labels.keys()].filter((i) => labels[i] === c)
    let squared = 0
    for (let j = 0; j < nFeatures; j++) {
      const sum = members.reduce((total, i) => total + X[i * nFeatures + j], 0)
      squared += (X[row * nFeatures + j] - sum / members.length) ** 2
    }
    return { squared, size: members.length }
  }

  it('makes the transfers that looking at each row in turn makes, and ends where none helps', () => {
    fc.assert(
      fc.property(labelled, ({ matrix, labels, nClusters }) => {
        const { nSamples } = matrix
        const own = labels.slice()
        let [nMoved, nResting, isClear] = [0, 0, true]
        for (let row = 0; nResting < nSamples; row = (row + 1) % nSamples) {
          nResting++
          const home = toMean(matrix, own, row, own[row])
          if (home.size < 2) continue
          const saved = (home.size / (home.size - 1)) * home.squared
          const costs = Array.from({ length: nClusters }, (_, c) => {
            const { squared, size } = toMean(matrix, own, row, c)
            return c === own[row] ? saved : (size / (size + 1)) * squared
          })
          const to = costs.indexOf(leastOf(costs))
          // Of two that are as good, rounding decides.
          isClear &&= costs.every((cost, c) => c === to || cost > costs[to] * (1 + 1e-6) + 1e-9)
          if (to === own[row] || !isClear) continue
          own[row] = to
          nMoved++
          nResting = 0
        }
        fc.pre(isClear)
        const nearest = createNearest(matrix, nClusters)
        labels.forEach((label, row) => moveRow(matrix, nearest, row, label))
        expect(transferIn(matrix, nearest, clusterMeans(matrix, labels).centers.X)).toBe(nMoved)
        expect(nearest.labels).toEqual(own)
      }),
      { numRuns: 300 },
    )
  })

  /** Labels and, where they are known, bounds as near as rounding lets them be. */
  function nearestOf(matrix: Matrix, labels: Int32Array, nClusters: number, isKnown: boolean) {
    const nearest = createNearest(matrix, nClusters)
    labels.forEach((label, row) => {
      moveRow(matrix, nearest, row, label)
      if (!isKnown) return
      const distances = Array.from({ length: nClusters }, (_, c) =>
        Math.sqrt(toMean(matrix, labels, row, c).squared),
      )
      nearest.upper[row] = distances[label] * (1 + 1e-9)
      nearest.lower[row] = leastOf(distances.filter((_, c) => c !== label)) * (1 - 1e-9)
    })
    return nearest
  }

  it('is the same where bounds on the distances are known', () => {
    fc.assert(
      fc.property(labelled, ({ matrix, labels, nClusters }) => {
        const { centers } = clusterMeans(matrix, labels)
        const known = nearestOf(matrix, labels, nClusters, true)
        const unknown = nearestOf(matrix, labels, nClusters, false)
        const nMoved = transferIn(matrix, known, centers.X)
        expect(transferIn(matrix, unknown, centers.X)).toBe(nMoved)
        expect(known.labels).toEqual(unknown.labels)
        expect([...known.sizes, ...known.sums]).toEqual([...unknown.sizes, ...unknown.sums])
      }),
      { numRuns: 200 },
    )
  })

  it('moves a row of known bounds in whatever unit, and one whose lower bound fell under 0', () => {
    const labels = Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1, 1)
    for (const unit of [1, 1000, 0.001]) {
      const matrix = line(...[0, 0, 4.4, 8, 8, 8, 8, 8, 8].map((value) => value * unit))
      const { centers } = clusterMeans(matrix, labels)
      const nearest = nearestOf(matrix, labels, 2, true)
      expect(transferIn(matrix, nearest, centers.X)).toBe(1)
      const low = nearestOf(matrix, labels, 2, true)
      low.lower.fill(-100 * unit)
      expect(transferIn(matrix, low, centers.X)).toBe(1)
    }
  })

  it.each([0.1, 2])('moves a row to a cluster that shrank towards it, by half of %d', (gap) => {
    // The first row leaves the second, which the fifth then joins, and leaves it to the fifth.
    const matrix = line(10 + gap, 10, 10 + gap, 10 + gap, 0, -10.8)
    const labels = Int32Array.of(0, 0, 1, 1, 2, 2)
    const nearest = nearestOf(matrix, labels, 3, true)
    expect(transferIn(matrix, nearest, clusterMeans(matrix, labels).centers.X)).toBe(3)
    expect(nearest.labels).toEqual(Int32Array.of(1, 1, 1, 1, 0, 2))
  })

  it('leaves no cluster without a row and does not change the labels given', () => {
    fc.assert(
      fc.property(labelled, ({ matrix, labels, nClusters }) => {
        const given = labels.slice()
        const { centers } = transferRows(matrix, labels)
        expect(labels).toEqual(given)
        expect(centers).toHaveLength(nClusters * matrix.nFeatures)
        expect(centers.every(Number.isFinite)).toBe(true)
      }),
    )
  })

  it('leaves a row that is as well off in either of two clusters', () => {
    expect(transferRows(line(0, 2, 4), Int32Array.of(0, 0, 1)).nMoved).toBe(0)
  })

  it('ends after 20 transfers a row where rounding moves rows for ever', () => {
    const matrix = line(...[1, 0.5, 0, 0, 1].map((value) => 1e15 + value))
    expect(transferRows(matrix, Int32Array.of(0, 1, 0, 1, 0)).nMoved).toBe(100)
  })

  it('does nothing to one cluster, one row, or equal rows', () => {
    expect(transferRows(line(1, 2, 3), new Int32Array(3)).nMoved).toBe(0)
    expect(transferRows(line(1), new Int32Array(1)).nMoved).toBe(0)
    expect(transferRows(line(2, 2, 2, 2), Int32Array.of(0, 1, 0, 1)).nMoved).toBe(0)
  })
})
