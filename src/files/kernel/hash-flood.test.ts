import { describe, expect, it } from 'vitest'
import { createPairPlaces, slotOfPair } from './pair-places'
import { firstMultiplier, hashOfLong, hashOfShort } from './text-hash'
import { codeOfCell, createTextTable } from './text-table'

const n = 60_000
const anyInteger = (i: number) => Math.imul(i, 0x9e37_79b1)

/** A second word for every first one, so that all pairs have one hash while nothing has changed it. */
const meeting = (first: number) => Math.imul(first, firstMultiplier) ^ 12_345

const ofEight = Int32Array.from({ length: 2 * n }, (_, at) =>
  at % 2 === 0 ? at : meeting(at - 1) - 8,
)
/** What a hash is after its first word, and a second word that makes it the same for all. */
const afterFirst = (word: number) => {
  const next = Math.imul(12 ^ word, firstMultiplier)
  return next ^ (next >>> 15)
}
const ofTwelve = Int32Array.from({ length: 3 * n }, (_, at) =>
  at % 3 === 0 ? at : at % 3 === 1 ? afterFirst(at - 1) ^ 777 : 5,
)

/** Milliseconds to find all texts twice; their codes are looked at as well. */
function timeTexts(words: Int32Array, nBytes: number): number {
  const view = new DataView(words.buffer)
  const table = createTextTable()
  const start = performance.now()
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < n; i++)
      if (codeOfCell(table, view, nBytes * i, nBytes) !== i) throw new Error(`text ${i}`)
  return performance.now() - start
}

/** Milliseconds to keep a number for every pair, and to find it again. */
function timePairs(secondOf: (first: number) => number): number {
  const pairs = createPairPlaces()
  const start = performance.now()
  for (let i = 0; i < n; i++) {
    const at = slotOfPair(pairs, i, secondOf(i))
    pairs.slots[at + 2] = i + 1
  }
  for (let i = 0; i < n; i++) {
    const at = slotOfPair(pairs, i, secondOf(i))
    if (pairs.slots[at + 2] !== i + 1) throw new Error(`pair ${i}`)
  }
  return performance.now() - start
}

/** Without a guard 60,000 take thousands of times as long: each would be held against all others. */
const atMost = (ordinary: number) => 200 + 20 * ordinary

describe('F-75: ids that are made to have one hash', () => {
  it('have one hash', () => {
    const view = new DataView(ofTwelve.buffer)
    const firsts = Array.from({ length: n }, (_, i) => 2 * i)
    const short = firsts.map((i) => hashOfShort(firstMultiplier, ofEight[i], ofEight[i + 1] + 8))
    const long = firsts.map((_, i) => hashOfLong(firstMultiplier, view, 12 * i, 12))
    expect([new Set(short).size, new Set(long).size]).toEqual([1, 1])
  })

  it('take about as long as any others, up to eight bytes', () => {
    const others = Int32Array.from({ length: 2 * n }, (_, at) => anyInteger(at))
    expect(timeTexts(ofEight, 8)).toBeLessThan(atMost(timeTexts(others, 8)))
  })

  it('take about as long as any others, beyond eight bytes', () => {
    const others = Int32Array.from({ length: 3 * n }, (_, at) => anyInteger(at))
    expect(timeTexts(ofTwelve, 12)).toBeLessThan(atMost(timeTexts(others, 12)))
  })

  it('take about as long as any others, as pairs', () => {
    expect(timePairs(meeting)).toBeLessThan(atMost(timePairs(anyInteger)))
  })
})
