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

  it('does nothing to one cluster, one row, or equal rows', () => {
    expect(transferRows(line(1, 2, 3), new Int32Array(3)).nMoved).toBe(0)
    expect(transferRows(line(1), new Int32Array(1)).nMoved).toBe(0)
    expect(transferRows(line(2, 2, 2, 2), Int32Array.of(0, 1, 0, 1)).nMoved).toBe(0)
  })
})
