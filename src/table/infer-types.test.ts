import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createColumnTally, typeOf } from './column-tally'
import { decideDecimal } from './infer-types'
import { isDate } from './is-date'
import { createNullTest, defaultNullTokens } from './is-null-token'

function typeOfCells(cells: readonly string[]): string {
  const tally = createColumnTally()
  cells.forEach((cell, i) => tally.add(cell, i + 2))
  return typeOf(tally, undefined)
}

describe('inferType(counts)', () => {
  it.each([
    [['1', '2.5', '-3'], 'number'],
    [['1,5', '2,25'], 'number'],
    [['1e5', '$12', '(3)'], 'number'],
    [['00123', '00456'], 'text'],
    [['1', '2', '007'], 'text'],
    [['0', '1', '10'], 'number'],
    [['9007199254740993', '1'], 'text'],
    [['true', 'FALSE', 'True'], 'boolean'],
    [['y', 'N'], 'boolean'],
    [['J', 'N', 'j'], 'boolean'],
    [['oui', 'non'], 'boolean'],
    [['yes', 'no', 'maybe'], 'text'],
    [['0', '1'], 'number'],
    [['2024-01-05', '2024-02-29 10:30'], 'date'],
    [['5.1.2024', '31.12.2024'], 'date'],
    [['5 Jan 2024', 'January 5, 2024'], 'date'],
    [['2024-01-05', 'soon'], 'text'],
    [['12', '2024-01-05', 'soon'], 'text'],
    [['44927', '44928'], 'number'],
    [['12 %', '0.12'], 'number'],
    [['a', 'b'], 'text'],
    [[], 'text'],
  ])('F-24 F-25 of %j is %s', (cells, type) => {
    expect(typeOfCells(cells)).toBe(type)
  })

  it('is a number with one unreadable cell in ten, and text with two', () => {
    const nine = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
    expect(typeOfCells([...nine, 'closed'])).toBe('number')
    expect(typeOfCells([...nine.slice(1), 'closed', 'moved'])).toBe('text')
  })

  it('is decided by the last row as much as by the first', () => {
    const many = Array.from({ length: 5000 }, (_, i) => String(i))
    expect(typeOfCells(many)).toBe('number')
    expect(typeOfCells([...many, '0012'])).toBe('text')
  })
})

describe('decideDecimal(evidence, fallback)', () => {
  it('takes the sign that reads cells the other cannot', () => {
    expect(decideDecimal({ pointOnly: 0, commaOnly: 1 }, '.')).toBe(',')
    expect(decideDecimal({ pointOnly: 3, commaOnly: 1 }, ',')).toBe('.')
  })
  it('takes the fallback where both read all', () => {
    expect(decideDecimal({ pointOnly: 0, commaOnly: 0 }, ',')).toBe(',')
  })
})

describe('createColumnTally()', () => {
  it('keeps min, median, max, decimals and a histogram of 20 bins under a decimal comma', () => {
    const tally = createColumnTally()
    for (const [i, cell] of ['7', '1,5', '1.234,25', '3,125'].entries()) tally.add(cell, i + 2)
    tally.addMissing('NA')
    const profile = tally.finish({ name: 'x', type: 'number', decimal: ',' })
    expect(profile.range).toEqual({
      min: 1.5,
      median: 5.0625,
      max: 1234.25,
      isInteger: false,
      decimals: 3,
    })
    expect(profile.histogram).toHaveLength(20)
    expect(profile.histogram.reduce((a, b) => a + b)).toBe(4)
    expect(profile).toMatchObject({ nMissing: 1, nDistinct: 4, nRejected: 0 })
  })

  it('lists the cells that are no number, with their lines', () => {
    const tally = createColumnTally()
    for (let i = 0; i < 20; i++) tally.add(String(i), i + 2)
    tally.add('closed', 99)
    const profile = tally.finish({ name: 'x', type: 'number', decimal: '.' })
    expect(profile.rejected).toEqual([{ line: 99, text: 'closed' }])
  })

  it('keeps up to 20,000 short levels sorted by code units, else the first few', () => {
    const few = createColumnTally()
    for (const cell of ['b', 'a', 'B', 'ä', 'a']) few.add(cell, 2)
    expect(few.finish({ name: 'x', type: 'text', decimal: '.' }).levels).toEqual([
      'B',
      'a',
      'b',
      'ä',
    ])
    const many = createColumnTally()
    for (let i = 0; i < 20_001; i++) many.add(`level ${i}`, i + 2)
    expect(many.finish({ name: 'x', type: 'text', decimal: '.' })).toMatchObject({
      nDistinct: 20_001,
      distinctIsExact: true,
      levelsAreComplete: false,
    })
  })

  it('is decided by all cells, not by the first hundred', () => {
    const tally = createColumnTally()
    for (let i = 0; i < 150; i++) tally.add('0.5', i + 2)
    for (let i = 0; i < 3000; i++) tally.add('1,25', i + 152)
    expect(tally.evidence()).toEqual({ pointOnly: 150, commaOnly: 3000 })
    const profile = tally.finish({ name: 'x', type: 'number', decimal: ',' })
    expect(profile).toMatchObject({ nRejected: 150, range: { min: 1.25, max: 1.25 } })
  })

  it('F-23 keeps every figure finite for any finite numbers', () => {
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 50 }), (values) => {
        const tally = createColumnTally()
        values.forEach((value, i) => tally.add(String(value), i + 2))
        const profile = tally.finish({ name: 'x', type: 'number', decimal: '.' })
        const { range, histogram, nRejected } = profile
        const figures = [range?.min, range?.median, range?.max, ...histogram]
        expect(figures.every(Number.isFinite)).toBe(true)
        expect(nRejected).toBe(0)
        expect(histogram.reduce((sum, n) => sum + n, 0)).toBe(values.length)
      }),
    )
  })

  it('F-23 stays finite between the largest doubles', () => {
    const tally = createColumnTally()
    tally.add('1e308', 2)
    tally.add('-1e308', 3)
    const { range, histogram } = tally.finish({ name: 'x', type: 'number', decimal: '.' })
    expect(range?.median).toBe(0)
    expect(histogram[0]).toBe(1)
    expect(histogram[19]).toBe(1)
  })
})

describe('createNullTest(tokens)', () => {
  const isNull = createNullTest(defaultNullTokens)
  it.each([
    '',
    ' ',
    '\u00a0',
    'NA',
    'n/a',
    'NULL',
    'None',
    'nan',
    '#N/A',
    '#DIV/0!',
    '#VALUE!',
    '#ref!',
    '#NAME?',
    '#NUM!',
    '#NULL!',
    '-',
    '?',
    ' NA ',
  ])('F-22 %j is missing', (cell) => {
    expect(isNull(cell)).toBe(true)
  })
  it.each(['0', 'NAN A', 'n', '-5', '--', '??', 'Nashville', 'no'])(
    'F-22 %j is not missing',
    (cell) => {
      expect(isNull(cell)).toBe(false)
    },
  )
  it('takes the tokens that it is given, also beyond ASCII and with digits', () => {
    const own = createNullTest(['-999', 'Äh', 'k.A.'])
    expect(['-999', 'äh', 'K.A.', ' k.a. '].every(own)).toBe(true)
    expect(['NA', '-998', '-9990'].some(own)).toBe(false)
  })
})

describe('isDate(text)', () => {
  it.each(['2024-01', '2024/12/31', '2024-01-05T10:00:00Z', '1/13/24', '13/1/2024', '5-Jan-24'])(
    '%j is a date',
    (text) => {
      expect(isDate(text)).toBe(true)
    },
  )
  it.each([
    '2024',
    '20240105',
    '2024.5',
    '2024-13-01',
    '32.1.2024',
    '13/13/2024',
    '1.2.3',
    '12:30',
  ])('%j is not', (text) => {
    expect(isDate(text)).toBe(false)
  })
})
