import { describe, expect, it } from 'vitest'
import { createRandom } from './random'
import { sampleRows } from './sample-rows'

describe('sampleRows(nSamples, size, random)', () => {
  it('takes that many rows, each once, ascending', () => {
    const rows = sampleRows(1000, 100, createRandom(1))
    expect(rows).toHaveLength(100)
    expect(rows.every((row, at) => at === 0 || row > rows[at - 1])).toBe(true)
    expect(rows[99]).toBeLessThan(1000)
  })

  it('takes each row equally often', () => {
    const counts = new Int32Array(10)
    for (let seed = 0; seed < 4000; seed++)
      for (const row of sampleRows(10, 3, createRandom(seed))) counts[row]++
    for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(150)
  })

  it('takes the first of two where the number is under one half, else the second', () => {
    const takenAt = (number: number) => {
      const random = { next: () => number, nextInt: () => 0 }
      return [...sampleRows(2, 1, random)]
    }
    expect(takenAt(0.49)).toEqual([0])
    expect(takenAt(0.5)).toEqual([1])
  })

  it('takes all rows of too few, and none of none', () => {
    expect(sampleRows(3, 5, createRandom(1))).toEqual(Int32Array.of(0, 1, 2))
    expect(sampleRows(0, 5, createRandom(1))).toEqual(Int32Array.of())
  })
})
