import { describe, expect, it } from 'vitest'
import { growTree, maxNodesOf } from './isolation-tree'
import type { Matrix } from './matrix'
import type { Random } from './random'

/** Always the first of the columns that are left, and these shares one after the other. */
function scripted(...shares: number[]): Random & { readonly asked: number[] } {
  const asked: number[] = []
  let drawn = 0
  return {
    asked,
    next: () => shares[drawn++ % shares.length],
    nextInt: (n) => {
      asked.push(n)
      return 0
    },
  }
}

const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})

/** The nodes of a tree over all rows, from node `from` on. */
function grow(matrix: Matrix, random: Random, from = 0) {
  const most = from + maxNodesOf(matrix.nSamples)
  const nodes = {
    feature: new Int32Array(most).fill(-1),
    value: new Float64Array(most),
    left: new Int32Array(most),
  }
  const rows = Int32Array.from({ length: matrix.nSamples }, (_, i) => i)
  const nNodes = growTree(matrix, rows, { random, nodes, nNodes: from })
  const cut = (values: Int32Array | Float64Array) => Array.from(values.subarray(from, nNodes))
  return {
    nNodes,
    feature: cut(nodes.feature),
    value: cut(nodes.value),
    left: cut(nodes.left),
    rows: [...rows],
  }
}

describe('growTree(matrix, rows, growth)', () => {
  it('splits at the drawn share of the range, rows at the threshold to the left', () => {
    const tree = grow(matrixOf(1, 10, 0, 6, 4), scripted(0.25, 0.4))
    // 0 .. 10 at 2.5: the row of 0 | 10, 6, 4; then 4 .. 10 at 6.4: 6, 4 | 10.
    expect(tree.feature).toEqual([0, -1, 0, -1, -1])
    expect(tree.value[0]).toBe(2.5)
    expect(tree.value[2]).toBeCloseTo(6.4, 12)
    expect(tree.left).toEqual([1, 0, 3, 0, 0])
    expect(tree.nNodes).toBe(5)
    expect(tree.rows).toEqual([1, 2, 3, 0])
    expect(grow(matrixOf(1, 0, 5, 10), scripted(0.5)).rows).toEqual([0, 1, 2])
  })

  it('says at a leaf how deep a row would lie in it: its depth and the mean of a tree of its rows', () => {
    const tree = grow(matrixOf(1, 10, 0, 6, 4), scripted(0.25, 0.4))
    expect([tree.value[1], tree.value[3], tree.value[4]]).toEqual([1, 2 + 1, 2])
  })

  it.each([
    [1, 1],
    [2, 3],
    [3, 5],
    [4, 5],
    [5, 7],
    [8, 7],
    [9, 9],
  ])('of %i rows that come off one by one ends at ceil(log2(rows)): %i nodes', (n, nNodes) => {
    const cells = Array.from({ length: n }, (_, i) => 2 ** (4 * i))
    expect(grow(matrixOf(1, ...cells), scripted(0.9)).nNodes).toBe(nNodes)
  })

  it('appends to the nodes that there are', () => {
    const tree = grow(matrixOf(1, 1, 2), scripted(0.5), 4)
    expect(tree.nNodes).toBe(7)
    expect(tree.left[0]).toBe(5)
    expect(tree.value).toEqual([1.5, 1, 1])
  })

  it('draws columns without replacement until one varies, also the last that is left', () => {
    const random = scripted(0.5)
    const tree = grow(matrixOf(3, 7, 1, 2, 7, 5, 2), random)
    // The first, then the last in its place, then the second.
    expect(random.asked).toEqual([3, 2, 1])
    expect(tree.feature).toEqual([1, -1, -1])
    expect(tree.value).toEqual([3, 1, 1])
    const same = scripted(0.5)
    expect(grow(matrixOf(2, 7, 2, 7, 2), same).nNodes).toBe(1)
    expect(same.asked).toEqual([2, 1])
  })

  it('has every column at hand again at the next node', () => {
    const random = scripted(0.5)
    const tree = grow(matrixOf(2, 0, 3, 1, 4, 10, 5, 11, 6), random)
    expect(tree.feature).toEqual([0, 1, 0, -1, -1, -1, -1])
    expect(tree.value.slice(0, 3)).toEqual([5.5, 3.5, 10.5])
    expect(random.asked).toEqual([2, 2, 2])
  })

  it('draws nothing for a single row, and no threshold where the rows are the same', () => {
    const random = scripted(0.5)
    expect(grow(matrixOf(2, 7, 2), random).value).toEqual([0])
    expect(random.asked).toEqual([])
  })

  it('puts at least one row on each side where the threshold rounds to an end', () => {
    const [low, high] = [1, 1 + Number.EPSILON]
    for (const share of [0, 0.4, 0.6, 1 - Number.EPSILON / 2])
      expect(grow(matrixOf(1, low, high), scripted(share)).value, String(share)).toEqual([1, 1, 1])
    expect(grow(matrixOf(1, 0.1, 0.3), scripted(0)).value[0]).toBe(0.1)
    // Nine tenths of the smallest double are the smallest double.
    expect(grow(matrixOf(1, 0, 5e-324), scripted(0.9)).value).toEqual([0, 1, 1])
  })
})

describe('maxNodesOf(nRows)', () => {
  it('is the number of nodes with a leaf for each row', () => {
    expect(maxNodesOf(1)).toBe(1)
    expect(maxNodesOf(4)).toBe(7)
  })
})
