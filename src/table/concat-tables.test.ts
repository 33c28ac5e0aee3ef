import { describe, expect, it } from 'vitest'
import { compareText } from './compare-text'
import { concatTables } from './concat-tables'
import { createInterner } from './intern'
import { selectRows } from './select-rows'
import { orderByText } from './sort-by-text'
import { sortLevels } from './sort-levels'
import { cellText, type LevelColumn, type Table } from './table'

function textColumn(name: string, cells: readonly (string | null)[]): LevelColumn {
  const { codeOf, levels } = createInterner()
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : codeOf(cell)))
  return { type: 'text', name, codes, levels }
}

function tableOf(ids: readonly (string | null)[], values: readonly number[]): Table {
  const numbers = { type: 'number', name: 'x', values: Float64Array.from(values) } as const
  return { nRows: ids.length, columns: [textColumn('id', ids), numbers] }
}

function cellsOf(table: Table): (string | null)[][] {
  return Array.from({ length: table.nRows }, (_, row) =>
    table.columns.map((column) => cellText(column, row)),
  )
}

describe('concatTables(chunks)', () => {
  it('puts chunks one under the other and sorts the levels by code units', () => {
    const table = concatTables([
      tableOf(['b', 'a'], [1, NaN]),
      tableOf(['c', null, 'a'], [3, 4, 5]),
    ])
    expect(cellsOf(table)).toEqual([
      ['b', '1'],
      ['a', null],
      ['c', '3'],
      [null, '4'],
      ['a', '5'],
    ])
    expect(table.columns[0]).toMatchObject({ levels: ['a', 'b', 'c'] })
  })
  it('of nothing is an empty table', () => {
    expect(concatTables([])).toEqual({ nRows: 0, columns: [] })
  })
})

describe('selectRows(table, rows)', () => {
  it('takes rows in the given order, also twice', () => {
    const table = selectRows(tableOf(['a', 'b', null], [1, 2, 3]), [2, 0, 0])
    expect(cellsOf(table)).toEqual([
      [null, '3'],
      ['a', '1'],
      ['a', '1'],
    ])
  })
  it('of no row keeps the columns', () => {
    expect(selectRows(tableOf(['a'], [1]), [])).toMatchObject({ nRows: 0, columns: [{}, {}] })
  })
})

describe('orderByText(column)', () => {
  it('sorts by code units, missing last, ties in file order', () => {
    const column = textColumn('id', ['b', null, 'a', 'B', 'a', 'ä'])
    expect([...orderByText(column)]).toEqual([3, 2, 4, 0, 5, 1])
  })
})

describe('sortLevels(column)', () => {
  it('drops levels that no row uses and keeps every cell', () => {
    const column = { ...textColumn('id', ['z', 'y', 'x']), codes: Int32Array.of(2, -1, 0) }
    expect(sortLevels(column)).toEqual({
      type: 'text',
      name: 'id',
      codes: Int32Array.of(0, -1, 1),
      levels: ['x', 'z'],
    })
  })
})

describe('compareText(a, b)', () => {
  it('is the order of code units, not of a language', () => {
    expect(['ä', 'a', 'Z', '_', '10', '9'].sort(compareText)).toEqual([
      '10',
      '9',
      'Z',
      '_',
      'a',
      'ä',
    ])
    expect(compareText('a', 'a')).toBe(0)
  })
})

describe('createInterner()', () => {
  it('numbers texts in the order of first sight, also those that name members of objects', () => {
    const interner = createInterner()
    expect(['b', 'a', 'b', '__proto__'].map(interner.codeOf)).toEqual([0, 1, 0, 2])
    expect(interner.levels).toEqual(['b', 'a', '__proto__'])
    expect(interner.codeOf('toString')).toBe(3)
  })
})
