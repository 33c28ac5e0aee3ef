import { describe, expect, test } from 'vitest'
import { countBin, indexBin, indexEdges, zBin } from './scales'

describe('heat scales', () => {
  test('an index lies in the middle bin around 100, at the ends beyond 35 and 285', () => {
    expect([0, 33, 35, 100, 108.5, 284, 285, 324].map(indexBin)).toEqual([0, 0, 1, 4, 5, 7, 8, 8])
  })

  test('edges rise', () => {
    expect(indexEdges.toSorted((a, b) => a - b)).toEqual(indexEdges)
  })

  test('a z-score of zero is in the middle and the scale is even', () => {
    for (const z of [0.1, 0.3, 0.7, 1.2, 3]) expect(zBin(z) + zBin(-z)).toBe(8)
  })

  test('only nothing is in the first bin of counts, only the largest share in the last', () => {
    expect([0, 1, 50, 100].map((value) => countBin(value, 100))).toEqual([0, 1, 3, 5])
    expect(countBin(0, 0)).toBe(0)
  })
})
