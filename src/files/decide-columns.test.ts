import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createColumnTally } from '../table/column-tally'
import { createNullTest, defaultNullTokens } from '../table/is-null-token'
import { type NumberStyle, printNumber } from '../table/testing/print-number'
import { createChunkBuilder, planColumns } from './build-chunk'
import { decideColumns, type DecidedColumns } from './decide-columns'
import { fixedFormat } from './fixed-format'
import type { ReadOverrides } from './source-profile'
import { profileOf } from './testing/profile-of'

type Columns = Readonly<Record<string, readonly string[]>>
const isNull = createNullTest(defaultNullTokens)

function decide(
  columns: Columns,
  { delimiter = ',', ...overrides }: ReadOverrides = {},
): DecidedColumns {
  const tallies = Object.entries(columns).map(([name, cells]) => {
    const tally = createColumnTally(fixedFormat(overrides, name))
    cells.forEach((cell, i) => (isNull(cell) ? tally.addMissing(cell) : tally.add(cell, i + 2)))
    return tally
  })
  const labels = Object.keys(columns)
  return decideColumns({ tallies, labels, delimiter, plainColumns: new Set(), overrides })
}

/** The values of the first column, as the second pass reads them. */
function valuesOf(cells: readonly string[], { columns, numberFormats }: DecidedColumns): number[] {
  const made = profileOf(columns)
  const options = { ...made.options, numberFormats, nullTokens: defaultNullTokens }
  const chunk = createChunkBuilder(planColumns({ ...made, options }, new Set()), cells.length)
  for (const cell of cells) chunk.add([cell])
  const [column] = chunk.take().columns
  return column.type === 'number' ? [...column.values] : []
}

describe('decideColumns(tallied): one format a column', () => {
  const style = (given: Partial<NumberStyle>): NumberStyle => ({
    decimal: '.',
    group: '',
    isIndian: false,
    negative: 'before',
    before: '',
    behind: '',
    zero: 0x30,
    ...given,
  })
  const styles = fc
    .record({
      decimal: fc.constantFrom('.', ','),
      group: fc.constantFrom('', ',', '.', "'", '\u2019', ' ', '\u00a0', '\u2009', '\u202f'),
      isIndian: fc.boolean(),
      negative: fc.constantFrom('before', 'U+2212', 'behind', 'parentheses'),
      before: fc.constantFrom('', '$', 'EUR '),
      behind: fc.constantFrom('', ' %'),
      zero: fc.constantFrom(0x30, 0x660, 0xff10),
    })
    .filter(({ decimal, group, before, behind }) => {
      return decimal !== group && (before === '' || behind === '')
    })
  const numbers = fc.array(
    fc.record({
      integer: fc.stringMatching(/^[1-9]\d{0,8}$/),
      fraction: fc.stringMatching(/^\d{2}$/),
      isNegative: fc.boolean(),
    }),
    { minLength: 5, maxLength: 40 },
  )

  it('F-20 decides 200 generated columns in mixed formats right, and reads every cell back', () => {
    fc.assert(
      fc.property(numbers, styles, (column, how) => {
        const cells = column.map((number) => printNumber(number, style(how)))
        const decided = decide({ x: cells })
        expect(decided.columns[0]).toMatchObject({ type: 'number', nRejected: 0 })
        const expected = column.map(({ integer, fraction, isNegative }) => {
          return (isNegative ? -1 : 1) * Number(`${integer}.${fraction}`)
        })
        expect(valuesOf(cells, decided)).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('F-21 rejects in the profile just the cells that the second pass reads as missing', () => {
    const alphabet = [..."0123456789.,' -()%$\u20ac\u0663\u066b\u066c\uff11eE"]
    const cell = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 9 })
    const types = [{ column: 'x', type: 'number' }] as const
    const fixed = fc.constantFrom<ReadOverrides>(
      {},
      { decimal: ',' },
      { decimal: '.', group: '' },
      { group: '.' },
      { numberFormats: [{ column: 'x', decimal: ',', group: ' ' }] },
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), fixed, (cells, overrides) => {
        const decided = decide({ x: cells }, { ...overrides, types })
        const values = valuesOf(cells, decided)
        const nUnread = cells.filter((text, i) => !isNull(text) && Number.isNaN(values[i])).length
        expect(decided.columns[0].nRejected).toBe(nUnread)
      }),
      { numRuns: 1000 },
    )
  })

  it('F-20 takes the comma after a sign of dollar, pound, yen or rupee for thousands', () => {
    const { numberFormats } = decide({ x: ['\u00a51,200', '\u00a33'] }, { delimiter: ';' })
    expect(numberFormats).toEqual([{ column: 'x', decimal: '.', group: ',' }])
    const inEuro = decide({ x: ['1,459 \u20ac', '1,559 \u20ac'] }, { delimiter: ';' })
    expect(inEuro.numberFormats).toEqual([{ column: 'x', decimal: ',', group: '' }])
  })

  it('F-20 one column with a decimal comma decides those that could be either', () => {
    const { numberFormats, notes } = decide({ x: ['1,5', '2,25'], y: ['1.234', '5.678'] })
    expect(numberFormats).toEqual([
      { column: 'x', decimal: ',', group: '' },
      { column: 'y', decimal: ',', group: '.' },
    ])
    expect(notes).toEqual([
      'Numbers are written as 1234,56 in "x".',
      '"y": 1.234 could be 1.234 or 1234; it is read as 1234, as the other columns are written.',
    ])
  })

  it('F-20 reads 1.234 alone with a decimal point, and says so unless other columns have one', () => {
    expect(decide({ x: ['1.234', '5.678'] })).toMatchObject({
      numberFormats: [],
      columns: [{ range: { min: 1.234 } }],
      notes: ['"x": 1.234 could be 1.234 or 1234; it is read as 1.234.'],
    })
    expect(decide({ x: ['1.234', '5.678'], y: ['0.5', '1.5'] }).notes).toEqual([])
  })

  it('F-20 says that 1.234 and 1,234 in one column contradict each other', () => {
    const { notes } = decide({ x: ['1.234', '5,678'] })
    expect(notes).toEqual([
      '"x": cells such as 1.234 and 1,234 contradict each other; "." is read as the decimal sign.',
    ])
  })
})

describe('decideColumns(tallied): what was dropped and what was not read', () => {
  it('F-21 tells one sentence a column of percent, currencies, parentheses and other digits', () => {
    const { notes } = decide({
      share: ['12 %', '0.12', '5%'],
      price: ['$5', '($6)', '7 \u20ac', '8'],
      wide: ['\uff11', '2', '3'],
      plain: ['1', '2', '3'],
    })
    expect(notes).toEqual([
      '"share": % stands in 2 of 3 numbers, and 12 % is read as 12.',
      '"price": currency dropped: $ in 2 cells, \u20ac in 1 cell, amounts are not converted; 1 cell in parentheses read as negative.',
      '"wide": digits other than 0 to 9 in 1 cell.',
    ])
  })

  it('F-22 counts the errors of a spreadsheet, which are missing', () => {
    const { columns, notes } = decide({ x: ['1', '#REF!', '#N/A', '#div/0!', '2'] })
    expect(columns[0]).toMatchObject({ type: 'number', nMissing: 3 })
    expect(notes).toEqual([
      '"x": 2 cells hold an error of a spreadsheet such as #REF!, read as missing.',
    ])
  })

  it('F-25 keeps a mixed column as text and says what is in it, with the address', () => {
    const { columns, notes } = decide({ id: ['1', '2', '3'], x: ['1', '2', '2024-01-05'] })
    expect(columns[1].type).toBe('text')
    expect(notes).toEqual([
      '"x": 2 of 3 cells are numbers, the others are not, first "2024-01-05" (line 4, column 2 "x"): kept as text.',
    ])
  })
})

describe('decideColumns(tallied): what a person fixed', () => {
  it('F-20 holds for one column, or for every number column of the file', () => {
    const columns = { x: ['1,234', '5,678'], y: ['1,5', '2'], z: ['a', 'b'] }
    const whole = decide(columns, { decimal: ',' })
    expect(whole.columns.map(({ range }) => range?.min)).toEqual([1.234, 1.5, undefined])
    const one = decide(columns, { numberFormats: [{ column: 'x', decimal: '.', group: ',' }] })
    expect(one.columns.map(({ range }) => range?.min)).toEqual([1234, 1.5, undefined])
    expect(decide({ x: ['1.234'] }, { group: '.' }).numberFormats).toEqual([
      { column: 'x', decimal: ',', group: '.' },
    ])
  })

  it('counts cells that do not fit a fixed format as rejected', () => {
    const { columns } = decide(
      { x: ['1,234', '5', '6', '7', '8', '9', '10', '11', '12', '13'] },
      { group: '', decimal: '.' },
    )
    expect(columns[0]).toMatchObject({ type: 'number', nRejected: 1 })
  })

  it('leaves the other columns as they were guessed when a guess is fixed', () => {
    const columns = { x: ['1.234', '5.678'], y: ['1,234', '2,345'] }
    const guessed = decide(columns, { delimiter: ';' })
    const again = decide(columns, { delimiter: ';', numberFormats: guessed.numberFormats })
    expect(again.columns).toEqual(guessed.columns)
    expect(again.numberFormats).toEqual(guessed.numberFormats)
  })

  it('F-25 reads a column as the type that was chosen, and says which column is not there', () => {
    const types = [
      { column: 'x', type: 'text' },
      { column: 'gone', type: 'number' },
    ] as const
    const { columns, notes } = decide({ x: ['1', '2'] }, { types })
    expect(columns[0].type).toBe('text')
    expect(notes).toEqual(['No column is called "gone": what was chosen for it is not used.'])
  })
})
