import { describe, expect, it } from 'vitest'
import { confusionMatrix } from './confusion-matrix'

const of = (actual: readonly number[], predicted: readonly number[], nClasses: number) => [
  ...confusionMatrix(Int32Array.from(actual), Int32Array.from(predicted), nClasses),
]

describe('confusionMatrix(actual, predicted, nClasses)', () => {
  it('counts rows by their true class, columns by the predicted one', () => {
    expect(of([0, 0, 1, 1, 1, 2], [0, 1, 1, 1, 0, 2], 3)).toEqual([1, 1, 0, 1, 2, 0, 0, 0, 1])
  })

  it('leaves out rows without a class, and holds classes that no row has', () => {
    expect(of([0, -1, 1], [0, 1, -1], 3)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(of([], [], 2)).toEqual([0, 0, 0, 0])
  })

  it('asks nothing of the other label of a row without a class', () => {
    expect(of([-1, 0], [7, 0], 1)).toEqual([1])
    expect(of([7, 0], [-1, 0], 1)).toEqual([1])
  })

  it('refuses labels that do not line up, and a class that is not there', () => {
    expect(() => of([0], [0, 1], 2)).toThrow(new RangeError('1 labels cannot be laid over 2.'))
    expect(() => of([0, 0], [1, 2], 2)).toThrow('Row 1 has a class that is not under 2.')
    expect(() => of([2], [0], 2)).toThrow('Row 0 has a class that is not under 2.')
  })
})
