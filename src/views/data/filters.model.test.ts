import { describe, expect, test } from 'vitest'
import { columnOf } from '../../files/testing/profile-of'
import { filterFactsOf } from '../../state/sources/filter-facts'
import {
  categoryCount,
  countText,
  excludeCounts,
  positiveSentence,
  readIds,
  runCounts,
  unknownIds,
  unknownSentence,
  withChoice,
} from './filters.model'
import { fixtureSource } from './testing/fixture-source'

const range = { min: -2, median: 1, max: 9, isInteger: true, decimals: 0 }
const sales = fixtureSource({
  role: 'sales',
  columns: [
    columnOf({ name: 'store', levels: ['01', '02', '3, West'] }),
    columnOf({ name: 'cat', levels: ['TEA'], nMissing: 1 }),
    columnOf({ name: 'value', type: 'number', range }),
  ],
  needs: { store: 'store', category: 'cat', value: 'value' },
})
const market = fixtureSource({
  role: 'external',
  columns: [
    columnOf({ name: 'store', levels: ['01', '9'] }),
    columnOf({ name: 'State', levels: ['IA', 'TX'] }),
  ],
  needs: { store: 'store' },
})
const map = fixtureSource({ role: 'product_map', columns: [columnOf({ name: 'new_item' })] })
const facts = filterFactsOf([sales, map, market])

describe('what can be filtered', () => {
  test('is told by the files', () => {
    expect(facts).toMatchObject({
      internalIds: ['01', '02', '3, West'],
      externalIds: ['01', '9'],
      categories: ['TEA', 'UNMAPPED'],
      stateColumns: [{ column: 'State', states: ['IA', 'TX'] }],
      productFlags: { newItem: true, toBeDropped: false },
    })
    expect(filterFactsOf([])).toMatchObject({ internalIds: null, productFlags: null, value: null })
  })

  test('counts stores before and after an exclusion list, and names unknown ids', () => {
    const texts = (named: readonly string[]) => excludeCounts(named, facts).map(({ text }) => text)
    expect(texts(['01', '77'])).toEqual(['3 \u2192 2 internal stores', '2 \u2192 1 external store'])
    expect(texts([])).toEqual(['3 internal stores', '2 external stores'])
    expect(unknownIds(['01', '9', '77'], facts)).toEqual(['77'])
    expect(unknownIds(['77'], { internalIds: null, externalIds: null })).toEqual([])
    expect(unknownSentence(['77'])).toBe('1 id is in no file on the desk: 77.')
  })

  test('a smallest amount over zero needs no run to say that nothing is left out', () => {
    expect(positiveSentence(facts.value)).toContain('is \u22122: a run counts')
    const above = columnOf({
      name: 'v',
      type: 'number',
      range: { ...range, min: 0.5, decimals: 1 },
    })
    expect(positiveSentence(above)).toBe('The smallest amount is 0.5: nothing would be left out.')
  })

  test('counts categories', () => {
    expect(categoryCount(['A', 'B'], 'all').text).toBe('2 categories')
    expect(categoryCount(['A', 'B'], ['B', 'gone']).text).toBe('2 \u2192 1 category')
  })
})

describe('ids that are pasted', () => {
  test('stand one a line, whatever they hold, or several in one line', () => {
    expect(readIds('01\r\n3, West\r\n\r\n02\n02', facts)).toEqual(['01', '3, West', '02'])
    expect(readIds('01; 02;9', facts)).toEqual(['01', '02', '9'])
    expect(readIds('3, West', facts)).toEqual(['3, West'])
  })

  test('may come from a file with a head and more columns', () => {
    expect(readIds('\ufeffstore,name\n01,Ames\n"02",Boone', facts)).toEqual(['01', '02'])
  })
})

test('what a run counted is shown with the filter, as old where it is old', () => {
  const filters = [{ name: 'states', before: 60, after: 20 }]
  const made = [
    { key: 'a', value: { filters }, stale: true, what: 'external store' },
    { key: 'b', value: null, stale: false, what: 'sales row' },
  ]
  expect(runCounts('states', made)).toMatchObject([
    { text: '60 \u2192 20 external stores', stale: true },
  ])
  expect(runCounts('exclude_stores', made)).toEqual([])
  expect(countText(2, 1, 'sales row')).toBe('2 \u2192 1 sales row')
})

test('a choice keeps the order of the files and names that no file has now', () => {
  expect(withChoice(['a', 'b', 'c'], ['c', 'gone'], { name: 'a', isWanted: true })).toEqual([
    'a',
    'c',
    'gone',
  ])
  expect(withChoice(['a', 'b'], ['a', 'b'], { name: 'a', isWanted: false })).toEqual(['b'])
})
