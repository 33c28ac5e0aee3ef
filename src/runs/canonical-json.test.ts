import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'

/** What JSON keeps as it is: -0 is written as 0, and a `__proto__` key is an own property or nothing. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))

describe('canonicalJson', () => {
  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })

  test('does not depend on the order of keys', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), {
      selector: ([key]) => key,
    })
    fc.assert(
      fc.property(entries, (pairs) => {
        const there = canonicalJson(Object.fromEntries(pairs))
        expect(canonicalJson(Object.fromEntries(pairs.toReversed()))).toBe(there)
      }),
    )
  })

  test('gives different texts to different values', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(
          JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)),
        )
      }),
    )
  })

  test.each([
    ['NaN', NaN],
    ['an infinity', -Infinity],
    ['-0', -0],
    ['undefined', undefined],
    ['a hole', [1, , 2]], // oxlint-disable-line no-sparse-arrays -- the hole is the point
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a Map', new Map()],
    ['a typed array', new Float64Array(2)],
  ])('rejects %s, and says where', (_name, value) => {
    expect(() => canonicalJson({ deep: [value] })).toThrow(/^\$\.deep\[0\]/)
  })

  test('sorts keys by code units', () => {
    expect(canonicalJson({ ä: 1, b: 2, B: 3, a: 4 })).toBe('{"B":3,"a":4,"b":2,"ä":1}')
  })
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, sorted(member), 'member'])
    .concat([['object', null, '']])
}
