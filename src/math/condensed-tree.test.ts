import { describe, expect, it } from 'vitest'
import { condenseTree } from './condensed-tree'
import { dendrogramOf } from './dendrogram'

/** Joins of two rows each, or of the clusters that they are in, with their heights. */
const joined = (...merges: readonly (readonly [number, number, number])[]) =>
  dendrogramOf({
    left: Int32Array.from(merges, ([left]) => left),
    right: Int32Array.from(merges, ([, right]) => right),
    heights: Float64Array.from(merges, ([, , height]) => height),
  })

/** Rows 0, 1 and 2 are near each other, so are 3 and 4; 5 and 6 are far out. */
const seven = () => joined([0, 1, 1], [3, 4, 2], [0, 2, 4], [0, 3, 8], [0, 5, 16], [0, 6, 32])

describe('condenseTree(dendrogram, minClusterSize)', () => {
  it('begins two clusters where both sides are large enough, else lets the smaller one go', () => {
    expect(condenseTree(seven(), 2)).toEqual({
      parents: Int32Array.of(-1, 0, 0),
      births: Float64Array.of(Infinity, 8, 8),
      // Of 0: rows 6 and 5 leave, then two and three rows at once. Of 2: row 2, then 0 and 1.
      stabilities: Float64Array.of(
        1 / 32 + 1 / 16 + 5 / 8,
        2 * (1 / 2 - 1 / 8),
        1 / 4 - 1 / 8 + 2 * (1 - 1 / 8),
      ),
      clusterOf: Int32Array.of(2, 2, 2, 1, 1, 0, 0),
    })
  })

  it('counts rows that leave together once, and does not part them again', () => {
    expect(condenseTree(seven(), 3)).toEqual({
      parents: Int32Array.of(-1),
      births: Float64Array.of(Infinity),
      stabilities: Float64Array.of(1 / 32 + 1 / 16 + 2 / 8 + 1 / 4 + 2 / 4),
      clusterOf: new Int32Array(7),
    })
  })

  it('numbers a cluster that splits off a later one after it', () => {
    const pairs = joined([0, 1, 1], [2, 3, 1], [4, 5, 1], [0, 2, 2], [0, 4, 4])
    const { parents, births, clusterOf } = condenseTree(pairs, 2)
    expect([...parents]).toEqual([-1, 0, 0, 2, 2])
    expect([...births]).toEqual([Infinity, 4, 4, 2, 2])
    expect([...clusterOf]).toEqual([3, 3, 4, 4, 1, 1])
  })

  it('never parts rows that are equal', () => {
    const twins = joined([0, 1, 0], [2, 3, 0], [0, 2, 0])
    expect(condenseTree(twins, 2)).toMatchObject({
      parents: Int32Array.of(-1),
      stabilities: Float64Array.of(Infinity),
    })
    expect(condenseTree(joined([0, 1, 0], [2, 3, 0], [0, 2, 3]), 2).parents).toHaveLength(3)
  })
})
