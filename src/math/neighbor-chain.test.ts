import { describe, expect, it } from 'vitest'
import { joinByNeighborChain } from './neighbor-chain'
import { createPairClusters } from './pair-clusters'

/** Complete linkage of cells on a line. */
function joined(...cells: number[]) {
  const matrix = { X: Float64Array.from(cells), nSamples: cells.length, nFeatures: 1 }
  const { left, right, heights } = joinByNeighborChain(
    cells.length,
    createPairClusters(matrix, 'complete'),
  )
  return [...heights].map((height, m) => [left[m], right[m], height])
}

describe('joinByNeighborChain(nSamples, pool)', () => {
  it('goes on to the nearest until two are nearest to each other, and then from there', () => {
    // 0 to 1, 1 to 2 and back: they join. The chain goes on at 0.
    expect(joined(0, 10, 11, 30)).toEqual([
      [1, 2, 1],
      [0, 2, 11],
      [2, 3, 30],
    ])
    // 0 to 1 to 2 to 3 and back: the chain goes on at 1, which is nearer to both than to 0.
    expect(joined(0, 10, 15, 16)).toEqual([
      [2, 3, 1],
      [1, 3, 6],
      [0, 3, 16],
    ])
  })

  it('names the lower number first, which is gone, whichever the chain met first', () => {
    // From 0 to 3, to 2 and back.
    expect(joined(0, 20, 5, 4)).toEqual([
      [2, 3, 1],
      [0, 3, 5],
      [1, 3, 20],
    ])
  })

  it('of equally near ones goes back first, else to the lowest', () => {
    expect(joined(0, 1, -1)[0]).toEqual([0, 1, 1])
    // From 0 to 3 to 2, which is as near to 1 as to 3.
    expect(joined(-1.5, 2, 1, 0)[0]).toEqual([2, 3, 1])
    // Not where it is farther.
    expect(joined(-10, 1, 0, -4)[0]).toEqual([1, 2, 1])
  })

  it('joins all where every distance is out of range', () => {
    const pool = {
      measure: (_: number, alive: Int32Array, out: Float64Array) => {
        out.fill(Infinity, 0, alive.length)
      },
      join: () => {},
      heightOf: (apart: number) => apart,
    }
    const { left, right, heights } = joinByNeighborChain(3, pool)
    expect([...left, ...right]).toEqual([0, 1, 1, 2])
    expect([...heights]).toEqual([Infinity, Infinity])
  })

  it('has nothing to join for one row or none', () => {
    expect(joined(7)).toEqual([])
    expect(joined()).toEqual([])
  })

  it('tells the pool which are left', () => {
    const seen: (readonly number[])[] = []
    const pool = {
      measure: (from: number, alive: Int32Array, out: Float64Array) =>
        alive.forEach((other, at) => (out[at] = Math.abs(other - from))),
      join: (gone: number, into: number, alive: Int32Array) => seen.push([gone, into, ...alive]),
      heightOf: (apart: number) => 2 * apart,
    }
    expect([...joinByNeighborChain(4, pool).heights]).toEqual([2, 2, 2])
    expect(seen).toEqual([
      [0, 1, 1, 2, 3],
      [1, 2, 2, 3],
      [2, 3, 3],
    ])
  })
})
