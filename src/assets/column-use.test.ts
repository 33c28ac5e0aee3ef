import { describe, expect, it } from 'vitest'
import type { ColumnProfile } from '../table/column-profile'
import { type ColumnFacts, columnUse, useOf, useOfColumn } from './column-use'
import { typeColumn } from './testing/fixture-source'

const number = (name: string, facts: Partial<ColumnFacts> = {}): ColumnFacts => ({
  name,
  type: 'number',
  nPresent: 100,
  nDistinct: 90,
  isInteger: true,
  range: { min: 3, max: 900 },
  ...facts,
})

const text = (name: string, nDistinct: number, nPresent = 100): ColumnFacts => ({
  name,
  type: 'text',
  nPresent,
  nDistinct,
  isInteger: false,
  range: null,
})

describe('useOf(facts)', () => {
  it.each([
    'CVS ID',
    'ZIP_CD',
    'CountyId',
    'COUNTY_FIPS',
    'PLANOGRAM_NBR',
    'storePhone',
    'area-code',
  ])('takes whole numbers named %s for an id', (name) =>
    expect(useOf(number(name)).use).toBe('id_like'),
  )

  it('never takes a number for an id by being distinct alone, nor with decimals', () => {
    expect(useOf(number('Population', { nDistinct: 100 })).use).toBe('feature')
    expect(useOf(number('zip_income', { isInteger: false })).use).toBe('feature')
  })

  it.each(['column 1', 'Unnamed: 0', 'Unnamed: 0.1', '...1', 'X', 'column 1 @ market'])(
    'takes the numbers of the rows that a program wrote without a name, as %s, for an id',
    (name) => {
      const numbering = { nDistinct: 100, range: { min: 0, max: 99 } }
      expect(useOf(number(name, numbering)).use).toBe('id_like')
      expect(useOf(number(name, { ...numbering, range: { min: 1, max: 100 } })).use).toBe('id_like')
      expect(useOf(number(name, { ...numbering, range: { min: 0, max: 100 } })).use).toBe('feature')
      expect(useOf(number(name, { ...numbering, range: { min: 2, max: 101 } })).use).toBe('feature')
      expect(useOf(number(name, { ...numbering, nDistinct: 99 })).use).toBe('feature')
      expect(useOf(number('rank', numbering)).use).toBe('feature')
    },
  )

  it('looks for whole words only', () => {
    expect(useOf(number('Median Width')).use).toBe('feature')
    expect(useOf(number('NOISE')).use).toBe('feature')
    expect(useOf(number('candidates')).use).toBe('feature')
  })

  it('takes a text whose present cells all differ for an id, and no other', () => {
    expect(useOf(text('tenants', 90, 90)).use).toBe('id_like')
    expect(useOf(text('tenants', 89, 90)).use).toBe('feature')
  })

  it.each([
    ['LATITUDE', 'geo'],
    ['store_longitude', 'geo'],
    ['lng', 'geo'],
    ['STORE_NAME', 'label'],
    ['state_province', 'label'],
    ['County', 'label'],
    ['STATUS', 'label'],
    ['year', 'date'],
    ['LATITUDE @ market', 'geo'],
  ])('takes %s for %s by its name', (name, use) => {
    expect(useOf(number(name, { isInteger: false })).use).toBe(use)
  })

  it('does not take a name inside a longer one for a label', () => {
    expect(useOf(text('cap_category_name', 4)).use).toBe('feature')
    expect(useOf(number('2024 Median Age')).use).toBe('feature')
  })

  it('knows columns that hold one value or none', () => {
    expect(useOf(text('banner', 1)).use).toBe('constant')
    expect(useOf(number('fax', { nPresent: 0, nDistinct: 0 })).use).toBe('all_missing')
  })

  it('warns of race, ethnicity and religion, and not of the colour of rum', () => {
    for (const name of ['White', 'ETHNIC', 'Hispanic', '% Black', 'Native American', 'pct_asian'])
      expect(useOf(number(name)).isSensitive).toBe(true)
    for (const name of ['WHITE RUM', 'Total Whole Foods', 'Pacific Coast Stores', 'Black Coffee'])
      expect(useOf(number(name)).isSensitive).toBe(false)
  })
})

describe('columnUse(profile, nRows) and useOfColumn(column)', () => {
  it('agree on the same cells', () => {
    const profile: ColumnProfile = {
      name: 'REGION_CODE',
      type: 'number',
      nMissing: 1,
      nEmpty: 1,
      nullTexts: [],
      nDistinct: 2,
      distinctIsExact: true,
      range: { min: 1, median: 1.5, max: 2, isInteger: true, decimals: 0 },
      histogram: [],
      levels: ['1', '2'],
      levelsAreComplete: true,
      nRejected: 0,
      rejected: [],
    }
    const column = typeColumn('REGION_CODE', ['1', '', '2'])
    expect(columnUse(profile, 3)).toEqual(useOfColumn(column))
    expect(useOfColumn(column).use).toBe('id_like')
  })

  it('reads levels of a text column that no row uses as absent', () => {
    const column = { ...typeColumn('format', ['a', 'a']), levels: ['a', 'b'] }
    expect(useOfColumn(column).use).toBe('constant')
  })
})
