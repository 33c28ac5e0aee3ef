import { describe, expect, it } from 'vitest'
import { bootstrapRows } from './bootstrap-rows'
import { createRandom } from './random'

describe('bootstrapRows(nSamples, random)', () => {
  it('draws about 63 % of the rows, ascending and each once', () => {
    const rows = bootstrapRows(10_000, createRandom(1))
    expect(rows.length / 10_000).toBeCloseTo(1 - 1 / Math.E, 1)
    expect(rows.every((row, at) => at === 0 || row > rows[at - 1])).toBe(true)
    expect(rows[rows.length - 1]).toBeLessThan(10_000)
  })

  it('is the same for the same random state and stream, another for another stream', () => {
    const draw = (stream: number) => bootstrapRows(50, createRandom(42, stream))
    expect(draw(3)).toEqual(draw(3))
    expect(draw(3)).not.toEqual(draw(4))
  })

  it('makes one draw a row and leaves out what none of them met', () => {
    const draws = [2, 0, 2, 1]
    const random = { next: () => 0, nextInt: () => draws.shift() ?? 0 }
    expect(bootstrapRows(3, random)).toEqual(Int32Array.of(0, 2))
    expect(draws).toEqual([1])
  })

  it('takes the only row of one, and none of none', () => {
    expect(bootstrapRows(1, createRandom(1))).toEqual(Int32Array.of(0))
    expect(bootstrapRows(0, createRandom(1))).toEqual(Int32Array.of())
  })
})
