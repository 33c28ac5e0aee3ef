import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denseRanks } from './dense-ranks'

describe('denseRanks(matrix)', () => {
  it('give every cell back, and order cells as their values do', () => {
    const cells = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 30 })
    fc.assert(
      fc.property(cells, (given) => {
        const matrix = { X: Float64Array.from(given), nSamples: given.length, nFeatures: 1 }
        const { ranks, values } = denseRanks(matrix)
        given.forEach((cell, row) => expect(values[0][ranks[row]] === cell).toBe(true))
        expect(new Set(ranks).size).toBe(values[0].length)
        values[0].forEach((value, i) => expect(i === 0 || value > values[0][i - 1]).toBe(true))
      }),
    )
  })

  it('go column by column', () => {
    const X = Float64Array.of(5, 1, 3, 1, 5, 0, 9, 1)
    const { ranks, values } = denseRanks({ X, nSamples: 4, nFeatures: 2 })
    expect(ranks).toEqual(Int32Array.of(1, 0, 1, 2, 1, 1, 0, 1))
    expect(values).toEqual([Float64Array.of(3, 5, 9), Float64Array.of(0, 1)])
  })

  it('refuse a cell that is not finite, by its place', () => {
    const X = Float64Array.of(5, 1, 3, Infinity)
    expect(() => denseRanks({ X, nSamples: 2, nFeatures: 2 })).toThrow('row 1, column 1')
  })
})
