import { describe, expect, it } from 'vitest'
import type { Column } from '../../../table/table'
import { defaultsOf } from '../../testing/defaults-of'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { checks } from './checks'
import { compute } from './compute'
import { internalStoreMetrics, type StoreMetrics } from './spec'

const defaults = defaultsOf(internalStoreMetrics.params)

const read = (csv: string, params: Partial<typeof defaults> = {}) =>
  readHurt(fixtureSource('m.csv', csv, { store: 'ID' }), params)

const readHurt = (
  source: ReturnType<typeof fixtureSource>,
  params: Partial<typeof defaults> = {},
) => compute({}, { ...defaults, ...params }, fixtureContext({ store_metrics: [source] }, 'all'))

const cells = (value: StoreMetrics, name: string) => {
  const column = value.columns.find((column) => column.name === name)
  return column?.type === 'number' ? [...column.values] : null
}

describe('internal_store_metrics, cells that are not known', () => {
  describe('a cell that holds no number', () => {
    const csv = 'ID,staff,sales\n1,2,10\n2,3,\n3,5,15\n'
    const hurt = (text: string, whole = csv) => {
      const source = fixtureSource('m.csv', whole, { store: 'ID' })
      const withText = (column: Column): Column =>
        column.type === 'number' && column.name === 'sales'
          ? { ...column, unreadable: new Map([[1, text]]) }
          : column
      const chunks = async function* () {
        for await (const { table, firstRow } of source.chunks())
          yield { firstRow, table: { ...table, columns: table.columns.map(withText) } }
      }
      return { ...source, chunks }
    }

    it('is unknown, makes no table of sales and is told', async () => {
      const value = await readHurt(hurt('#REF!'))
      expect(value).toMatchObject({ missingMeans: 'unknown', asShares: false, filled: [] })
      expect(cells(value, 'sales')).toEqual([10, Number.NaN, 15])
      expect(checks.cells_readable(value, {})).toEqual({
        passed: false,
        metadata: { cells: 1, columns: 1, first: 'm.csv, row 2, column 3 "sales": #REF!' },
      })
    })

    it('is never zero, and leaves the shares of its row unknown, not those of a part', async () => {
      const source = hurt('4OO', `${csv}4,,5\n`)
      const value = await readHurt(source)
      expect(value).toMatchObject({ missingMeans: 'zero', asShares: true })
      expect(cells(value, 'staff')).toEqual([(2 / 12) * 100, Number.NaN, 25, 0])
      expect(cells(value, 'sales')).toEqual([(10 / 12) * 100, Number.NaN, 75, 100])
      expect(cells(value, 'row_total')).toEqual([12, Number.NaN, 20, 5])
      expect(value.filled).toEqual([{ column: 'staff', cells: 1 }])
      expect(value.excluded).toEqual([])
      expect(checks.stores_with_total(value, {})).toEqual({
        passed: false,
        metadata: {
          stores_without_total: 0,
          total_not_known: 1,
          first: '2',
          as_shares: true,
        },
      })
      const zero = await readHurt(source, { missing_means: 'zero', as_shares: false })
      expect(cells(zero, 'sales')).toEqual([10, Number.NaN, 15, 5])
    })
  })

  it('shares of a row with an unknown cell are unknown; a column without any cell is no part', async () => {
    const csv = 'ID,fax,sales,staff\n1,,,2\n2,,30,10\n3,,1,\n'
    const value = await read(csv, { missing_means_of: { sales: 'unknown' } })
    expect(cells(value, 'staff')).toEqual([Number.NaN, 25, 0])
    expect(cells(value, 'sales')).toEqual([Number.NaN, 75, 100])
    const unknown = await read(csv, { missing_means: 'unknown', as_shares: true })
    expect(cells(unknown, 'staff')).toEqual([Number.NaN, 25, Number.NaN])
    expect(cells(unknown, 'row_total')).toEqual([Number.NaN, 40, Number.NaN])
  })

  it.each([
    ['without a store', 'ID,a,b\n1,1,2\n2,3,4\n,,\n', {}],
    ['of a store left out', 'ID,a,b\n1,1,2\n2,3,4\n9,,7\n', { exclude_stores: ['9'] }],
    ['of another state', 'ID,state,a,b\n1,IA,1,2\n2,IA,3,4\n9,TX,,7\n', { states: ['IA'] }],
  ])('an empty cell of a row %s says nothing of the others', async (_, csv, params) => {
    const value = await read(csv, params)
    expect(value).toMatchObject({ missingMeans: 'unknown', asShares: false })
    expect(cells(value, 'a')).toEqual([1, 3])
  })

  it('keeps the numbers of the rows that a program wrote as a label, in no total', async () => {
    const csv = 'Unnamed: 0,ID,a,b\n0,7,1,3\n1,5,4,\n2,6,1,1\n'
    const value = await read(csv, { exclude_stores: ['7'] })
    expect(value.labels).toEqual(['row_total', 'Unnamed: 0'])
    expect(cells(value, 'Unnamed: 0')).toEqual([1, 2])
    expect(cells(value, 'a')).toEqual([100, 50])
    const plain = await read('column 1,ID,a\n1,7,9\n2,5,-2\n')
    expect(plain.labels).toEqual(['column 1'])
    expect((await read('column 1,ID,a\n1,7,9\n4,5,2\n')).labels).toEqual([])
  })
})
