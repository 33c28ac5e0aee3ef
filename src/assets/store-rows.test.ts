import { describe, expect, it } from 'vitest'
import type { Column } from '../table/table'
import { AssetError } from './failure'
import { typeColumn } from './testing/fixture-source'
import { mergeRows, sortColumns } from './merge-rows'
import {
  countDuplicates,
  dropIdenticalRows,
  groupByStore,
  refuseDuplicates,
  withoutStores,
} from './store-rows'

const ids = (...cells: readonly string[]) => {
  const column = typeColumn('store', cells, true)
  if (column.type === 'number') throw new Error('ids are text')
  return column
}

const refuse = (store: ReturnType<typeof ids>, ...columns: readonly Column[]) =>
  refuseDuplicates(
    { nRows: store.codes.length, columns: [store, ...columns] },
    groupByStore(store),
    'm.csv',
  )

function caught(act: () => void): Error {
  try {
    act()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('Nothing was thrown')
}

describe('groupByStore(ids)', () => {
  it('sorts stores by code units and keeps the rows of a store in file order', () => {
    const stores = groupByStore(ids('b', '10', 'b', '9', ''))
    expect(stores).toEqual({ storeIds: ['10', '9', 'b'], rows: [[1], [3], [0, 2]] })
    expect(countDuplicates(stores)).toBe(1)
  })

  it('leaves rows without a store and rows that are not taken in no group', () => {
    expect(groupByStore(ids('', ''))).toEqual({ storeIds: [], rows: [] })
    expect(groupByStore(ids('a', 'a'), (row) => row === 1)).toEqual({
      storeIds: ['a'],
      rows: [[1]],
    })
  })
})

describe('withoutStores(stores, ids)', () => {
  it('splits off only stores that are there', () => {
    const { kept, leftOut } = withoutStores(groupByStore(ids('a', 'b')), ['b', 'c'])
    expect(kept.storeIds).toEqual(['a'])
    expect(leftOut).toEqual(['b'])
  })
})

describe('refuseDuplicates(table, stores, fileName)', () => {
  it('names the file, the first stores and how to go on', () => {
    const store = ids(...['1', '2', '3', '4', '5', '6'].flatMap((id) => [id, id]))
    expect(() => refuse(store)).toThrow(
      'm.csv: 6 stores have more than one row (1, 2, 3, 4, 5 ...). Their rows are equal in every cell.',
    )
    expect(() => refuse(ids('1', '2'))).not.toThrow()
  })

  it('F-40: tells rows that contradict each other from rows that are equal', () => {
    const refused = (cells: readonly string[], x: readonly string[]) => {
      const error = caught(() => refuse(ids(...cells), typeColumn('x', x)))
      return [error.message, error instanceof AssetError ? error.failure.hint : '']
    }
    expect(refused(['1', '1'], ['5', '5'])).toEqual([
      'm.csv: 1 store has more than one row (1). Its rows are equal in every cell.',
      'Remove the repeated rows, or set duplicate_stores to first.',
    ])
    expect(refused(['1', '1', '2', '2', '2'], ['5', '5', '6', '7', '7'])).toEqual([
      'm.csv: 2 stores have more than one row (1, 2). 1 of them has rows that differ: store 2. Up to 3 rows a store.',
      'Set duplicate_stores to first, last, mean or sum.',
    ])
    expect(refused(['1', '1', '2', '2'], ['5', '6', '6', '7'])[0]).toContain(
      '(1, 2). All of them have rows that differ, first store 1.',
    )
  })
})

describe('dropIdenticalRows(table, stores)', () => {
  it('drops rows equal in every cell, missing ones too, and keeps the others', () => {
    const store = ids('1', '1', '1', '2')
    const columns = [
      store,
      typeColumn('x', ['5', '5', '6', '5']),
      typeColumn('t', ['', '', '', 'a']),
    ]
    const { stores, nDropped } = dropIdenticalRows({ nRows: 4, columns }, groupByStore(store))
    expect(stores.rows).toEqual([[0, 2], [3]])
    expect(nDropped).toBe(1)
  })
})

describe('mergeRows(columns, stores, rule)', () => {
  const stores = groupByStore(ids('1', '1', '1', '2'))
  const x = typeColumn('x', ['1', '', '5', ''])
  const t = typeColumn('t', ['b', 'a', '', 'c'])
  const cells = (rule: 'first' | 'last' | 'mean' | 'sum') =>
    mergeRows([x, t], stores, rule).map((column) =>
      column.type === 'number'
        ? [...column.values]
        : [...column.codes].map((code) => column.levels[code] ?? null),
    )

  it('takes the first or the last row of the file', () => {
    expect(cells('first')).toEqual([
      [1, Number.NaN],
      ['b', 'c'],
    ])
    expect(cells('last')).toEqual([
      [5, Number.NaN],
      [null, 'c'],
    ])
  })

  it('averages or adds the present numbers; text takes the most frequent, the first by name', () => {
    expect(cells('mean')).toEqual([
      [3, Number.NaN],
      ['a', 'c'],
    ])
    expect(cells('sum')).toEqual([
      [6, Number.NaN],
      ['a', 'c'],
    ])
  })
})

describe('sortColumns(columns)', () => {
  it('sorts by code units and leaves its argument alone', () => {
    const columns = [typeColumn('b', []), typeColumn('a', []), typeColumn('Z', [])]
    expect(sortColumns(columns).map(({ name }) => name)).toEqual(['Z', 'a', 'b'])
    expect(columns[0].name).toBe('b')
  })
})
