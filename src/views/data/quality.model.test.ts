import { describe, expect, test } from 'vitest'
import { columnOf } from '../../files/testing/profile-of'
import type { CatalogueRow } from '../../state/sources/catalogue'
import { idJoinsOf } from '../../state/sources/id-joins'
import { catalogueLines } from './catalogue.model'
import { compositionalSentence, flagSentence, flagOptions, flagsOf, isShown } from './flags.model'
import { identicalSentence } from './files.model'
import { remedyLabel } from './place-doubts.model'
import { itemsAfter, itemsBefore, qualityCsv, qualityTitle } from './quality.model'
import { fixtureSource } from './testing/fixture-source'

const race = columnOf({ name: 'race', type: 'number' })
const income = columnOf({ name: 'income', type: 'number', nMissing: 3 })
const twin = { column: 'race', twin: 'income', r: 0.987 }
const market = {
  ...fixtureSource({
    role: 'external',
    columns: [
      columnOf({ name: 'store', levels: ['1', '2'], nEmpty: 1, nMissing: 1 }),
      race,
      { ...income, nRejected: 2, rejected: [{ line: 7, text: 'x' }] },
    ],
    needs: { store: 'store' },
    nRows: 4,
  }),
}
const source = { ...market, profile: { ...market.profile, twins: [twin], isCompositional: true } }
const row = (given: Partial<CatalogueRow>): CatalogueRow => ({
  column: income,
  use: 'feature',
  reason: '',
  isFeature: true,
  isSensitive: false,
  canChange: true,
  ...given,
})
const rows = [row({ column: race, isSensitive: true }), row({})]
const facts = {
  sources: [source],
  catalogues: new Map([[source.id, rows]]),
  joins: idJoinsOf([source], { stores: [], files: [], products: [] }),
  doubts: [],
  undecided: new Map([[source.id, 1]]),
  failed: [],
  readiness: { can: 'external', sentence: '' } as const,
}

describe('the board before a run', () => {
  const items = itemsBefore(facts)

  test('tells of every file what its profile answers, what asks for a person first', () => {
    expect(items.map(({ tone, what }) => [tone, what])).toEqual([
      ['fail', 'Duplicate stores'],
      ['warn', 'Rejected cells'],
      ['warn', 'Rows without a store'],
      ['warn', 'Sensitive columns'],
      ['warn', 'Near-duplicate columns'],
      ['ok', 'Rows read'],
      ['ok', 'Empty cells'],
      ['ok', 'Shares of one whole'],
    ])
    expect(qualityTitle(items)).toBe('1 to mend before a run, 4 to look at, 3 in order')
  })

  test('what stops a run, a file that was not read and a number in doubt are on it', () => {
    const failure = { code: 'not_a_table', message: 'a.csv is a PDF.', path: 'a.csv', hint: '' }
    const notes = ['"hours": 25,333 could be 25.333 or 25333; it is read as 25.333']
    const doubtful = { ...source, profile: { ...source.profile, notes } }
    const board = itemsBefore({
      ...facts,
      sources: [doubtful],
      failed: [{ id: 'a.csv', name: 'a.csv', failure }],
      readiness: { can: 'none', sentence: 'Add a product map to run' },
    })
    const tones = new Map(board.map(({ what, tone, finding }) => [what, [tone, finding]]))
    expect(tones.get('Files of a run')).toEqual(['fail', 'Add a product map to run.'])
    expect(tones.get('Not read')).toEqual(['warn', 'a.csv is a PDF.'])
    expect(tones.get('Rows read')?.[0]).toBe('warn')
  })

  test('leads to where each is mended', () => {
    const next = new Map(items.map((item) => [item.what, item.next?.target]))
    expect(next.get('Rejected cells')).toEqual({
      tab: 'columns',
      fileId: source.id,
      shown: 'rejected',
    })
    expect(next.get('Sensitive columns')).toMatchObject({ flag: 'sensitive' })
  })

  test('names stores that are to be left out and are in no file, and leads to the setting', () => {
    const doubt = {
      severity: 'warn',
      code: 'unknown_stores',
      message: 'exclude_stores names 1 store that is in no file: 5.',
      path: 'exclude_stores',
      hint: 'The files write "005" for "5".',
      remedies: [],
    } as const
    const [, item] = itemsBefore({ ...facts, doubts: [doubt] })
    expect(item).toMatchObject({ tone: 'warn', what: 'Stores to leave out' })
    expect(item?.finding).toContain('in no file: 5. The files write "005"')
    expect(item?.next?.target).toEqual({ screen: 'configure' })
  })

  test('is handed over as a table', () => {
    expect(qualityCsv(items).rows).toHaveLength(items.length)
  })

  test('stops where no store is in both views', () => {
    const sales = fixtureSource({
      role: 'store_metrics',
      columns: [columnOf({ name: 'store', levels: ['9'] })],
      needs: { store: 'store' },
    })
    const joins = idJoinsOf([sales, source], { stores: [], files: [], products: [] })
    const [first] = itemsBefore({ ...facts, joins })
    expect(first).toMatchObject({ tone: 'fail', what: 'Stores of both views' })
  })
})

test('a failed check of a run comes with what to do and where', () => {
  const line = {
    key: 'merged_clusters ids_written_alike',
    tone: 'warn',
    title: 'Ids written alike',
    detail: 'Expected: none. Found: more.',
    next: 'Set id_match.',
  } as const
  expect(itemsAfter([line, { ...line, key: 'x y', tone: 'fail', next: '' }])).toMatchObject([
    { tone: 'fail', finding: line.detail, next: { target: { screen: 'pipeline' } } },
    { finding: 'Expected: none. Found: more. Set id_match.', next: { target: { tab: 'join' } } },
  ])
})

describe('the flags of a column', () => {
  test('each say why, and the way back', () => {
    const flags = flagsOf(row({ column: race, isSensitive: true }), [twin])
    expect(flags.map(({ short }) => short)).toEqual([
      'Sensitive: you decide',
      'Like income, r = 0.99',
    ])
    expect(flags[1]?.reason).toContain('Untick one of the two')
    const constant = row({ use: 'constant', isFeature: false, reason: 'One value' })
    expect(flagsOf(constant, [])).toMatchObject([
      { kind: 'constant', reason: 'One value. Tick it to use it as a feature.' },
    ])
    expect(flagsOf(row({}), [])).toEqual([])
  })

  test('choose the columns that are shown', () => {
    const lines = catalogueLines(rows, source.profile, '')
    expect(flagOptions(lines).map(({ label }) => label)).toEqual([
      'All columns (2)',
      'Features (2)',
      'Sensitive (1)',
      'Near-duplicate (1)',
    ])
    expect(lines.filter((line) => isShown(line, 'sensitive'))).toHaveLength(1)
    expect(lines[0]?.note).toBe('Sensitive: you decide +1')
    expect(flagSentence('twin')).toContain('Untick one of the two')
    expect(flagSentence('all')).toBe('')
  })

  test('shares of a whole are said of the file', () => {
    expect(compositionalSentence(false)).toBe('')
    expect(compositionalSentence(true)).toContain('clr')
  })
})

test('repeated rows that say the same again are told from those that differ', () => {
  expect(identicalSentence({ files: [{ repeated: 2 }, { repeated: 1 }], nIdenticalRows: 1 })).toBe(
    'The last run found 3 such rows in all external files: 1 equal in every cell, 2 that differ.',
  )
})

test('a file in the wrong place is put right by one button', () => {
  const files = [
    { id: 'a', name: 'a.csv' },
    { id: 'b', name: 'b.csv' },
  ]
  const one = { kind: 'role', id: 'a', role: 'external' } as const
  expect(remedyLabel([one], files)).toBe('Use a.csv as market data')
  expect(remedyLabel([one, { ...one, id: 'b' }], files)).toBe('Swap the two files')
  const value = { kind: 'value', id: 'a', column: 'REV' } as const
  expect(remedyLabel([value], files)).toBe('Take the money from REV')
  expect(remedyLabel([{ kind: 'store', id: 'a', column: 'NBR' }], files)).toBe(
    'Take stores from NBR',
  )
})
