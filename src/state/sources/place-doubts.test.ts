import { expect, it } from 'vitest'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import type { Source } from '../../runs/contract'
import { placeDoubts } from './place-doubts'

const none = { store: null, product: null, category: null, value: null, group: null }
const ids = columnOf({ name: 'STORE', levels: ['1', '2', '3'], nDistinct: 3 })

function file(name: string, role: Source['role'], features: readonly string[]): Source {
  const columns = [ids, ...features.map((each) => columnOf({ name: each, type: 'number' }))]
  const profile = profileOf(columns, { nRows: 3, digest: name })
  const handle = { kind: 'path', name, path: name } as const
  return { id: name, role, name, file: handle, profile, columns: { ...none, store: 'STORE' } }
}

it('F-33: files that were swapped are swapped back together', () => {
  const sources = [
    file('units.csv', 'external', ['TOTAL_SALES', 'ITEMS']),
    file('market.csv', 'store_metrics', ['POPULATION', 'INCOME']),
  ]
  expect(placeDoubts(sources)).toMatchObject([
    {
      code: 'swapped_files',
      remedies: [
        { kind: 'role', id: 'units.csv', role: 'store_metrics' },
        { kind: 'role', id: 'market.csv', role: 'external' },
      ],
    },
  ])
})

it('F-33: one file in the wrong place is given its role; a file that fits is left alone', () => {
  const market = file('market.csv', 'store_metrics', ['POPULATION', 'INCOME'])
  expect(placeDoubts([market])).toMatchObject([
    { code: 'unlikely_role', remedies: [{ kind: 'role', id: 'market.csv', role: 'external' }] },
  ])
  expect(placeDoubts([{ ...market, role: 'external' }])).toEqual([])
})

it('F-44: offers the other column that may be the value, until it is taken', () => {
  const range = { min: 0, median: 1, max: 9, isInteger: false, decimals: 2 }
  const columns = [
    ids,
    columnOf({ name: 'SKU' }),
    ...['left', 'right'].map((name) => columnOf({ name, type: 'number', nDistinct: 3, range })),
  ]
  const sales = { ...file('sold.csv', 'sales', []), profile: profileOf(columns, { nRows: 3 }) }
  const taking = (value: string) => ({
    ...sales,
    columns: { ...none, store: 'STORE', product: 'SKU', value },
  })
  expect(placeDoubts([taking('left')])).toMatchObject([
    {
      code: 'unsure_value_column',
      remedies: [{ kind: 'value', id: 'sold.csv', column: 'right' }],
    },
  ])
  expect(placeDoubts([taking('right')])).toEqual([])
})
