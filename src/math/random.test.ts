import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from './random'

const draw = (randomState: number, stream?: number) => {
  const random = createRandom(randomState, stream)
  return Array.from({ length: 20 }, () => random.next())
}

describe('createRandom(randomState, stream)', () => {
  it('gives the same numbers for the same state and stream, on every machine', () => {
    expect(draw(42, 3)).toEqual(draw(42, 3))
    expect(draw(42)).toEqual(draw(42, 0))
    expect(draw(-0, -0)).toEqual(draw(0, 0))
    expect(draw(42).slice(0, 2)).toEqual([0.23952157692953746, 0.29544986366849035])
  })

  it('gives different numbers for any other state or stream', () => {
    const number = fc.integer()
    fc.assert(
      fc.property(number, number, number, number, (stateA, streamA, stateB, streamB) => {
        fc.pre(stateA !== stateB || streamA !== streamB)
        expect(draw(stateA, streamA)).not.toEqual(draw(stateB, streamB))
      }),
    )
  })

  it('next() is in [0, 1), with mean 1/2 also over the first numbers of many streams', () => {
    let sum = 0
    for (let stream = 0; stream < 10_000; stream++) {
      const value = createRandom(0, stream).next()
      expect(value >= 0 && value < 1).toBe(true)
      sum += value
    }
    expect(sum / 10_000).toBeCloseTo(0.5, 1)
  })

  it('neighbouring streams are not correlated', () => {
    const n = 5000
    const a = createRandom(7, 0)
    const b = createRandom(7, 1)
    let sum = 0
    for (let i = 0; i < n; i++) sum += (a.next() - 0.5) * (b.next() - 0.5)
    expect(Math.abs((12 * sum) / n)).toBeLessThan(4 / Math.sqrt(n))
  })

  it('nextInt(n) draws each of 0 .. n - 1 about equally often', () => {
    const random = createRandom(1)
    const counts = new Int32Array(7)
    for (let i = 0; i < 7000; i++) counts[random.nextInt(7)]++
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150)
    expect(random.nextInt(1)).toBe(0)
  })
})
