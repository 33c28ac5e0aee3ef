import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import { nearestRows } from './nearest-rows'
import { createRandom } from './random'

const line = (...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length,
  nFeatures: 1,
})

describe('nearestRows(matrix, nNeighbors)', () => {
  it('leaves the row itself out, the nearest first', () => {
    const { rows, distances } = nearestRows(line(0, 1, 3, 7), 2)
    expect([...rows]).toEqual([1, 2, 0, 2, 1, 0, 2, 1])
    expect([...distances]).toEqual([1, 3, 1, 2, 2, 3, 4, 6])
  })

  it('takes the lower of rows that are equally far, also of duplicates', () => {
    expect([...nearestRows(line(0, 1, -1, 1), 2).rows]).toEqual([1, 2, 3, 0, 0, 1, 1, 0])
  })

  it('gives at most all the others, and none where there is none', () => {
    expect(nearestRows(line(0, 1, 2), 10).nNeighbors).toBe(2)
    expect(nearestRows(line(5), 3)).toMatchObject({ nNeighbors: 0, rows: new Int32Array(0) })
    expect(nearestRows(line(), 3).nNeighbors).toBe(0)
  })

  it('is what sorting all distances gives, on random rows', () => {
    const random = createRandom(9)
    const X = Float64Array.from({ length: 60 * 3 }, () => Math.floor(random.next() * 4))
    const matrix = { X, nSamples: 60, nFeatures: 3 }
    const { rows } = nearestRows(matrix, 7)
    for (let i = 0; i < 60; i++) {
      const squared = (other: number) =>
        [0, 1, 2].reduce((sum, j) => sum + (X[i * 3 + j] - X[other * 3 + j]) ** 2, 0)
      const others = [...Array(60).keys()].filter((other) => other !== i)
      const sorted = others.sort((a, b) => squared(a) - squared(b) || a - b)
      expect([...rows.subarray(i * 7, (i + 1) * 7)]).toEqual(sorted.slice(0, 7))
    }
  })

  it('tells how many rows are done', () => {
    const done: number[] = []
    nearestRows(line(1, 2, 3), 1, (nDone) => done.push(nDone))
    expect(done).toEqual([1, 2, 3])
  })
})
