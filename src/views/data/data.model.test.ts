import { describe, expect, test } from 'vitest'
import type { CatalogueRow } from '../../state/sources/catalogue'
import { dataAnswer } from './answer.model'
import { catalogueLines, catalogueTitle, missingText } from './catalogue.model'
import { delimiterName, fileCell, repeatedText } from './files.model'
import { columnOf } from '../../files/testing/profile-of'
import { fixtureSource } from './testing/fixture-source'
import { idJoinsOf } from '../../state/sources/id-joins'
import { joinHint, joinOf, joinTitle } from './join.model'
import { moneyOf } from './money.model'

const store = (levels: readonly string[]) => columnOf({ name: 'store', levels })
const sales = fixtureSource({
  role: 'sales',
  columns: [store(['1', '2', '3']), columnOf({ name: 'sku', levels: ['a', 'b'] })],
  needs: { store: 'store', product: 'sku', value: 'sku' },
})
const map = fixtureSource({
  role: 'product_map',
  columns: [columnOf({ name: 'sku', levels: ['a'] })],
  needs: { product: 'sku', group: 'sku' },
})
const market = fixtureSource({
  role: 'external',
  columns: [store(['2', '3', '4'])],
  needs: { store: 'store' },
})
const full = { can: 'full', sentence: '' } as const
const exact = { stores: [], files: [], products: [] }
const desk = { readiness: full, isClustered: false, joins: idJoinsOf([sales, map, market], exact) }
const ready = (source: typeof sales) =>
  ({
    status: 'ready',
    id: source.id,
    name: source.name,
    source,
    reason: 'It fits.',
    overrides: {},
  }) as const

describe('the join of the files', () => {
  test('counts stores in both views and in one only', () => {
    const { stores } = idJoinsOf([sales, map, market], exact)
    expect(stores && joinOf(stores.matching)).toEqual({
      both: 2,
      onlyInternal: 1,
      onlyExternal: 1,
    })
  })

  test('is not guessed where a file holds more ids than are kept, or a side is absent', () => {
    const long = fixtureSource({
      role: 'external',
      columns: [columnOf({ name: 'store', levelsAreComplete: false })],
      needs: { store: 'store' },
    })
    expect(idJoinsOf([sales, long], exact).stores).toBeNull()
    expect(idJoinsOf([sales], exact).stores).toBeNull()
  })

  test('files without a common store are not called ready', () => {
    const elsewhere = fixtureSource({
      role: 'external',
      columns: [store(['8', '9'])],
      needs: { store: 'store' },
    })
    const sources = [sales, map, elsewhere]
    const joins = idJoinsOf(sources, exact)
    const answer = dataAnswer(sources.map(ready), { ...desk, joins })
    expect(answer.title).toBe('No store is in both views, so none can be crossed.')
  })

  test('says why nothing is counted yet', () => {
    expect(joinHint([sales, market])).toContain('a run counts those')
    expect(joinHint([sales])).toContain('once sales and market data are here')
  })

  test('says plainly when no store is in both', () => {
    expect(joinTitle({ both: 0, onlyInternal: 3, onlyExternal: 2 })).toBe(
      'No store is in both views',
    )
    expect(joinTitle({ both: 3, onlyInternal: 0, onlyExternal: 0 })).toBe(
      'All 3 stores are in both views',
    )
  })

  test('counts products that were sold without a need state', () => {
    expect(idJoinsOf([sales, map], exact).products?.matching.onlyLeft).toEqual(['b'])
    expect(idJoinsOf([sales], exact).products).toBeNull()
  })
})

describe('the answer of the Data screen', () => {
  test('counts the stores that can get a cluster and lists what is left out', () => {
    expect(dataAnswer([ready(sales), ready(map), ready(market)], desk)).toEqual({
      title: '3 stores are ready to cluster.',
      detail:
        '3 sales rows. 3 files understood. To look at: 1 product without a need state, 2 stores known in one view only.',
    })
  })

  test('counts the rows without a category as one more', () => {
    const column = (
      name: string,
      change: Partial<(typeof sales)['profile']['columns'][number]>,
    ) => ({
      ...store(['1', '2']),
      name,
      ...change,
    })
    const byCategory = fixtureSource({
      role: 'sales',
      columns: [
        store(['1', '2']),
        column('part', { levels: ['TEA', 'COFFEE'], nDistinct: 2, nMissing: 1 }),
      ],
      needs: { store: 'store', category: 'part' },
    })
    expect(dataAnswer([ready(byCategory)], desk).title).toBe(
      '2 stores in 3 categories are ready to cluster.',
    )
  })

  test('says so once the stores are clustered', () => {
    const entries = [ready(sales), ready(map), ready(market)]
    const { title } = dataAnswer(entries, { ...desk, isClustered: true })
    expect(title).toBe('3 stores are clustered.')
  })

  test('says what is missing while nothing can run', () => {
    const readiness = { can: 'none', sentence: 'Add a product map to run' } as const
    expect(dataAnswer([ready(sales)], { ...desk, readiness }).title).toBe(
      'Add a product map to run.',
    )
  })
})

describe('a file in the strip', () => {
  const quiet = { nToDecide: 0, nUnmatched: 0, nRepeated: 0, sameAs: null }

  test('says how it was read and why it has its role', () => {
    expect(fileCell(ready(market), quiet)).toMatchObject({
      facts: '3 rows, 2.9 KB, UTF-8, comma',
      reason: 'It fits',
      chip: null,
    })
  })

  test('asks for the column that nobody has named', () => {
    const open = { ...sales, columns: { ...sales.columns, value: null } }
    expect(fileCell(ready(open), quiet).chip?.text).toBe('Which is the money?')
  })

  test('a separator of two signs is named by both', () => {
    expect([',', ', ', '~'].map(delimiterName)).toEqual(['comma', 'comma and space', '~'])
  })

  test('a file in which stores repeat waits for a rule', () => {
    expect(fileCell(ready(market), { ...quiet, nRepeated: 3 }).chip?.text).toBe('Stores repeat')
    expect(repeatedText(3)).toBe('3 rows repeat a store of another row.')
  })

  test('a product map warns of the products it lacks', () => {
    expect(fileCell(ready(map), { ...quiet, nUnmatched: 1 }).chip?.text).toBe('1 not mapped')
  })
})

describe('the column catalogue', () => {
  const row = (given: Partial<CatalogueRow>): CatalogueRow => ({
    column: columnOf({ name: 'income' }),
    use: 'feature',
    reason: '',
    isFeature: true,
    isSensitive: false,
    canChange: true,
    ...given,
  })

  test('counts the features in its title', () => {
    const label = row({ use: 'label', isFeature: false })
    expect(catalogueTitle([row({}), label], 'market.csv')).toBe(
      '1 of 2 columns in market.csv becomes a feature',
    )
  })

  test('puts keys first, features next, and what is left out last', () => {
    const rows = [
      row({ use: 'left_out', isFeature: false, column: columnOf({ name: 'c' }) }),
      row({ column: columnOf({ name: 'b' }) }),
      row({ use: 'store', isFeature: false, column: columnOf({ name: 'a' }) }),
    ]
    expect(catalogueLines(rows, { nRows: 3, twins: [] }, '').map(({ name }) => name)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  test('an id is text with its first and last by number; a year has no thousands', () => {
    const range = { min: 9, median: 10, max: 2024, isInteger: true, decimals: 0 }
    const id = columnOf({ name: 'id', type: 'number', levels: ['10', '9'], range })
    const year = columnOf({ name: 'year', type: 'number', range })
    const rows = [
      row({ use: 'store', isFeature: false, column: id }),
      row({ use: 'date', isFeature: false, column: year }),
    ]
    expect(catalogueLines(rows, { nRows: 2, twins: [] }, '')).toMatchObject([
      { type: 'text', min: '9', max: '10' },
      { type: 'number', max: '2024' },
    ])
  })

  test('a long file name keeps its start and its end', () => {
    const name = 'placer_store_features_2024_20250211_with_remaining.csv'
    expect(catalogueTitle([row({})], name)).toBe(
      '1 of 1 column in placer_store_featu…_remaining.csv becomes a feature',
    )
  })

  test('names the first line of a number column that could not be read', () => {
    const column = columnOf({
      name: 'sales',
      nRejected: 9,
      rejected: [{ line: 2_904_118, text: '12,4O' }],
    })
    expect(catalogueLines([row({ column })], { nRows: 3, twins: [] }, '')[0]?.note).toBe(
      "Line 2,904,118: '12,4O' is no number; 9 such cells",
    )
  })

  test('a few missing cells are never shown as none', () => {
    expect([missingText(0, 10), missingText(1, 1_000_000), missingText(4, 1000)]).toEqual([
      '0',
      '<0.1\u202f%',
      '0.4\u202f%',
    ])
  })
})

test('the money adds up to the cent', () => {
  const reconciliation = { money: 100.5, moneyMatched: 99.25, products: 3, productsMatched: 2 }
  expect(moneyOf({ reconciliation }, 'Snacks')).toMatchObject({
    title: '98.8\u202f% of the money in Snacks has a need state',
    unmatched: '1, 1 product',
    exact: '100.50 = 99.25 matched + 1.25 without a need state',
  })
})
