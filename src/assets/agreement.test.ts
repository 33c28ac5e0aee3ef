import { describe, expect, it } from 'vitest'
import { agreementOf, crossLabels, pairByOverlap } from './agreement'

const letters = (text: string) => text.split('')
const cross = (before: string, after: string) =>
  crossLabels(letters(before), letters(after), {
    rows: [...new Set(letters(before))].sort(),
    columns: [...new Set(letters(after))].sort(),
  })

describe('two labelings of the same stores', () => {
  it('are counted from row to column, also where a label has no common store', () => {
    const { counts } = crossLabels(['a', 'a', 'b'], ['x', 'y', 'y'], {
      rows: ['a', 'b', 'c'],
      columns: ['x', 'y', 'z'],
    })
    expect(counts).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 0],
    ])
  })

  it('agree wholly under other names, and by the known figure otherwise', () => {
    expect(agreementOf(letters('aabbc'), letters('xxyyz'))).toBe(1)
    // scikit-learn's example: adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1])
    expect(agreementOf(letters('aabc'), letters('xxyy'))).toBeCloseTo(0.5714285714285715, 12)
    expect(() => agreementOf(['a'], [])).toThrow(RangeError)
  })

  it('are paired for the most common stores in all, not cluster by cluster', () => {
    // Taken greedily a would get x (5) and b nothing (0): 5 stores. Together they can have 4 + 4.
    const { rows, columns } = { rows: ['a', 'b'], columns: ['x', 'y'] }
    const counts = [
      [5, 4],
      [4, 0],
    ]
    expect(pairByOverlap({ rows, columns, counts })).toEqual([
      ['a', 'y'],
      ['b', 'x'],
    ])
  })

  it('leave a cluster alone that shares no store, and the smaller parts of a split', () => {
    expect(pairByOverlap(cross('aaaaabb', 'xxxyyzz'))).toEqual([
      ['a', 'x'],
      ['b', 'z'],
    ])
    expect(pairByOverlap({ rows: ['a'], columns: ['x'], counts: [[0]] })).toEqual([])
    expect(pairByOverlap({ rows: [], columns: ['x'], counts: [] })).toEqual([])
  })
})
