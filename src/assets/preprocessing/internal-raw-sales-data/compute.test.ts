import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import { AssetError } from '../../failure'
import type { SourceColumns, SourceReader } from '../../source'
import type { ComputeContext } from '../../spec'
import { compute as readMap } from '../internal-product-category-mapping/compute'
import { internalProductCategoryMapping } from '../internal-product-category-mapping/spec'
import { checks } from './checks'
import { compute, type Inputs } from './compute'
import { internalRawSalesData } from './spec'

const columns = { store: 'STORE', product: 'SKU', category: 'CAT', value: 'SALES' }
const defaults = defaultsOf(internalRawSalesData.params)
const mapDefaults = defaultsOf(internalProductCategoryMapping.params)

const fold = (
  csv: string,
  params: Partial<typeof defaults> = {},
  needs: Partial<SourceColumns> = columns,
) => foldWith({}, csv, { params, needs })

type Change = {
  readonly params?: Partial<typeof defaults>
  readonly needs?: Partial<SourceColumns>
  readonly context?: Partial<ComputeContext>
  readonly source?: Partial<SourceReader>
}

const foldWith = (
  inputs: Inputs,
  csv: string,
  { params, needs = columns, context, source }: Change = {},
) =>
  compute(
    inputs,
    { ...defaults, ...params },
    {
      ...fixtureContext({ sales: [{ ...fixtureSource('s.csv', csv, needs), ...source }] }),
      ...context,
    },
  )

const mapOf = async (csv: string, params: Partial<typeof mapDefaults> = {}): Promise<Inputs> => {
  const source = fixtureSource('m.csv', csv, { product: 'ID', group: 'NS' })
  const context = fixtureContext({ product_map: [source] })
  return { mapping: await readMap({}, { ...mapDefaults, ...params }, context) }
}

const header = 'SKU,STORE,CAT,SALES\n'

describe('internal_raw_sales_data', () => {
  it('sums rows of the same store, product and category to the cent', async () => {
    const value = await fold(`${header}1,7,Tea,0.10\n1,7,Tea,0.20\n2,7,Tea,-0.05\n`)
    expect(value).toMatchObject({ decimals: 2, totalUnits: 25, nRows: 3 })
    const [tea] = value.categories
    expect(tea).toMatchObject({ name: 'Tea', nRows: 3 })
    expect([...tea.unitsOfProduct]).toEqual([30, -5])
    expect([...tea.nRowsOfProduct]).toEqual([2, 1])
  })

  it('keeps ids byte for byte and sorts stores, products and categories by code units', async () => {
    const value = await fold(`${header}1E5,007,b,1\n00123,7,a,1\n`)
    expect(value.storeIds).toEqual(['007', '7'])
    expect(value.products).toEqual(['00123', '1E5'])
    expect(value.categories.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(value.categories.map(({ stores }) => [...stores])).toEqual([[1], [0]])
    expect(value.categories.map(({ products }) => [...products])).toEqual([[0], [1]])
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
    expect(value.categories.map(({ name }) => name)).toEqual(['Tea', 'UNMAPPED'])
    expect(checks.categories_named(value, {})).toMatchObject({
      passed: false,
      metadata: { rows_without_category: 1 },
    })
  })

  it('has the one partition all where the file has no category column', async () => {
    const value = await fold('SKU,STORE,SALES\n1,7,5\n', {}, { ...columns, category: null })
    expect(value).toMatchObject({ categories: [{ name: 'all' }], nWithoutCategory: 0 })
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

  it('splits a product over its need states in whole units, by store', async () => {
    const map = await mapOf('ID,NS\n1,a\n1,b\n2,a\n2,b\n2,c\n3,c\n')
    const value = await foldWith(map, `${header}1,7,Tea,0.01\n2,8,Tea,0.02\n9,7,Tea,1\n`)
    expect(value).toMatchObject({ multiple: 6, decimals: 2, needStates: ['A', 'B', 'C'] })
    const [{ units, groups, stores, unmatched, nMatchedOfStore, nRowsOfStore }] = value.categories
    expect([[...stores], [...groups]]).toEqual([
      [0, 1],
      [0, 1, 2],
    ])
    expect([...units]).toEqual([3, 3, 0, 4, 4, 4])
    expect([...unmatched]).toEqual([100, 0])
    expect([[...nRowsOfStore], [...nMatchedOfStore]]).toEqual([
      [2, 1],
      [1, 1],
    ])
    expect([...value.mapped]).toEqual([0, 1, -1])
    expect(checks.money_conserved(value, {}).passed).toBe(true)
  })

  it('does without a product map: nothing is matched', async () => {
    const value = await fold(`${header}1,7,Tea,5\n`)
    expect(value).toMatchObject({ multiple: 1, needStates: [] })
    expect([...value.mapped]).toEqual([-1])
    expect([...value.categories[0].unmatched]).toEqual([5])
  })

  it('filters the sales of products that the map leaves out, with counts, and not as unmatched', async () => {
    const csv = 'ID,NS,NEW_ITEM,TO_BE_DROPPED\n1,a,yes,\n2,a,,yes\n3,a,,\n'
    const map = await mapOf(csv, { exclude_new_items: true, exclude_dropped: true })
    const sales = `${header}1,7,Tea,1\n2,7,Tea,2\n3,7,Tea,4\n9,7,Tea,8\n2,8,Tea,16\n`
    const value = await foldWith(map, sales)
    expect(value.filters).toEqual([
      { name: 'exclude_new_items', before: 5, after: 4 },
      { name: 'exclude_dropped', before: 4, after: 2 },
    ])
    expect(value.products).toEqual(['3', '9'])
    expect(value.totalUnits).toBe(12)
    expect(value.excluded).toEqual([
      { category: 'Tea', storeId: '8', reason: 'every product is left out by exclude_dropped' },
    ])
    expect(checks.rows_conserved(value, {}).passed).toBe(true)
  })

  it('matches products by the rules of id_match, and says how many', async () => {
    const map = await mapOf('ID,NS\n007,a\n8,b\n')
    const csv = `${header}7,1,Tea,1\n8,1,Tea,2\n`
    expect([...(await foldWith(map, csv)).mapped]).toEqual([-1, 1])
    const lines: string[] = []
    const context = { log: (_: unknown, line: string) => lines.push(line) }
    const params = { id_match: 'leading_zeros' } as const
    expect([...(await foldWith(map, csv, { params, context })).mapped]).toEqual([0, 1])
    expect(lines).toEqual(['Products matched by id_match: 1 of 2.'])
  })

  it('takes fewer decimals, and says so, where the sums of all of them would not be exact', async () => {
    const lines: string[] = []
    const context = { log: (_: unknown, line: string) => lines.push(line) }
    const csv = `${header}1,7,Tea,9000000000.5\n1,7,Tea,1000000000.000001\n`
    const value = await foldWith({}, csv, { context })
    expect(value).toMatchObject({ decimals: 5, totalUnits: 1_000_000_000_050_000 })
    expect(lines).toEqual([
      'Amounts are rounded to 5 decimals: with 6 their sums would not be exact.',
    ])
  })

  it('refuses amounts that cannot be summed exactly, with the numbers', async () => {
    const map = await mapOf('ID,NS\n1,a\n1,b\n1,c\n')
    const failure = foldWith(map, `${header}1,7,Tea,4000000000000000\n`)
    await expect(failure).rejects.toMatchObject({
      failure: {
        code: 'amounts_too_large',
        message:
          'The amounts of s.csv cannot be summed exactly: 4.00e+15 in all with 0 decimals, split into parts of 1/3, beyond 2^53 units.',
      },
    })
  })

  describe('where memory is short', () => {
    const counted = (stores: number, isExact = true) => ({
      size: 3e9,
      nRows: 200e6,
      distinct: (name: string) =>
        name === 'STORE' ? { count: stores, isExact } : { count: 80, isExact: true },
    })
    const manyNeedStates = (n: number) =>
      mapOf(`ID,NS\n${Array.from({ length: n }, (_, i) => `${i},n${i}\n`).join('')}`)
    const context = { memoryBudget: 1.5e9 }

    it('refuses before a row is read, with the numbers and what to do', async () => {
      const chunks = () => {
        throw new Error('a row was read')
      }
      const map = await manyNeedStates(40)
      const source = { ...counted(900_000), chunks }
      await expect(foldWith(map, header, { source, context })).rejects.toMatchObject({
        failure: {
          code: 'too_many_sums',
          message:
            '80 categories x 900,000 stores x 40 need states need about 24 GB; this run can hold about 1.5 GB.',
          path: 's.csv: STORE',
          hint: expect.stringContaining('Check that STORE is the store column of s.csv'),
        },
      })
      const more = { ...counted(200_000, false), chunks }
      await expect(foldWith(map, header, { source: more, context })).rejects.toThrow(
        '80 categories x at least 200,000 stores x 40 need states need at least 5.4 GB;',
      )
    })

    it('lets a large chain pass whose categories have need states of their own', async () => {
      const map = await manyNeedStates(1200)
      const csv = `${header}1,7,Tea,5\n`
      const value = await foldWith(map, csv, { source: counted(7000), context })
      expect(value.totalUnits).toBe(5)
    })

    it('stops in the pass where there is more than was counted', async () => {
      const rows = Array.from({ length: 500 }, (_, i) => `1,${i},Tea,5\n`).join('')
      const source = { distinct: () => ({ count: 1, isExact: true }) }
      const context = { memoryBudget: 1000 }
      await expect(foldWith({}, header + rows, { source, context })).rejects.toMatchObject({
        failure: { code: 'too_many_sums' },
      })
    })
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
