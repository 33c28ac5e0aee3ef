import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import { AssetError } from '../../failure'
import type { SourceColumns } from '../../source'
import { checks } from './checks'
import { compute } from './compute'
import { internalRawSalesData } from './spec'

const columns = { store: 'STORE', product: 'SKU', category: 'CAT', value: 'SALES' }
const defaults = defaultsOf(internalRawSalesData.params)

const fold = (
  csv: string,
  params: Partial<typeof defaults> = {},
  needs: Partial<SourceColumns> = columns,
) =>
  compute(
    {},
    { ...defaults, ...params },
    fixtureContext({ sales: [fixtureSource('s.csv', csv, needs)] }),
  )

const header = 'SKU,STORE,CAT,SALES\n'

describe('internal_raw_sales_data', () => {
  it('sums rows of the same store, product and category to the cent', async () => {
    const value = await fold(`${header}1,7,Tea,0.10\n1,7,Tea,0.20\n2,7,Tea,-0.05\n`)
    expect(value).toMatchObject({ decimals: 2, totalUnits: 25, nRows: 3 })
    expect([...value.units]).toEqual([30, -5])
    expect([...value.rows]).toEqual([2, 1])
  })

  it('keeps ids byte for byte and sorts stores, products and categories by code units', async () => {
    const value = await fold(`${header}1E5,007,b,1\n00123,7,a,1\n`)
    expect(value.storeIds).toEqual(['007', '7'])
    expect(value.products).toEqual(['00123', '1E5'])
    expect(value.categories).toEqual(['a', 'b'])
    expect([...value.categoryStarts]).toEqual([0, 1, 2])
  })

  it('counts rejected rows by reason, with their row numbers and money', async () => {
    const value = await fold(`${header}1,,Tea,5\n,7,Tea,3\n1,7,Tea,\n1,7,Tea,1\n`)
    expect(value.rejectedCounts).toEqual([
      { reason: 'no product', count: 1, units: 3 },
      { reason: 'no readable value', count: 1, units: 0 },
      { reason: 'no store', count: 1, units: 5 },
    ])
    expect(value.rejected.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(checks.rows_readable(value, {}).passed).toBe(false)
    expect(checks.rows_conserved(value, {}).passed).toBe(true)
  })

  it('lists the first 1,000 rejected rows and counts the rest', async () => {
    const value = await fold(header + '1,,Tea,5\n'.repeat(1200) + '1,1,Tea,5\n')
    expect(value.rejected).toHaveLength(1000)
    expect(value.rejectedCounts).toEqual([{ reason: 'no store', count: 1200, units: 6000 }])
  })

  it('puts rows without a category into UNMAPPED and counts them', async () => {
    const value = await fold(`${header}1,7,,5\n1,7,Tea,3\n`)
    expect(value.categories).toEqual(['Tea', 'UNMAPPED'])
    expect(checks.categories_named(value, {})).toMatchObject({
      passed: false,
      metadata: { rows_without_category: 1 },
    })
  })

  it('has the one partition all where the file has no category column', async () => {
    const value = await fold('SKU,STORE,SALES\n1,7,5\n', {}, { ...columns, category: null })
    expect(value).toMatchObject({ categories: ['all'], nWithoutCategory: 0 })
  })

  it('applies the filters in order, with counts, and lists the stores that they lose', async () => {
    const csv = `${header}1,7,Tea,5\n1,8,Tea,5\n1,9,Tea,1\n1,7,Tea,\n2,10,Tea,\n`
    const value = await fold(csv, { exclude_stores: ['8'], min_value: 2 })
    expect(value.filters).toEqual([
      { name: 'exclude_stores', before: 3, after: 2 },
      { name: 'min_value', before: 2, after: 1 },
    ])
    expect(value.excluded.map(({ storeId, reason }) => [storeId, reason])).toEqual([
      ['10', 'every row lacks a product or a readable value'],
      ['8', 'left out by exclude_stores'],
      ['9', 'every sale is below min_value 2'],
    ])
    expect(checks.rows_conserved(value, {}).passed).toBe(true)
  })

  it('does not depend on the order of the rows', async () => {
    const row = fc.tuple(
      fc.constantFrom('1', '2', '', '3'),
      fc.constantFrom('7', '8', ''),
      fc.constantFrom('Tea', 'Jam', ''),
      fc.option(fc.integer({ min: -999, max: 999_999 }), { nil: null }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        async (rows, keys) => {
          // The last row fixes the type and the decimals of the value column.
          const lines = [...rows, ['1', '7', 'Tea', 101] as const].map(
            ([sku, store, category, cents]) =>
              [sku, store, category, cents === null ? '' : (cents / 100).toFixed(2)].join(','),
          )
          const shuffled = lines
            .map((line) => ({ line, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
          const params = { min_value: 0, exclude_stores: ['8'] }
          const [a, b] = await Promise.all([
            fold(header + lines.join('\n'), params),
            fold(header + shuffled.map(({ line }) => line).join('\n'), params),
          ])
          expect({ ...b, rejected: [] }).toEqual({ ...a, rejected: [] })
          expect(checks.rows_conserved(a, {}).passed).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })

  it.each([
    ['missing_column', header + '1,7,Tea,5\n', { ...columns, product: null }],
    ['missing_column', 'SKU,STORE,CAT\n1,7,Tea\n', columns],
    ['column_type', header + '1,7,Tea,five\n', columns],
    ['amounts_too_large', header + '1,7,Tea,9007199254740993\n', columns],
  ])('refuses with %s and the next step', async (code, csv, needs) => {
    const failure = await fold(csv, {}, needs).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(AssetError)
    expect(failure).toMatchObject({ failure: { code } })
  })

  it('refuses no file and several files', async () => {
    const source = fixtureSource('s.csv', header, columns)
    await expect(compute({}, defaults, fixtureContext({}))).rejects.toMatchObject({
      failure: { code: 'missing_role' },
    })
    await expect(
      compute({}, defaults, fixtureContext({ sales: [source, source] })),
    ).rejects.toMatchObject({ failure: { code: 'several_files' } })
  })
})
