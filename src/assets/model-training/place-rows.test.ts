import { describe, expect, it } from 'vitest'
import { fitHierarchy } from './fit-hierarchy'
import { fitParams } from './params'
import { defaultsOf } from '../testing/defaults-of'
import { type Placing, placeRows } from './place-rows'
import { placingOf } from './train-clustering-models/placing-of'

const line = (...cells: readonly number[]) => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})
const none = { points: new Float64Array(0), labels: new Int32Array(0) }
const twoCenters: Placing = {
  clusterCenters: Float64Array.of(0, 10),
  nClusters: 2,
  shape: { kind: 'centers' },
  exceptions: none,
}

describe('placeRows(matrix, model)', () => {
  it('goes by the nearest centre, the first on a tie', () => {
    const placed = placeRows(line(1, 9, 5), twoCenters)
    expect([...placed.labels]).toEqual([0, 1, 0])
    expect([...placed.distances]).toEqual([1, 1, 5])
    expect([...placed.runnerUp]).toEqual([1, 0, 1])
    expect([...placed.runnerUpDistances]).toEqual([9, 9, 5])
  })

  it('a row that equals an exception goes where that one is; of noise it keeps the nearest', () => {
    const exceptions = { points: Float64Array.of(4, 11), labels: Int32Array.of(1, -1) }
    const placed = placeRows(line(4, 4.1, 11), { ...twoCenters, exceptions })
    expect([...placed.labels]).toEqual([1, 0, 1])
    expect([...placed.isNoise]).toEqual([0, 0, 1])
    expect(placed.distances[0]).toBe(6)
    expect(placed.runnerUp[0]).toBe(0)
  })

  it('goes by the nearest point that is within reach of enough of them, else it is noise', () => {
    const shape = {
      kind: 'points',
      points: Float64Array.of(0, 1, 10, 10.5),
      labels: Int32Array.of(0, 0, 1, 1),
      reaches: Float64Array.of(2, 1),
      nNeighbors: 2,
    } as const
    const placed = placeRows(line(1.5, 2.5, 10.2, 11.4), { ...twoCenters, shape })
    expect([...placed.labels]).toEqual([0, 0, 1, 1])
    expect([...placed.isNoise]).toEqual([0, 1, 0, 1])
  })
})

describe('placingOf(fitted, clusters, flagged)', () => {
  const rows = [0, 1, 2, 3, 9, 10, 11]
  const clusters = {
    clusterCenters: Float64Array.of(1.5, 10),
    nClusters: 2,
    labels: Int32Array.of(0, 0, 0, 1, 1, 1, 1),
    shape: { kind: 'centers' },
  } as const

  it('keeps the rows that the shape would place elsewhere, and those that were flagged', () => {
    const { exceptions } = placingOf(line(...rows), clusters, line(99))
    expect([...exceptions.points]).toEqual([3, 99])
    expect([...exceptions.labels]).toEqual([1, -1])
  })

  it('limits a small cluster by the members of all, a larger one by its own', () => {
    const { limits } = placingOf(line(...rows), clusters, line())
    expect(limits[0]).toBe(limits[1])
    const many = Array.from({ length: 101 }, (_, i) => i / 100)
    const labels = Int32Array.from([...many.map(() => 0), 1])
    const clusterCenters = Float64Array.of(0, 50)
    const two = placingOf(line(...many, 50), { ...clusters, clusterCenters, labels }, line())
    expect(two.limits[0]).toBeCloseTo(0.99, 12)
    expect(two.limits[1]).toBeCloseTo(0.9899, 9)
  })
})

describe('fitHierarchy(fitted, k, params)', () => {
  const params = { ...defaultsOf(fitParams), linkage: 'average' as const }

  it('never parts stores that are equal', () => {
    const fit = fitHierarchy(line(1, 1, 5, 5, 5), 4, params)
    expect(fit.nClusters).toBe(2)
    expect([...fit.clusterCenters]).toEqual([1, 5])
    expect(fit.inertia).toBe(0)
  })

  it('says which setting to change for more stores than a distance per pair is kept for', () => {
    const many = line(...Array.from({ length: 10_001 }, (_, i) => i))
    expect(() => fitHierarchy(many, 3, params)).toThrow(/compares every pair of 10001 stores/)
  })
})
