import { describe, expect, it } from 'vitest'
import type { ColumnProfile } from '../table/column-profile'
import type { Role } from './source'
import { storeCandidates, storesByOverlap } from './store-column'

const profile = (
  name: string,
  cells: readonly (string | number)[],
  more: Partial<ColumnProfile> = {},
): ColumnProfile => {
  const levels = [...new Set(cells.map(String))].sort()
  const isNumber = cells.every((cell) => typeof cell === 'number')
  return {
    name,
    type: isNumber ? 'number' : 'text',
    nMissing: 0,
    nEmpty: 0,
    nullTexts: [],
    nDistinct: levels.length,
    distinctIsExact: true,
    range: isNumber ? { min: 0, median: 0, max: 0, isInteger: true, decimals: 0 } : null,
    histogram: [],
    levels,
    levelsAreComplete: true,
    nRejected: 0,
    rejected: [],
    ...more,
  }
}

const named = (columns: readonly ColumnProfile[], nRows?: number) =>
  storeCandidates(columns, nRows).map(({ name }) => name)

describe('F-44: storeCandidates(columns, nRows)', () => {
  it('puts a column that is called store first, wherever it stands', () => {
    const columns = [
      profile('CVS ID', [7, 8, 9]),
      profile('sales', [1, 2, 3]),
      profile('Store', [1, 2, 3]),
    ]
    expect(named(columns, 3)).toEqual(['Store', 'CVS ID'])
  })

  it('of two that are called store takes the one that tells more stores apart', () => {
    const columns = [profile('STORE_CD', ['a', 'a', 'b']), profile('STORE_NBR', [1, 2, 3])]
    expect(named(columns, 3)).toEqual(['STORE_NBR', 'STORE_CD'])
  })

  it('without such a name takes ids, then texts, that are different in every row', () => {
    const columns = [
      profile('ZIP', [1, 2, 3]),
      profile('town', ['x', 'y', 'z']),
      profile('county_id', [1, 2, 3]),
      profile('kind_id', [1, 1, 2]),
    ]
    expect(named(columns, 3)).toEqual(['county_id', 'town'])
    expect(named(columns.slice(0, 1), 3)).toEqual([])
  })
})

describe('F-44: storesByOverlap(files)', () => {
  const file = (role: Role, store: string | null, columns: readonly ColumnProfile[]) => ({
    role,
    columns: {
      store,
      product: role === 'sales' ? 'SKU_NBR' : null,
      category: null,
      value: null,
      group: null,
    },
    profile: { columns, nRows: columns[0]?.nDistinct ?? 0 },
  })
  const external = file('external', 'STORE', [profile('STORE', [1, 2, 3, 4])])

  it('takes the column whose cells are stores of the other file', () => {
    const two = [profile('STORE_ID', ['x', 'y', 'z']), profile('CVS ID', [1, 2, 9])]
    expect(storesByOverlap([file('store_metrics', 'STORE_ID', two), external])).toEqual([
      'CVS ID',
      'STORE',
    ])
  })

  it('finds a column where none was taken', () => {
    const unnamed = file('store_metrics', null, [
      profile('kind', ['a', 'b', 'c']),
      profile('no', [1, 2, 9]),
    ])
    expect(storesByOverlap([unnamed, external])[0]).toBe('no')
  })

  it('keeps what was taken on a tie, where nothing is shared, and where ids are not all known', () => {
    const tie = [profile('STORE_ID', [1, 2, 8]), profile('STORE_NBR', [1, 2, 9])]
    const many = [
      profile('STORE_ID', ['x']),
      profile('STORE_NBR', [1, 2, 9], { levelsAreComplete: false }),
    ]
    const files = [tie, many].map((columns) => file('store_metrics', 'STORE_ID', columns))
    for (const one of files) expect(storesByOverlap([one, external])[0]).toBe('STORE_ID')
    expect(storesByOverlap([external])).toEqual(['STORE'])
  })

  it('never takes the product of a sale for its store, nor a store for a product map', () => {
    const columns = [profile('SKU_NBR', [1, 2, 3, 4]), profile('STORE_NBR', [1, 2])]
    const map = file('product_map', null, [profile('PRODUCT_ID', [1, 2, 3, 4])])
    expect(storesByOverlap([file('sales', 'STORE_NBR', columns), map, external])).toEqual([
      'STORE_NBR',
      null,
      'STORE',
    ])
  })
})
