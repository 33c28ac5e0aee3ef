import { expect, test } from 'vitest'
import { evidenceTable } from './evidence-table.mjs'
import { isBelow, pairedRows } from './paired-rows.mjs'

const chains = [
  { name: 'a', kind: 'shares', nGroups: 3 },
  { name: 'b', kind: 'shares', nGroups: 4 },
] as const
const answer = (chain: string, k: number, ari: number, seed = 42) => ({
  chain,
  seed,
  preparation: 'recommended',
  rule: 'silhouette' as const,
  k,
  ari,
})
const ours = [answer('a', 3, 1), answer('b', 2, 0.5)]

test('a row tells how often k was found, the mean index and its standard error', () => {
  const [row] = pairedRows(chains, ours, null)
  expect(row).toMatchObject({ nChains: 2, ours: { kFound: 0.5, ari: { mean: 0.75, error: 0.25 } } })
})

test('differences are taken chain by chain, whatever order the others answer in', () => {
  const theirs = [answer('b', 4, 0.6), answer('a', 3, 0.7)]
  const [row] = pairedRows(chains, ours, theirs)
  expect(row.theirs?.kFound).toBe(1)
  expect(row.difference?.mean).toBeCloseTo(0.1, 12)
  expect(row.difference?.error).toBeCloseTo(0.2, 12)
})

test('a chain that was answered with two seeds counts once, with their mean', () => {
  const [row] = pairedRows(chains, [...ours, answer('a', 2, 0.6, 43)], null)
  expect(row).toMatchObject({ nChains: 2, ours: { kFound: 0.25 } })
  expect(row.ours.ari.mean).toBeCloseTo(0.65, 12)
  expect(row.ours.ari.error).toBeCloseTo(0.15, 12)
})

test('a chain without a partner is no pair', () => {
  expect(() => pairedRows(chains, ours, [answer('a', 3, 1)])).toThrow('no answer for b')
})

test.each([
  ['0.03 lower', 0.03, true],
  ['0.01 lower', 0.01, false],
  ['as good', 0, false],
  ['no number', NaN, true],
])('a mean that is %s than theirs: below is %s', (_, less, isWorse) => {
  const theirs = ours.map((own) => ({ ...own, ari: own.ari + less }))
  const rows = pairedRows(chains, ours, theirs)
  expect(isBelow(rows[0])).toBe(isWorse)
  expect(evidenceTable(rows).includes('below')).toBe(isWorse)
})

test('without scikit-learn there are our columns only, and nothing is below', () => {
  const rows = pairedRows(chains, ours, null)
  expect(isBelow(rows[0])).toBe(false)
  expect(evidenceTable(rows)).not.toContain('scikit-learn')
  expect(evidenceTable(rows)).toContain('shares, recommended, silhouette')
})
