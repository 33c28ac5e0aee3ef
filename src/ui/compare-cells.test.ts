import { describe, expect, test } from 'vitest'
import { compareKeys, sortKey } from './compare-cells'

describe('the order of cells', () => {
  test('numbers by size, texts by code units', () => {
    expect([10, 9, 2].toSorted(compareKeys)).toEqual([2, 9, 10])
    expect(['b', 'B', 'a', '00123', '123'].toSorted(compareKeys)).toEqual([
      '00123',
      '123',
      'B',
      'a',
      'b',
    ])
  })

  test('a missing cell has no key, so that it stays last', () => {
    expect([null, NaN, 0, ''].map(sortKey)).toEqual([undefined, undefined, 0, ''])
  })
})
