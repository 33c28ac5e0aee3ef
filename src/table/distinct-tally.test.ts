import { describe, expect, it } from 'vitest'
import { createDistinctTally } from './distinct-tally'
import { createThinSample } from './thin-sample'

describe('createDistinctTally(cap)', () => {
  it('counts exactly up to the cap, then says that there are at least so many', () => {
    const tally = createDistinctTally(3)
    for (const text of ['a', 'b', 'c', 'a']) tally.add(text)
    expect(tally.finish()).toMatchObject({ nDistinct: 3, distinctIsExact: true })
    tally.add('d')
    expect(tally.finish()).toMatchObject({ nDistinct: 3, distinctIsExact: false })
  })
})

describe('createThinSample(capacity)', () => {
  it('keeps everything below its capacity', () => {
    const sample = createThinSample(100)
    for (let i = 0; i < 100; i++) sample.add(i)
    expect(sample.read()).toEqual({
      values: Float64Array.from({ length: 100 }, (_, i) => i),
      stride: 1,
    })
  })

  it('keeps every k-th value beyond it, with k doubling', () => {
    const sample = createThinSample(100)
    for (let i = 0; i < 1000; i++) sample.add(i)
    const { values, stride } = sample.read()
    expect(stride).toBe(16)
    expect([...values]).toEqual(Array.from({ length: 63 }, (_, i) => i * 16))
  })

  it('has copies that go on by themselves', () => {
    const sample = createThinSample(10)
    sample.add(1)
    const copy = sample.copy()
    copy.add(2)
    expect(sample.read().values).toHaveLength(1)
    expect(copy.read().values).toHaveLength(2)
  })
})
