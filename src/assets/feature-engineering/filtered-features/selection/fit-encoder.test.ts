import { expect, it } from 'vitest'
import { typeColumn } from '../../../testing/fixture-source'
import { fitEncoder } from './fit-encoder'

const columns = [
  typeColumn('size', ['S', 'L', '', 'S', 'M']),
  typeColumn('income', ['10', '', '30', '20', '900']),
]

it('one place a number, one a level of the training rows; they alone say what a missing cell is', () => {
  const { groups, encode } = fitEncoder(columns, Int32Array.of(0, 1, 2, 3))
  expect(groups).toEqual([Int32Array.of(0, 1), Int32Array.of(2)])
  const { X, nSamples, nFeatures } = encode(Int32Array.of(0, 1, 2, 4))
  expect([nSamples, nFeatures]).toEqual([4, 3])
  // Levels in the order of the column: S, L. M is new, the third cell is missing; 20 is the median.
  expect([...X]).toEqual([1, 0, 10, 0, 1, 20, 0, 0, 30, 0, 0, 900])
})

it('a column that no training row has takes a place and tells nothing', () => {
  const { encode } = fitEncoder(columns, Int32Array.of(1))
  expect([...encode(Int32Array.of(1, 0)).X]).toEqual([1, 0, 0, 10])
})
