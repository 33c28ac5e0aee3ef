import { describe, expect, it } from 'vitest'
import { addRuns, createRunSums, findLabelRuns } from './label-runs'

const matrix = { X: Float64Array.of(0, 0, 1, 1, 0, 3, 4, 0, 6, 8), nSamples: 5, nFeatures: 2 }
const labelings = [Int32Array.of(0, 1, 0, -1, 1), Int32Array.of(1, 1, 1, 0, 1)]
const found = () => findLabelRuns(matrix, labelings)

describe('findLabelRuns(matrix, labelings)', () => {
  it('puts rows of equal labels in every labeling side by side, in their order', () => {
    expect(found()).toEqual({
      members: { X: Float64Array.of(4, 0, 0, 0, 0, 3, 1, 1, 6, 8), nSamples: 5, nFeatures: 2 },
      order: Int32Array.of(3, 0, 2, 1, 4),
      starts: Int32Array.of(0, 1, 3, 5),
      runLabels: [Int32Array.of(-1, 0, 1), Int32Array.of(0, 1, 1)],
      sizes: [Int32Array.of(2, 2), Int32Array.of(1, 4)],
    })
  })

  it('parts rows that only a later labeling parts', () => {
    const { order, starts } = findLabelRuns(matrix, [
      new Int32Array(5),
      Int32Array.of(2, 1, 2, 1, 0),
    ])
    expect([...order]).toEqual([4, 1, 3, 0, 2])
    expect([...starts]).toEqual([0, 1, 3, 5])
  })

  it('has no run without rows, and no size without a cluster', () => {
    const none = findLabelRuns({ X: new Float64Array(0), nSamples: 0, nFeatures: 2 }, [
      new Int32Array(0),
    ])
    expect([...none.starts]).toEqual([0])
    expect(none.sizes).toEqual([new Int32Array(0)])
    expect(findLabelRuns(matrix, [new Int32Array(5).fill(-1)]).sizes).toEqual([new Int32Array(0)])
  })
})

describe('createRunSums(runs) and addRuns(runSums, runLabels, out)', () => {
  it('sum the distances of a row to each run, and of the runs to each cluster', () => {
    const runs = found()
    const sumsTo = createRunSums(runs)
    const sums = sumsTo(Float64Array.of(0, 0))
    expect([...sums]).toEqual([4, 3, Math.SQRT2 + 10])
    const [first, second] = [new Float64Array(2).fill(9), new Float64Array(2).fill(9)]
    addRuns(sums, runs.runLabels[0], first)
    addRuns(sums, runs.runLabels[1], second)
    expect([...first]).toEqual([3, Math.SQRT2 + 10])
    expect([...second]).toEqual([4, 3 + (Math.SQRT2 + 10)])
    expect([...sumsTo(Float64Array.of(4, 0))].slice(0, 2)).toEqual([0, 4 + 5])
  })
})
