import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reachabilityTree } from './reachability-tree'

type Rows = readonly (readonly number[])[]

const treeOf = (rows: Rows, cores: readonly number[]) => {
  const X = Float64Array.from(rows.flat())
  const matrix = { X, nSamples: rows.length, nFeatures: rows[0]?.length ?? 2 }
  return reachabilityTree(matrix, Float64Array.from(cores))
}
const reachOf = (rows: Rows, cores: readonly number[], a: number, b: number) => {
  const squared = rows[a].reduce((sum, value, j) => sum + (value - rows[b][j]) ** 2, 0)
  return Math.max(cores[a], cores[b], Math.sqrt(squared))
}

/** Kruskal's algorithm: the shortest edge that joins two parts, again and again. */
function leastHeights(rows: Rows, cores: readonly number[]): number[] {
  const pairs = rows.flatMap((_, a) => rows.slice(0, a).map((__, b) => ({ a, b })))
  const reach = ({ a, b }: { a: number; b: number }) => reachOf(rows, cores, a, b)
  const parts = rows.map((_, i) => i)
  return pairs
    .toSorted((p, q) => reach(p) - reach(q))
    .filter(({ a, b }) => {
      const [gone, into] = [parts[a], parts[b]]
      parts.forEach((part, i) => part === gone && (parts[i] = into))
      return gone !== into
    })
    .map(reach)
}

describe('reachabilityTree(matrix, coreDistances)', () => {
  it('joins all rows by the least mutual reachability, from row 0 on', () => {
    const cell = fc.integer({ min: -4, max: 4 })
    const row = fc.record({ at: fc.tuple(cell, cell), core: fc.nat({ max: 4 }) })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), (made) => {
        const rows = made.map(({ at }) => at)
        const cores = made.map(({ core }) => core)
        const { left, right, heights } = treeOf(rows, cores)
        expect([...heights].sort((a, b) => a - b)).toEqual(leastHeights(rows, cores))
        heights.forEach((height, edge) => {
          expect(height).toBe(reachOf(rows, cores, left[edge], right[edge]))
          expect([0, ...right.slice(0, edge)]).toContain(left[edge])
        })
        expect(new Set([0, ...right]).size).toBe(Math.max(1, rows.length))
      }),
    )
  })

  it('goes on to the lowest of the rows that are equally near, from the first that reached it', () => {
    const cross = [
      [0, 0],
      [3, 0],
      [0, 3],
      [3, 3],
    ]
    const { left, right } = treeOf(cross, [0, 0, 0, 0])
    expect([...right]).toEqual([1, 2, 3])
    expect([...left]).toEqual([0, 0, 1])
    expect([
      ...treeOf(
        [
          [0, 0],
          [2, 0],
          [1, 2],
        ],
        [0, 0, 0],
      ).left,
    ]).toEqual([0, 0])
  })

  it('of no rows, or one, has no edge', () => {
    expect(treeOf([], []).heights).toHaveLength(0)
    expect(treeOf([[1, 2]], [0]).heights).toHaveLength(0)
  })
})
