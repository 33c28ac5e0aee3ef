import { expect, test } from 'vitest'
import { relocateEmptyClusters } from './relocate-empty-clusters'

/** Rows of one feature, their labels and the centres of all clusters. */
function relocated(rows: readonly number[], labels: readonly number[], centers: readonly number[]) {
  const sizes = new Int32Array(centers.length)
  const sums = new Float64Array(centers.length)
  rows.forEach((value, i) => {
    sizes[labels[i]]++
    sums[labels[i]] += value
  })
  const matrix = { X: Float64Array.from(rows), nSamples: rows.length, nFeatures: 1 }
  const members = { labels: Int32Array.from(labels), sizes, sums }
  relocateEmptyClusters(matrix, Float64Array.from(centers), members)
  return { sizes: [...sizes], sums: [...sums] }
}

test('an empty cluster gets the row farthest from its centre, the next one the next', () => {
  const { sizes, sums } = relocated([0, 1, 7, 4], [0, 0, 0, 0], [0, 99, 99])
  expect(sizes).toEqual([2, 1, 1])
  expect(sums).toEqual([1, 7, 4])
})

test('of rows equally far the first one goes', () => {
  expect(relocated([1, 5, -3], [0, 0, 0], [1, 99]).sums).toEqual([-2, 5])
})

test('a row alone in its cluster stays, and so does one on its centre', () => {
  expect(relocated([9, 1, 3], [1, 0, 0], [2, 0, 99]).sums).toEqual([3, 9, 1])
  expect(relocated([2, 2], [0, 0], [2, 99])).toEqual({ sizes: [2, 0], sums: [4, 0] })
})

test('rows of several features move whole', () => {
  const sizes = Int32Array.of(3, 0)
  const sums = Float64Array.of(5, 8, 0, 0)
  const matrix = { X: Float64Array.of(0, 1, 1, 0, 4, 7), nSamples: 3, nFeatures: 2 }
  const members = { labels: Int32Array.of(0, 0, 0), sizes, sums }
  relocateEmptyClusters(matrix, Float64Array.of(0, 0, 9, 9), members)
  expect([...sizes, ...sums]).toEqual([2, 1, 1, 1, 4, 7])
})
