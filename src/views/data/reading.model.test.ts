import { describe, expect, test } from 'vitest'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import { fixtureSource } from './testing/fixture-source'
import { typeOptions, withSigns, withType } from './column-choices.model'
import { missingSentence } from './missing-means.model'
import { accountSentence, commonSign, confidenceOf, readingSentence } from './reading.model'

const { options } = profileOf([])

describe('how a file was read, in a sentence', () => {
  test('says only what is not usual', () => {
    expect(readingSentence(profileOf([]))).toBe('Text, UTF-8, separated by comma, one header row.')
    const german = {
      ...options,
      encoding: 'windows-1252',
      delimiter: ';',
      quote: "'",
      headerRows: 2,
      isGzip: true,
      numberFormats: [{ column: 'rent', decimal: ',', group: '.' }] as const,
    }
    expect(readingSentence(profileOf([], { options: german }))).toBe(
      "Text, unpacked from gzip, Windows-1252, separated by semicolon, quoted by ', 2 header rows, decimal comma, thousands by point.",
    )
  })

  test('names the sheet of a workbook, and no signs of text', () => {
    const sheets = ['Rents', 'Areas']
    const book = { ...options, format: 'xlsx', sheet: 'Areas', hasHeader: false } as const
    expect(readingSentence(profileOf([], { options: book, sheets }))).toBe(
      'Excel workbook, sheet Areas of 2, no header.',
    )
  })

  test('says how sure the guess is, in words and as a number', () => {
    const words = (confidence: number) => confidenceOf({ confidence, reason: 'Few rows.' })
    expect(words(0.97)).toEqual({
      words: 'Sure of this guess',
      detail: '97\u202f% sure. Few rows.',
      isLow: false,
    })
    expect(words(0.7).words).toBe('Fairly sure of this guess')
    expect(words(0.3)).toMatchObject({ isLow: true })
  })

  test('accounts for every row', () => {
    const account = {
      nRecords: 52_431,
      nAbove: 3,
      nHeader: 1,
      nRepeatedHeader: 0,
      nData: 52_426,
      nBelow: 1,
    }
    expect(accountSentence(account)).toBe(
      '52,431 rows = 3 above the table + 1 header + 52,426 data + 1 below the table',
    )
  })
})

describe('choices for columns', () => {
  const columns = [columnOf({ name: 'a', type: 'number' }), columnOf({ name: 'b', type: 'number' })]

  test('a sign is the guess for the file only where all its numbers have it', () => {
    expect(commonSign(profileOf(columns), 'decimal')).toBe('.')
    const one = { ...options, numberFormats: [{ column: 'a', decimal: ',', group: '' }] as const }
    expect(commonSign(profileOf(columns, { options: one }), 'decimal')).toBeNull()
    expect(commonSign(profileOf([]), 'decimal')).toBeNull()
  })

  test('one column has one choice, and none is left behind', () => {
    const chosen = withType([{ column: 'a', type: 'text' }], 'a', 'date')
    expect(chosen).toEqual([{ column: 'a', type: 'date' }])
    expect(withType(chosen ?? [], 'a', null)).toBeUndefined()
    const signs = withSigns([], { column: 'b', decimal: ',', group: '.' })
    expect(signs).toEqual([{ column: 'b', decimal: ',', group: '.' }])
    expect(withSigns(signs ?? [], { column: 'b' })).toBeUndefined()
    expect(typeOptions.map(({ value }) => value)).toEqual(['text', 'number', 'boolean', 'date'])
  })
})

describe('what an empty cell means', () => {
  const range = (min: number) => ({ min, median: 1, max: 9, isInteger: true, decimals: 0 })
  const metrics = (min: number) =>
    fixtureSource({
      role: 'store_metrics',
      nRows: 10,
      needs: { store: 'store' },
      columns: [
        columnOf({ name: 'store', levels: ['1', '2'], nDistinct: 10 }),
        columnOf({
          name: 'tea',
          type: 'number',
          nMissing: 4,
          nEmpty: 4,
          nDistinct: 4,
          range: range(min),
        }),
        columnOf({ name: 'cake', type: 'number', nDistinct: 5, range: range(0) }),
      ],
    })

  test('auto is never sold in a table without negative numbers, else unknown', () => {
    expect(missingSentence(metrics(0), 'auto', 0)).toBe(
      '4 empty cells (20\u202f%): never sold, so zero.',
    )
    expect(missingSentence(metrics(-1), 'auto', 0)).toContain('unknown, so imputed')
  })

  test('a formula that failed, and the gaps of a row without a store, make no table of sales', () => {
    const source = metrics(0)
    const changed = (change: object, store: object = {}) => ({
      ...source,
      profile: {
        ...source.profile,
        columns: source.profile.columns.map((column) => {
          if (column.name === 'tea') return { ...column, ...change }
          return column.name === 'store' ? { ...column, ...store } : column
        }),
      },
    })
    const failed = changed({ nMissing: 1, nEmpty: 0, nullTexts: ['#REF!'] })
    expect(missingSentence(failed, 'auto', 0)).toContain('unknown, so imputed')
    const noted = changed({ nMissing: 2, nEmpty: 0, nullTexts: ['#REF!', 'NA'] })
    expect(missingSentence(noted, 'auto', 0)).toContain('never sold, so zero')
    const padded = changed({ nMissing: 1, nEmpty: 1 }, { nMissing: 1, nEmpty: 1 })
    expect(missingSentence(padded, 'auto', 0)).toContain('unknown, so imputed')
  })

  test('a choice counts more than auto, and that of single columns is said', () => {
    expect(missingSentence(metrics(0), 'unknown', 1)).toBe(
      '4 empty cells (20\u202f%): unknown, so imputed. 1 column otherwise.',
    )
  })

  test('nothing is said where no cell is empty', () => {
    const full = fixtureSource({ role: 'external', columns: [columnOf({ name: 'store' })] })
    expect(missingSentence(full, undefined, 0)).toBeNull()
  })
})
