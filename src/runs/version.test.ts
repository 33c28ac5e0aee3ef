import { describe, expect, test } from 'vitest'
import type { Role } from '../assets/source'
import { createHasher } from '../files/digest'
import { toySource } from './testing/toy-run'
import { dataVersionOf, type Ingredients, sourceVersionOf } from './version'

const hash = await createHasher()

const made: Ingredients = {
  key: 'toy',
  partition: 'A',
  codeVersion: '1',
  params: { a: 1, b: [2] },
  sources: ['s1'],
  deps: {
    read: [[null, 'v1']],
    models: [
      ['A', 'v2'],
      ['B', 'v3'],
    ],
  },
  baseline: null,
  overrides: [],
}

describe('the version law', () => {
  test('a version is a SHA-256 and the same whenever the ingredients are', () => {
    expect(dataVersionOf(made, hash)).toMatch(/^[0-9a-f]{64}$/)
    expect(dataVersionOf({ ...made, params: { b: [2], a: 1 } }, hash)).toBe(
      dataVersionOf(made, hash),
    )
  })

  test.each<[string, Partial<Ingredients>]>([
    ['key', { key: 'other' }],
    ['partition', { partition: 'B' }],
    ['absence of a partition', { partition: null }],
    ['code version', { codeVersion: '2' }],
    ['a parameter', { params: { a: 1, b: [3] } }],
    ['a file', { sources: ['s2'] }],
    ['an upstream version', { deps: { ...made.deps, read: [[null, 'v9']] } }],
    ['the name of a dep', { deps: { raw: [[null, 'v1']], models: made.deps['models'] ?? [] } }],
    ['a partition of a fan-in', { deps: { ...made.deps, models: [['A', 'v2']] } }],
  ])('changes with the %s', (_name, change) => {
    expect(dataVersionOf({ ...made, ...change }, hash)).not.toBe(dataVersionOf(made, hash))
  })
})

describe('the version of a file', () => {
  const source = toySource(['A'])
  const { profile } = source

  test('does not depend on where the file lies or what it is called inside the page', () => {
    expect(sourceVersionOf({ ...source, id: 'other' }, hash)).toBe(sourceVersionOf(source, hash))
  })

  test('changes with the name of market data, whose columns may be called by it, and of no other', () => {
    const named = (name: string, role: Role) => sourceVersionOf({ ...source, name, role }, hash)
    expect(named('a.csv', 'external')).not.toBe(named('b.csv', 'external'))
    for (const role of ['sales', 'product_map', 'store_metrics'] as const)
      expect(named('a.csv', role)).toBe(named('b.csv', role))
  })

  test.each([
    ['bytes', { profile: { ...profile, digest: 'd2' } }],
    ['delimiter', { profile: { ...profile, options: { ...profile.options, delimiter: ';' } } }],
    ['column roles', { columns: { ...source.columns, store: 'category' } }],
    ['role', { role: 'external' as const }],
    [
      'type of a column',
      {
        profile: {
          ...profile,
          columns: profile.columns.map((c) => ({ ...c, type: 'date' as const })),
        },
      },
    ],
  ])('changes with the %s', (_name, change) => {
    expect(sourceVersionOf({ ...source, ...change }, hash)).not.toBe(sourceVersionOf(source, hash))
  })
})
