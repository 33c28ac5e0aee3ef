import { describe, expect, it } from 'vitest'
import { createPairPlaces, slotOfPair, valueAt } from './pair-places'
import { addKey, createProductTable, placeOfKey } from './product-table'
import { firstMultiplier, hashOfLong, hashOfShort, maxSearch } from './text-hash'
import { codeOfCell, createTextTable } from './text-table'

const n = 5000
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

/** A table of all texts; each is looked for once more. */
function tableOf(words: Int32Array, nBytes: number) {
  const view = new DataView(words.buffer)
  const table = createTextTable()
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < n; i++) expect(codeOfCell(table, view, nBytes * i, nBytes)).toBe(i)
  return table
}

/** A number for every pair; each is looked for once more. */
function placesOf(secondOf: (first: number) => number) {
  const pairs = createPairPlaces()
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < n; i++) {
      const at = slotOfPair(pairs, i, secondOf(i)) + valueAt
      expect(pairs.slots[at]).toBe(round === 0 ? 0 : i + 1)
      pairs.slots[at] = i + 1
    }
  return pairs
}

/** The place of every key; each is looked for once more. */
function productsOf(secondOf: (first: number) => number) {
  const table = createProductTable()
  for (let i = 0; i < n; i++) {
    expect(placeOfKey(table, i, secondOf(i))).toBe(-1)
    expect(addKey(table, i, secondOf(i))).toBe(i)
  }
  for (let i = 0; i < n; i++) expect(placeOfKey(table, i, secondOf(i))).toBe(i)
  return table
}

/** No search passes more slots than these: the longest run of them that are taken. */
function longestRun({ slots }: { readonly slots: Int32Array }, slotSize: number): number {
  let longest = 0
  let run = 0
  for (let at = 0; at < slots.length; at += slotSize) {
    run = slots[at] === 0 ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}

describe('F-75: ids that are made to have one hash', () => {
  it('have one hash', () => {
    const view = new DataView(ofTwelve.buffer)
    const firsts = Array.from({ length: n }, (_, i) => 2 * i)
    const short = firsts.map((i) => hashOfShort(firstMultiplier, ofEight[i], ofEight[i + 1] + 8))
    const long = firsts.map((_, i) => hashOfLong(firstMultiplier, view, 12 * i, 12))
    expect([new Set(short).size, new Set(long).size]).toEqual([1, 1])
  })

  it.each([
    ['texts up to eight bytes', 4, () => tableOf(ofEight, 8)],
    ['texts beyond eight bytes', 4, () => tableOf(ofTwelve, 12)],
    ['pairs', 4, () => placesOf(meeting)],
    ['products of a category', 1, () => productsOf(meeting)],
  ])('change the hash, after which no search is long: %s', (_, slotSize, made) => {
    const table = made()
    expect(table.multiplier).not.toBe(firstMultiplier)
    expect(longestRun(table, slotSize)).toBeLessThan(maxSearch)
  })

  it('of ordinary ids the hash stays', () => {
    const eight = Int32Array.from({ length: 2 * n }, (_, at) => anyInteger(at))
    const twelve = Int32Array.from({ length: 3 * n }, (_, at) => anyInteger(at))
    const tables = [
      tableOf(eight, 8),
      tableOf(twelve, 12),
      placesOf(anyInteger),
      productsOf(anyInteger),
    ]
    for (const { multiplier } of tables) expect(multiplier).toBe(firstMultiplier)
  })
})
