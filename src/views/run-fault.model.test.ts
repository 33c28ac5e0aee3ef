import { describe, expect, test } from 'vitest'
import type { RunFault } from '../state/runs/run-faults'
import { faultsInShort, faultText, faultTitle, wayOnOf } from './run-fault.model'

const whole: RunFault = {
  key: 'external_features_data',
  label: 'Market data',
  branch: 'external',
  failure: {
    code: 'duplicate_stores',
    message: 'market.csv: 1 store has more than one row (203)',
    path: 'market.csv',
    hint: 'Set duplicate_stores to first, last, mean or sum',
  },
  categories: [],
  nOthers: 0,
}
const parts: RunFault = {
  ...whole,
  label: 'Sales by category',
  branch: 'internal',
  failure: { code: 'no_sales', message: 'No sale is left', path: 'x', hint: 'Look at the file' },
  categories: ['Baby', 'Pets', 'Toys', 'Wine'],
  nOthers: 9,
}

describe('a fault in words', () => {
  test('a store that stands twice is named, and the rule is asked for where it is said', () => {
    expect(faultTitle(whole)).toBe('market.csv: 1 store has more than one row (203)')
    expect(faultText(whole)).toContain('Choose what becomes of such rows')
    expect(wayOnOf(whole)).toEqual({ kind: 'duplicates', branch: 'external' })
  })

  test('categories are named up to three, and what went on is counted', () => {
    expect(faultTitle(parts)).toBe('Sales by category stopped at Baby, Pets, Toys and 1 more')
    expect(faultTitle({ ...parts, categories: ['Baby', 'Pets'] })).toBe(
      'Sales by category stopped at Baby and Pets',
    )
    expect(faultText(parts)).toBe(
      'No sale is left. The other 9 categories went on. Mend the file, or leave them out.',
    )
  })

  test('a check that stopped a category says what it would take, and that it can be left out', () => {
    const hint = 'Everything downstream was stopped. Loosen max_missing.'
    const failure = { ...parts.failure, code: 'check_failed', hint }
    expect(faultText({ ...parts, categories: ['Baby'], failure })).toMatch(
      /Loosen max_missing\. Or leave out Baby\.$/,
    )
  })

  test('where every category stopped, leaving them out is no way on', () => {
    const all = { ...parts, nOthers: 0 }
    expect(wayOnOf(all)).toEqual({ kind: 'look' })
    expect(faultText(all)).toBe('No sale is left. Look at the file.')
  })

  test('a check of the whole chain says what should hold below its title', () => {
    const message = 'Expected: a feature is left.'
    const check = { ...whole, failure: { ...whole.failure, code: 'check_failed', message } }
    expect(faultTitle(check)).toBe('Market data stopped')
    expect(faultText(check)).toContain(message)
  })

  test('the bar says it in two words', () => {
    expect(faultsInShort([])).toBe('')
    expect(faultsInShort([whole])).toBe('Market data')
    expect(faultsInShort([parts])).toBe('Sales by category, 4 categories')
    expect(faultsInShort([whole, parts])).toBe('Market data and 1 more')
  })
})
