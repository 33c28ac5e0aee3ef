import { describe, expect, test } from 'vitest'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import type { FileChange } from '../../state/sources/file-change'
import { changeSentence } from './file-changed.model'
import { fileCell, sameBytes } from './files.model'
import { rejectedCsv, rejectedLines, rejectedSentence } from './rejected.model'
import { fixtureSource } from './testing/fixture-source'

const source = fixtureSource({
  role: 'external',
  columns: [columnOf({ name: 'store' })],
  needs: { store: 'store' },
})
const ready = {
  status: 'ready',
  id: 'a',
  name: 'market.csv',
  source,
  reason: 'It fits.',
  overrides: {},
} as const
const quiet = { nToDecide: 0, nUnmatched: 0, nRepeated: 0, sameAs: null }

const change: FileChange = {
  before: ready,
  isSameBytes: false,
  nRows: { before: 60, now: 70 },
  columns: { gone: ['a', 'b', 'c', 'd', 'e'], added: ['rent'] },
  lost: [],
  stores: { nGone: 1, nNew: 12 },
}

describe('the card of a file', () => {
  test('says how many bytes are read, and can be stopped then', () => {
    const file = { kind: 'blob', name: 'a.csv', blob: new Blob([]) } as const
    const reading = { status: 'reading', id: 'a', name: 'a.csv', file, before: null } as const
    const cell = fileCell({ ...reading, bytesDone: 4e6, bytesTotal: 200e6 }, quiet)
    expect(cell).toMatchObject({ facts: 'Reading, 4.0 MB of 200 MB', isReading: true })
  })

  test('asks for a file of which this browser keeps no copy', () => {
    const { file: _file, ...lost } = source
    const cell = fileCell({ status: 'lost', id: 'a', name: 'market.csv', source: lost }, quiet)
    expect(cell).toMatchObject({
      reason: 'No copy of it is kept in this browser',
      chip: { text: 'Choose again' },
    })
  })

  test('says that the same bytes are here under another name', () => {
    const copy = { ...ready, id: 'b', name: 'copy.csv' }
    const sameAs = sameBytes(ready, [ready, copy])
    expect(sameAs).toBe('copy.csv')
    expect(fileCell(ready, { ...quiet, sameAs })).toMatchObject({
      reason: 'The same bytes as copy.csv: remove one of the two',
      chip: { text: 'Here twice' },
    })
    expect(sameBytes(ready, [ready])).toBeNull()
  })

  test('names the column that is gone with a new file until another is chosen', () => {
    const lost = [{ need: 'store', name: 'store_id' }] as const
    const without = { ...source, columns: { ...source.columns, store: null } }
    const entry = { ...ready, source: without, change: { ...change, lost } }
    expect(fileCell(entry, quiet).reason).toBe('store_id is gone: choose another column')
    expect(fileCell({ ...entry, source }, quiet).reason).toBe('In the place of an earlier file')
  })

  test('warns of a column that is gone also where a run can do without', () => {
    const lost = [{ need: 'category', name: 'part' }] as const
    const cell = fileCell({ ...ready, change: { ...change, lost } }, quiet)
    expect(cell.chip?.text).toBe('Column gone')
  })

  test('says that lines were repaired, not what is usual', () => {
    const withNotes = (...notes: string[]) => {
      const profile = { ...source.profile, notes }
      return fileCell({ ...ready, source: { ...source, profile } }, quiet).chip
    }
    expect(withNotes('A quote on line 3 is never closed.')?.text).toBe('1 note')
    expect(withNotes('The text is read as windows-1252.')).toBeNull()
    expect(withNotes('"hours": 25,333 could be 25.333 or 25333.')?.text).toBe('1 note')
  })

  test('of a workbook says which sheet it is, of how many', () => {
    const sheets = ['Rents', 'Areas']
    const options = { ...source.profile.options, format: 'xlsx', sheet: 'Areas' } as const
    const profile = { ...source.profile, sheets, options }
    const cell = fileCell({ ...ready, source: { ...source, profile } }, quiet)
    expect(cell.facts).toBe('3 rows, 2.9 KB, sheet 2 of 2')
  })
})

describe('a file in the place of another', () => {
  test('says rows, columns and stores, before and after', () => {
    expect(changeSentence(change)).toBe(
      'This file replaced an earlier one. 60 rows before, 70 now. Gone columns: a, b, c, d and 1 more. New column: rent. 1 store gone, 12 new.',
    )
  })

  test('asks first for what is gone', () => {
    const lost = [{ need: 'store', name: 'store_id' }] as const
    expect(changeSentence({ ...change, lost })).toMatch(
      /^store_id is gone: choose the store column\. (?!.*store gone)/,
    )
  })

  test('of the same bytes changed nothing', () => {
    expect(changeSentence({ ...change, isSameBytes: true })).toContain('nothing changed')
  })
})

describe('rejected cells', () => {
  const profile = profileOf([
    columnOf({ name: 'rent', nRejected: 300, rejected: [{ line: 9, text: 'closed' }] }),
    columnOf({ name: 'area', nRejected: 1, rejected: [{ line: 4, text: '=1,2' }] }),
  ])

  test('are listed by line over all columns, with their counts', () => {
    expect(rejectedLines(profile).map(({ line, column }) => [line, column])).toEqual([
      [4, 'area'],
      [9, 'rent'],
    ])
    expect(rejectedSentence(profile)).toBe(
      '301 cells are no number and left empty: rent 300, area 1. The first 2 are listed.',
    )
  })

  test('are downloaded as they stand in the file', () => {
    expect(rejectedCsv(profile).rows).toEqual([
      [4, 'area', '=1,2'],
      [9, 'rent', 'closed'],
    ])
  })
})

test('an id that is no number is no unreadable cell', () => {
  const column = columnOf({ name: 'store', nRejected: 1, rejected: [{ line: 4, text: 'B-12' }] })
  const notes = ['"store": 1 cell is not a number and read as missing, first "B-12" on line 4.']
  const withColumn = (columns: Parameters<typeof fixtureSource>[0]['columns']) => {
    const made = fixtureSource({ role: 'external', columns, needs: { store: 'store' } })
    return { ...made, profile: { ...made.profile, notes } }
  }
  expect(fileCell({ ...ready, source: withColumn([column]) }, quiet).chip).toBeNull()
  const other = columnOf({ name: 'rent', nRejected: 1, rejected: [{ line: 4, text: 'B-12' }] })
  expect(fileCell({ ...ready, source: withColumn([column, other]) }, quiet).chip?.text).toBe(
    '1 unreadable',
  )
})
