import { describe, expect, test } from 'vitest'
import { cos } from '../../src/math/elementary/sin-cos'
import { exp } from '../../src/math/elementary/exp'
import { log } from '../../src/math/elementary/log'
import { createRandom } from '../../src/math/random'
import { makeChain } from './made-chain.mjs'

const chance = { createRandom, exp, log, cos }
const numbers = Array.from({ length: 20 }, (_, number) => number)
const make = (kind: 'shares' | 'market', number: number) =>
  makeChain(chance, { kind, number, mostStores: 400 })
const cellsOf = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))

describe.each(['shares', 'market'] as const)('made chains of %s', (kind) => {
  const chains = numbers.map((number) => make(kind, number))

  test('are the same each time, and one differs from the next', () => {
    expect(make(kind, 3)).toEqual(chains[3])
    expect(new Set(chains.map(({ csv }) => csv)).size).toBe(chains.length)
  })

  test('have a group for each row of the file, 150 to as many stores as asked, 8 to 29 features', () => {
    for (const { csv, groups } of chains) {
      const [head, ...rows] = cellsOf(csv)
      expect(rows).toHaveLength(groups.length)
      expect(groups.length).toBeGreaterThanOrEqual(150)
      expect(groups.length).toBeLessThanOrEqual(400)
      expect(head.length - 1).toBeGreaterThanOrEqual(8)
      expect(head.length - 1).toBeLessThanOrEqual(29)
      expect(rows.every((row) => row.length === head.length)).toBe(true)
      expect(rows.flat().every((cell) => Number.isFinite(Number(cell)))).toBe(true)
    }
  })

  test('have 2 to 8 groups of unequal size, none too small to be found', () => {
    for (const { groups, nGroups } of chains) {
      const sizes = Array.from({ length: nGroups }, (_, group) =>
        groups.reduce((n, own) => n + (own === group ? 1 : 0), 0),
      )
      expect(nGroups).toBeGreaterThanOrEqual(2)
      expect(nGroups).toBeLessThanOrEqual(8)
      expect(sizes.reduce((sum, size) => sum + size)).toBe(groups.length)
      expect(sizes.every((size) => size >= 10)).toBe(true)
      expect(new Set(sizes).size).toBeGreaterThan(1)
    }
  })
})

test('the shares of a store add up to 100', () => {
  for (const [, ...shares] of cellsOf(make('shares', 1).csv).slice(1))
    expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBeCloseTo(100, 5)
})

test('the units of market data lie powers of ten apart', () => {
  const [, ...rows] = cellsOf(make('market', 1).csv)
  const middles = rows[0].slice(1).map((_, j) => {
    const sizes = rows.map((row) => Math.abs(Number(row[j + 1]))).sort((a, b) => a - b)
    return sizes[Math.floor(sizes.length / 2)]
  })
  const [least, ...others] = middles.sort((a, b) => a - b)
  expect(others[others.length - 1] / least).toBeGreaterThan(1e4)
})
