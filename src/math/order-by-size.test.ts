import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderBySize } from './order-by-size'

describe('orderBySize(labels, clusterCenters, nClusters)', () => {
  it('makes the largest cluster 0, and moves labels and centres together', () => {
    const labels = Int32Array.of(0, 1, 1, 2, 2, 2)
    expect(orderBySize(labels, Float64Array.of(10, 11, 20, 21, 30, 31), 3)).toEqual({
      labels: Int32Array.of(2, 1, 1, 0, 0, 0),
      clusterCenters: Float64Array.of(30, 31, 20, 21, 10, 11),
      sizes: Int32Array.of(3, 2, 1),
    })
  })

  it('gives a tie to the lexicographically smaller centre', () => {
    const centers = Float64Array.of(1, 9, 1, 2, 0, 99)
    const { clusterCenters } = orderBySize(Int32Array.of(0, 1, 2), centers, 3)
    expect(clusterCenters).toEqual(Float64Array.of(0, 99, 1, 2, 1, 9))
  })

  it('keeps the order of clusters that are alike in size and centre', () => {
    const labels = Int32Array.of(2, 1, 0, 1, 0, 2)
    expect(orderBySize(labels, Float64Array.of(5, 5, 5), 3).labels).toEqual(labels)
  })

  it('keeps -1, puts empty clusters last, and does not write to its input', () => {
    const labels = Int32Array.of(-1, 2, 2)
    expect(orderBySize(labels, Float64Array.of(5, 4, 3), 3)).toEqual({
      labels: Int32Array.of(-1, 0, 0),
      clusterCenters: Float64Array.of(3, 4, 5),
      sizes: Int32Array.of(2, 0, 0),
    })
    expect(labels).toEqual(Int32Array.of(-1, 2, 2))
  })

  it('of one cluster and of no rows changes nothing', () => {
    expect(orderBySize(new Int32Array(0), Float64Array.of(1e308), 1)).toEqual({
      labels: new Int32Array(0),
      clusterCenters: Float64Array.of(1e308),
      sizes: Int32Array.of(0),
    })
  })

  it('does not depend on the numbers that the clusters had', () => {
    const centers = fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 })), centers, (labels, [a, b, c]) => {
        const first = orderBySize(Int32Array.from(labels), Float64Array.of(a, b, c), 3)
        const renamed = labels.map((label) => (label + 1) % 3)
        expect(orderBySize(Int32Array.from(renamed), Float64Array.of(c, a, b), 3)).toEqual(first)
        expect([...first.sizes]).toEqual([...first.sizes].sort((x, y) => y - x))
      }),
    )
  })
})
