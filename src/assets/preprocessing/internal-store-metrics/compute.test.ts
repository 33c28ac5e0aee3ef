import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import type { SourceColumns } from '../../source'
import { checks } from './checks'
import { compute } from './compute'
import { internalStoreMetrics, type StoreMetrics } from './spec'

const wide = new URL(
  '../../../../../shared/data/iowa_liquor/internal_sales_wide.csv',
  import.meta.url,
)
const defaults = defaultsOf(internalStoreMetrics.params)

const read = (
  csv: string,
  params: Partial<typeof defaults> = {},
  { partition = 'all', ...columns }: Partial<SourceColumns> & { partition?: string } = {},
) =>
  compute(
    {},
    { ...defaults, ...params },
    fixtureContext(
      { store_metrics: [fixtureSource('m.csv', csv, { store: 'ID', ...columns })] },
      partition,
    ),
  )

const cells = (value: StoreMetrics, name: string) => {
  const column = value.columns.find((column) => column.name === name)
  return column?.type === 'number' ? [...column.values] : null
}

describe('internal_store_metrics', () => {
  it('reads an empty cell of a sales-like table as zero, and rows as shares of their total', async () => {
    const value = await read('ID,b,a\n2,1,3\n1,5,\n')
    expect(value).toMatchObject({ missingMeans: 'zero', asShares: true, storeIds: ['1', '2'] })
    expect(cells(value, 'a')).toEqual([0, 75])
    expect(cells(value, 'b')).toEqual([100, 25])
    expect(cells(value, 'row_total')).toEqual([5, 4])
    expect(value.labels).toEqual(['row_total'])
  })

  it.each([
    ['no cell is empty', 'ID,a,b\n1,1,2\n2,3,4\n'],
    ['a cell is negative', 'ID,a,b\n1,-1,2\n2,,4\n'],
    ['a feature is text', 'ID,a,kind\n1,1,x\n2,,x\n3,2,y\n'],
  ])('takes empty cells for unknown and keeps the numbers where %s', async (_, csv) => {
    expect(await read(csv)).toMatchObject({ missingMeans: 'unknown', asShares: false, labels: [] })
  })

  it('does not let ids, coordinates or an empty column decide, nor fills or shares them', async () => {
    const value = await read('ID,zip,lat,fax,a,b\n1,,-9,,1,\n2,100,,,2,2\n')
    expect(value).toMatchObject({ missingMeans: 'zero', asShares: true })
    expect(cells(value, 'zip')).toEqual([Number.NaN, 100])
    expect(cells(value, 'lat')).toEqual([-9, Number.NaN])
    expect(cells(value, 'row_total')).toEqual([1, 4])
  })

  it('does as it is told instead', async () => {
    const csv = 'ID,a,b\n1,1,\n2,3,1\n'
    const plain = await read(csv, { missing_means: 'unknown' })
    expect(cells(plain, 'b')).toEqual([Number.NaN, 1])
    const shared = await read(csv, { missing_means: 'unknown', as_shares: true })
    expect(cells(shared, 'b')).toEqual([Number.NaN, 25])
    expect(cells(shared, 'a')).toEqual([Number.NaN, 75])
    const filled = await read(csv, { as_shares: false })
    expect(cells(filled, 'b')).toEqual([0, 1])
  })

  it('F-28 lets single columns mean something else, and counts the cells that became zero', async () => {
    const csv = 'ID,a,b,zip\n1,1,,\n2,3,1,9\n3,,,8\n'
    const unknown = await read(csv, { missing_means_of: { b: 'unknown' }, as_shares: false })
    expect(cells(unknown, 'a')).toEqual([1, 3, 0])
    expect(cells(unknown, 'b')).toEqual([Number.NaN, 1, Number.NaN])
    expect(unknown.filled).toEqual([{ column: 'a', cells: 1 }])
    const zero = await read(csv, {
      missing_means: 'unknown',
      missing_means_of: { b: 'zero' },
      exclude_stores: ['3'],
    })
    expect(cells(zero, 'b')).toEqual([0, 1])
    expect(zero.filled).toEqual([{ column: 'b', cells: 1 }])
    expect(zero).toMatchObject({ missingMeans: 'unknown', asShares: false })
  })

  it('says which columns of missing_means_of it cannot follow', async () => {
    const source = fixtureSource('m.csv', 'ID,a,kind\n1,1,x\n', { store: 'ID' })
    const lines: string[] = []
    const log = (_: string, line: string) => void lines.push(line)
    const context = { ...fixtureContext({ store_metrics: [source] }, 'all'), log }
    const missing_means_of = { kind: 'zero', none: 'zero', a: 'zero' } as const
    await compute({}, { ...defaults, missing_means_of }, context)
    expect(lines).toEqual(['missing_means_of names no column of numbers here: kind, none.'])
  })

  it('F-21 names the columns whose cells could not be read, by address, and leaves ids alone', async () => {
    const rejected = [
      { column: 'ID', place: 1, count: 1, line: 2, text: 'A7' },
      { column: 'a', place: 2, count: 3, line: 13, text: 'closed' },
    ]
    const source = { ...fixtureSource('m.csv', 'ID,a\nA7,1\n2,3\n', { store: 'ID' }), rejected }
    const value = await compute({}, defaults, fixtureContext({ store_metrics: [source] }, 'all'))
    const first = 'm.csv, line 13, column 2 "a": closed'
    expect(checks.cells_readable(value, {})).toEqual({
      passed: false,
      metadata: { cells: 3, columns: 1, first },
    })
  })

  it('lists stores without a total, without an id and left out: none is lost', async () => {
    const value = await read('ID,a,b\n1,,\n2,3,1\n,4,4\n3,1,1\n', { exclude_stores: ['3', '9'] })
    expect(value.storeIds).toEqual(['2'])
    expect(value.excluded.map(({ storeId, reason }) => `${storeId}: ${reason}`)).toEqual([
      '3: left out by exclude_stores',
      '1: its cells do not add up to more than zero, so there is nothing to share',
    ])
    expect(checks.stores_identified(value, {}).metadata['rows_without_store']).toBe(1)
    expect(checks.stores_with_total(value, {}).passed).toBe(false)
  })

  it('refuses a store with two rows until a rule is chosen', async () => {
    const csv = 'ID,a,b\n203,1,2\n7,1,2\n203,3,6\n'
    await expect(read(csv)).rejects.toMatchObject({
      failure: {
        code: 'duplicate_stores',
        path: 'm.csv',
        message: 'm.csv: 1 store has more than one row (203). Its rows differ.',
        hint: 'Set duplicate_stores to first, last, mean or sum.',
      },
    })
    const a = async (rule: typeof defaults.duplicate_stores) => {
      const value = await read(csv, { duplicate_stores: rule })
      expect(value.nDuplicateRows).toBe(1)
      return cells(value, 'a')?.[0]
    }
    expect([await a('first'), await a('last'), await a('mean'), await a('sum')]).toEqual([
      1, 3, 2, 4,
    ])
    expect((await read(csv, { exclude_stores: ['203'] })).storeIds).toEqual(['7'])
  })

  it('takes the rows of its category, decided for the whole file; rows without one are UNMAPPED', async () => {
    const csv = 'ID,cat,a,b\n1,Tea,1,2\n1,Jam,3,4\n2,,5,\n'
    const of = (partition: string) => read(csv, {}, { category: 'cat', partition })
    expect(await of('Tea')).toMatchObject({ storeIds: ['1'], missingMeans: 'zero', nRows: 1 })
    expect(cells(await of('Jam'), 'row_total')).toEqual([7])
    expect((await of('UNMAPPED')).storeIds).toEqual(['2'])
  })

  it('does not depend on the order of rows or columns', async () => {
    const rows = fc.array(
      fc.tuple(fc.nat(5), fc.nat(50), fc.double({ min: 0, max: 9, noNaN: true })),
      {
        minLength: 2,
        maxLength: 12,
      },
    )
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const params = { duplicate_stores: 'mean' as const, as_shares: true }
        const one = cells.map(([id, a, b]) => `${id},${a},${b}`)
        const two = cells.map(([id, a, b]) => `${b},${a},${id}`).toReversed()
        expect(await read(['b,a,ID', ...two].join('\n'), params)).toEqual(
          await read(['ID,a,b', ...one].join('\n'), params),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe.skipIf(!existsSync(wide))('Iowa, one row per store (../shared/data, else skipped)', () => {
  it('is read as a table of sales: 1,748 stores, empty is zero, rows are shares', async () => {
    const value = await read(readFileSync(wide, 'utf8'), {}, { store: 'STORE_NBR' })
    expect(value).toMatchObject({ missingMeans: 'zero', asShares: true, nRows: 1748 })
    expect(value.storeIds.length + value.excluded.length).toBe(1748)
    expect(value.columns).toHaveLength(48)
    const total = cells(value, 'row_total')?.reduce((sum, cell) => sum + cell, 0)
    expect(total).toBeCloseTo(349_220_341.63, 2)
    for (const [row] of value.storeIds.entries()) {
      const shares = value.columns.filter(({ name }) => name !== 'row_total')
      const sum = shares.reduce((all, c) => all + (c.type === 'number' ? c.values[row] : 0), 0)
      if (Math.abs(sum - 100) > 1e-9) throw new Error(`row ${row} adds up to ${sum}`)
    }
  })

  it('keeps the stores of the named states after those that are left out by name', async () => {
    const csv = 'ID,STATE,a\n1,IA,1\n2,TX,2\n3,,3\n4,ia,4\n4,ia,5\n'
    const value = await read(csv, {
      states: ['IA'],
      exclude_stores: ['1'],
      duplicate_stores: 'mean',
    })
    expect(value.storeIds).toEqual(['4'])
    const asset = 'internal_store_metrics'
    expect(value.excluded).toEqual([
      { storeId: '1', asset, reason: 'left out by exclude_stores' },
      { storeId: '2', asset, reason: 'its state TX is left out by states' },
      { storeId: '3', asset, reason: 'its state is not known, and states names those to keep' },
    ])
    expect(value.filters).toEqual([
      { name: 'exclude_stores', before: 4, after: 3 },
      { name: 'states', before: 3, after: 1 },
    ])
    expect(checks.rows_conserved(value, {}).passed).toBe(true)
    await expect(read(csv, { states: ['NV'] })).rejects.toMatchObject({
      failure: { code: 'unknown_state', hint: 'It holds IA, TX, ia.' },
    })
  })
})
