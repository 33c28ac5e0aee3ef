import { describe, expect, it } from 'vitest'
import { levelLimitOf } from './column-profile'
import { createDistinctTally } from './distinct-tally'
import { createThinSample } from './thin-sample'

describe('createDistinctTally(cap)', () => {
  it('counts exactly up to the cap, then says that there are at least so many', () => {
    const tally = createDistinctTally(3)
    for (const text of ['a', 'b', 'c', 'a']) tally.add(text)
    expect(tally.finish(levelLimitOf('text', null))).toMatchObject({
      nDistinct: 3,
      distinctIsExact: true,
    })
    tally.add('d')
    expect(tally.finish(levelLimitOf('text', null))).toMatchObject({
      nDistinct: 3,
      distinctIsExact: false,
    })
  })

  const range = { min: 0, median: 0, max: 0, isInteger: true, decimals: 0 }
  it.each([
    ['ids of text', 20_000, 'S', levelLimitOf('text', null), true],
    ['one id too many', 20_001, 'S', levelLimitOf('text', null), false],
    ['ids of digits', 20_000, '', levelLimitOf('number', range), true],
    ['long texts', 2001, 'x'.repeat(200), levelLimitOf('text', null), false],
    ['few long texts', 2000, 'x'.repeat(999), levelLimitOf('text', null), true],
    [
      'numbers with decimals',
      2001,
      '0.',
      levelLimitOf('number', { ...range, isInteger: false }),
      false,
    ],
    ['dates', 2001, '', levelLimitOf('date', null), false],
  ])(
    'keeps every level of %s, or says that they are not complete',
    (...[, n, start, limit, isComplete]) => {
      const tally = createDistinctTally()
      for (let i = 0; i < n; i++) tally.add(`${start}${i}`)
      const { levels, levelsAreComplete, nDistinct } = tally.finish(limit)
      expect([nDistinct, levelsAreComplete]).toEqual([n, isComplete])
      expect(levels).toHaveLength(isComplete ? n : 20)
    },
  )
})

describe('createThinSample(capacity)', () => {
  it('keeps everything below its capacity', () => {
    const sample = createThinSample(100)
    for (let i = 0; i < 100; i++) sample.add(i)
    expect(sample.read()).toEqual({
      values: Float64Array.from({ length: 100 }, (_, i) => i),
      stride: 1,
      seen: 100,
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
