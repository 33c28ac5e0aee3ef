import { describe, expect, test } from 'vitest'
import type { IdMatching } from '../../table/match-ids'
import { matchIds } from '../../table/match-ids'
import {
  exampleIds,
  inUseSentence,
  listCsv,
  listFileName,
  listLines,
  listsOf,
  matchingTitle,
  offerLine,
  pictureLines,
  sharedCsv,
  sharedTitle,
  sumSentence,
} from './join-report.model'
import { rulesWith, settingOf } from './rule-words'
import { csvName } from '../save-csv'

const sides = { kind: 'stores', left: 'Internal', right: 'External' } as const
const products = { kind: 'products', left: 'Sales', right: 'Map' } as const
const matching: IdMatching = matchIds(
  ['01', '2', '3', 'A', 'a'],
  ['1', '2', '9'],
  ['leading_zeros'],
)

describe('a join in words', () => {
  test('has lists that add up to the ids of both sides', () => {
    expect(matchingTitle(sides, matching)).toBe('2 stores are in both views')
    expect(sumSentence(sides, matching)).toBe(
      'Internal 5 = 2 in both + 3 only there. External 3 = 2 in both + 1 only there.',
    )
    expect(listsOf(sides, matching).map(({ label, n }) => [label, n])).toEqual([
      ['In both', 2],
      ['Internal only', 3],
      ['External only', 1],
    ])
    expect(pictureLines(sides, matching).map(({ count }) => count)).toEqual(['2', '3', '1'])
  })

  test('that finds nothing shows ids of both files', () => {
    const apart = matchIds(['0101', '0102'], ['9'])
    expect(matchingTitle(sides, apart)).toBe('No store is in both views')
    expect(exampleIds(sides, apart)).toBe('Internal: 0101 and 0102. External: 9.')
  })

  test('of products counts those that are sold without a need state', () => {
    expect(matchingTitle(products, matchIds(['1', '2'], ['1']))).toBe(
      '1 product of 2 sold has no need state',
    )
    expect(matchingTitle(products, matchIds(['1', '2'], ['1', '2', '3']))).toBe(
      'All 2 products sold are in the product map',
    )
  })

  test('is searched by the id of either side', () => {
    expect(listLines(matching, 'both', '01')).toMatchObject([
      { left: '01', right: '1', note: 'By rule' },
    ])
    expect(listLines(matching, 'left', 'a').map(({ left }) => left)).toEqual(['A', 'a'])
    expect(listLines(matching, 'right', '')).toMatchObject([{ left: '', right: '9' }])
  })

  test('is handed over list by list, under a name that says which', () => {
    expect(listCsv(sides, matching, 'both')).toEqual({
      columns: ['store_internal', 'store_external', 'matched'],
      rows: [
        ['01', '1', 'by rule'],
        ['2', '2', 'equal'],
      ],
    })
    expect(listCsv(sides, matching, 'right')).toEqual({
      columns: ['store_external'],
      rows: [['9']],
    })
    const names = (['both', 'left', 'right', 'conflicts'] as const).map((kind) =>
      csvName(listFileName(sides, kind)),
    )
    expect(names).toEqual([
      'stores_in_both.csv',
      'stores_internal_only.csv',
      'stores_external_only.csv',
      'stores_conflicts.csv',
    ])
    expect(csvName(listFileName(products, 'left'))).toBe('products_sales_only.csv')
  })

  test('lists conflicts with the ids of both sides', () => {
    const conflicting = matchIds(['A', 'a'], ['á', 'A '], ['case'])
    expect(listsOf(sides, conflicting).at(-1)).toMatchObject({ kind: 'conflicts', n: 1 })
    expect(listLines(conflicting, 'conflicts', '')).toMatchObject([{ left: 'A / a', right: '' }])
    expect(listCsv(sides, conflicting, 'conflicts').rows).toEqual([
      ['A', 'A', ''],
      ['A', 'a', ''],
    ])
  })
})

describe('a rule that is offered', () => {
  const offer = {
    rule: 'leading_zeros',
    rules: ['leading_zeros'],
    nAdded: 40,
    examples: [{ left: '007', right: '7' }],
    nConflicts: 1,
    conflict: { form: '7', left: ['007', '07'], right: ['7'] },
  } as const

  test('says how many more, which pairs, and what it could not tell apart', () => {
    expect(offerLine(sides, offer)).toMatchObject({
      title: 'Leading zeros: 40 more',
      detail: '40 more stores would match, such as 007 = 7.',
      conflict: '1 group of ids would be the same and stays apart: 007, 07 and 7.',
    })
    expect(offerLine(sides, { ...offer, nConflicts: 0 }).conflict).toBe('')
  })

  test('says what it did once it is chosen', () => {
    expect(inUseSentence(sides, ['leading_zeros'], matching)).toBe(
      'Also matched, aside from leading zeros: 1 store.',
    )
  })

  test('is written as the setting has it', () => {
    expect(settingOf([])).toBe('exact')
    expect(settingOf(['case'])).toBe('case')
    expect(settingOf(rulesWith(['case'], 'trim'))).toEqual(['trim', 'case'])
    expect(rulesWith([], 'all')).toHaveLength(5)
  })
})

test('several external files are counted together', () => {
  const shared = {
    nStores: 4,
    nInAll: 2,
    files: [
      { id: 'a', name: 'a.csv', nStores: 3, onlyHere: ['4'], lacking: ['1'] },
      { id: 'b', name: 'b.csv', nStores: 3, onlyHere: ['1'], lacking: ['4'] },
    ],
  }
  expect(sharedTitle(shared)).toBe('2 of 4 stores are in all 2 external files')
  expect(sharedCsv(shared).rows).toEqual([
    ['a.csv', '4', 'only here'],
    ['a.csv', '1', 'not here'],
    ['b.csv', '1', 'only here'],
    ['b.csv', '4', 'not here'],
  ])
})
