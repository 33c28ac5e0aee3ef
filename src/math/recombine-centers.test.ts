import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import { recombineCenters } from './recombine-centers'

/** Random numbers as given; notes from how many each integer was drawn. */
function scripted(integers: readonly number[], number: number) {
  const asked: number[] = []
  const random = { next: () => number, nextInt: (n: number) => integers[asked.push(n) - 1] }
  return { random, asked }
}

/** 0, 1, 2 and 5 away from the origin, squared. */
const matrix: Matrix = { X: Float64Array.of(0, 0, 1, 0, 1, 1, 1, 2), nSamples: 4, nFeatures: 2 }

describe('recombineCenters(matrix, one, other, random)', () => {
  it('takes one centre of each pair of near ones', () => {
    const one = Float64Array.of(0, 0, 10, 0, 20, 0)
    const other = Float64Array.of(21, 1, 1, 1, 11, 1)
    const { random, asked } = scripted([0, 1, 1, 0], 0)
    // The first is given up: row 0 is far from the two others.
    expect([...recombineCenters(matrix, one, other, random)]).toEqual([0, 0, 11, 1, 21, 1])
    expect(asked).toEqual([2, 2, 2, 3])
    expect([...one]).toEqual([0, 0, 10, 0, 20, 0])
    const turned = scripted([1, 0, 0, 2], 0)
    expect([...recombineCenters(matrix, one, other, turned.random)]).toEqual([1, 1, 10, 0, 0, 0])
  })

  it.each([
    [0, [1, 0]],
    [0.124, [1, 0]],
    [0.125, [1, 1]],
    [0.374, [1, 1]],
    [0.375, [1, 2]],
    [0.999, [1, 2]],
  ])('gives a centre up for a row drawn in proportion to its squared distance (%d)', (at, row) => {
    const own = Float64Array.of(0, 0, 9, 9)
    const { random, asked } = scripted([1], at)
    expect([...recombineCenters(matrix, own, own, random)]).toEqual([0, 0, ...row])
    expect(asked).toEqual([2])
  })

  it('measures to the nearest of the centres that stay', () => {
    // Squared: 0, 1, 1 and 0.
    const own = Float64Array.of(0, 0, 1, 2, 9, 9)
    const rowAt = (number: number) =>
      [...recombineCenters(matrix, own, own, scripted([2], number).random)].slice(4)
    expect([rowAt(0), rowAt(0.49), rowAt(0.5), rowAt(0.99)]).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1],
    ])
  })

  it('takes the last row where every row lies on a centre', () => {
    const rows: Matrix = { X: Float64Array.of(3, 3, 4), nSamples: 3, nFeatures: 1 }
    const own = Float64Array.of(3, 4, 8)
    expect([...recombineCenters(rows, own, own, scripted([2], 0.5).random)]).toEqual([3, 4, 4])
  })
})
