import { expect, test } from 'vitest'
import { countPairs } from './contingency'

test('countPairs(a, b) counts each pair of labels, -1 too', () => {
  const { n, cells, countsOfA, countsOfB } = countPairs(
    Int32Array.of(0, 0, 1, -1, 0),
    Int32Array.of(5, 6, 5, 5, 5),
  )
  expect(n).toBe(5)
  expect(cells).toEqual([
    { a: 0, b: 5, count: 2 },
    { a: 0, b: 6, count: 1 },
    { a: 1, b: 5, count: 1 },
    { a: -1, b: 5, count: 1 },
  ])
  expect([...countsOfA]).toEqual([
    [0, 3],
    [1, 1],
    [-1, 1],
  ])
  expect([...countsOfB]).toEqual([
    [5, 4],
    [6, 1],
  ])
})

test('countPairs(a, b) refuses labelings of different lengths', () => {
  expect(() => countPairs(new Int32Array(2), new Int32Array(3))).toThrow(
    new RangeError('Labelings of 2 and of 3 rows cannot be compared.'),
  )
})
