import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import { compute as readMap } from '../internal-product-category-mapping/compute'
import { internalProductCategoryMapping } from '../internal-product-category-mapping/spec'
import { compute as readSales } from '../internal-raw-sales-data/compute'
import { internalRawSalesData } from '../internal-raw-sales-data/spec'
import { checks } from './checks'
import { compute, type Inputs } from './compute'
import type { SalesByCategory } from './spec'

const shared = new URL('../../../../../shared/data/seed_original/', import.meta.url)

const header = 'SKU,STORE,CAT,SALES\n'

async function read(csv: string, map: string): Promise<Inputs> {
  const source = fixtureSource('s.csv', csv, {
    store: 'STORE',
    product: 'SKU',
    category: 'CAT',
    value: 'SALES',
  })
  const products = fixtureSource('m.csv', map, { product: 'ID', group: 'NEED_STATE' })
  const mapping = await readMap(
    {},
    defaultsOf(internalProductCategoryMapping.params),
    fixtureContext({ product_map: [products] }),
  )
  const sales = await readSales(
    { mapping },
    defaultsOf(internalRawSalesData.params),
    fixtureContext({ sales: [source] }),
  )
  return { sales, mapping }
}

const take = (inputs: Inputs, category: string) => compute(inputs, {}, fixtureContext({}, category))

const cells = (value: SalesByCategory, name: string) => {
  const column = value.columns.find((column) => column.name === name)
  return column?.type === 'number' ? [...column.values] : null
}

describe('internal_sales_by_category', () => {
  it('gives each need state its share of what the store sells in the category, in percent', async () => {
    const inputs = await read(
      `${header}1,7,Tea,3\n2,7,Tea,1\n2,8,Tea,5\n1,8,Jam,9\n`,
      'ID,NEED_STATE\n1,a\n2,b\n',
    )
    const value = take(inputs, 'Tea')
    expect(value.storeIds).toEqual(['7', '8'])
    expect(cells(value, '% Sales A')).toEqual([75, 0])
    expect(cells(value, '% Sales B')).toEqual([25, 100])
    expect(cells(value, 'total_sales')).toEqual([4, 5])
    expect(value.labels).toEqual(['total_sales'])
  })

  it('splits a product over its need states and keeps the money to the cent', async () => {
    const map = 'ID,NEED_STATE\n1,a\n1,b\n1,c\n2,a\n2,b\n'
    const value = take(await read(`${header}1,7,Tea,0.01\n2,7,Tea,0.01\n`, map), 'Tea')
    expect(cells(value, '% Sales C')?.[0]).toBeCloseTo(100 / 6, 12)
    expect(cells(value, 'total_sales')).toEqual([0.02])
    expect(checks.money_conserved(value, emptyInputs).passed).toBe(true)
  })

  it('sums true duplicates first, so that they do not shrink the total', async () => {
    const value = take(await read(`${header}1,7,Tea,2\n1,7,Tea,2\n`, 'ID,NEED_STATE\n1,a\n'), 'Tea')
    expect(cells(value, 'total_sales')).toEqual([4])
    expect(value.reconciliation).toMatchObject({ rows: 2, rowsMatched: 2 })
  })

  it('leaves unmatched products out of the shares and lists them with their money', async () => {
    const inputs = await read(`${header}1,7,Tea,99\n8,7,Tea,4\n9,8,Tea,6\n`, 'ID,NEED_STATE\n1,a\n')
    const value = take(inputs, 'Tea')
    expect(value.unmatchedProducts).toEqual([
      { product: '9', money: 6 },
      { product: '8', money: 4 },
    ])
    expect(value.excluded).toEqual([
      {
        storeId: '8',
        asset: 'internal_sales_by_category',
        reason: 'sells no mapped product in this category',
      },
    ])
    expect(checks.sales_matched(value, inputs).passed).toBe(false)
  })

  it('tells the unmatched money to the cent', async () => {
    const inputs = await read(`${header}1,7,Tea,0.1\n8,7,Tea,0.2\n`, 'ID,NEED_STATE\n1,a\n')
    const { metadata } = checks.sales_matched(take(inputs, 'Tea'), inputs)
    expect(metadata['money']).toBe(0.2)
  })

  it('excludes a store whose total is not positive and counts negative shares of the others', async () => {
    const csv = `${header}1,7,Tea,-5\n2,7,Tea,5\n1,8,Tea,-1\n2,8,Tea,5\n`
    const value = take(await read(csv, 'ID,NEED_STATE\n1,a\n2,b\n'), 'Tea')
    expect(value.storeIds).toEqual(['8'])
    expect(value.excluded.map(({ storeId }) => storeId)).toEqual(['7'])
    expect(checks.no_negative_shares(value, emptyInputs).passed).toBe(false)
    expect(checks.money_conserved(value, emptyInputs).passed).toBe(true)
  })

  it('blocks when nothing matches, and refuses a category without sales', async () => {
    const inputs = await read(`${header}1,7,Tea,5\n`, 'ID,NEED_STATE\n2,a\n')
    const value = take(inputs, 'Tea')
    expect(value.storeIds).toEqual([])
    expect(checks.some_sales_matched(value, inputs).passed).toBe(false)
    expect(() => take(inputs, 'Jam')).toThrow('No sale is left in the category Jam.')
    expect(() => take(inputs, 'UNMAPPED')).toThrow('there is nothing in UNMAPPED')
  })

  it('conserves money and stores, and does not depend on the order of the rows', async () => {
    const row = fc.record({
      sku: fc.constantFrom('1', '2', '3', '4'),
      store: fc.constantFrom('7', '8', '9'),
      cents: fc.integer({ min: -500, max: 100_000 }),
    })
    const map = 'ID,NEED_STATE\n1,a\n1,b\n1,c\n2,b\n2,d\n3,a\n'
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const lines = rows.map(
          ({ sku, store, cents }) => `${sku},${store},Tea,${(cents / 100).toFixed(2)}`,
        )
        const value = take(await read(header + lines.join('\n'), map), 'Tea')
        expect(checks.money_conserved(value, emptyInputs).passed).toBe(true)
        const nStores = new Set(rows.map(({ store }) => store)).size
        expect(value.storeIds.length + value.excluded.length).toBe(nStores)
        const turned = take(await read(header + lines.toReversed().join('\n'), map), 'Tea')
        expect(turned).toEqual(value)
      }),
      { numRuns: 50 },
    )
  })
})

describe.skipIf(!existsSync(shared))(
  'the sample files of the Python system (../shared/data)',
  () => {
    const text = (name: string) => readFileSync(new URL(name, shared), 'utf8')
    const inputs = async () =>
      read(
        text('ns_sales.csv').replace('SKU_NBR,STORE_NBR,CAT_DSC,TOTAL_SALES', header.trim()),
        text('ns_map.csv').replace('PRODUCT_ID', 'ID'),
      )
    const golden = [
      ['Beauty', 4, 12, 208_719.59],
      ['Beverages', 3, 12, 166_225.38],
      ['Grocery', 4, 11, 221_006.03],
      ['Health', 4, 11, 245_900.68],
    ] as const

    it.each(golden)(
      'give %s %i stores x %i need states and %d in sales',
      async (name, nStores, nGroups, total) => {
        const value = take(await inputs(), name)
        expect(value.storeIds).toHaveLength(nStores)
        expect(value.columns.length - value.labels.length).toBe(nGroups)
        expect(value.reconciliation.moneyMatched).toBe(total)
        expect(checks.money_conserved(value, emptyInputs).passed).toBe(true)
      },
    )

    it('match 180 of 960 rows, 4 of 20 stores, 841,851.68 of 4,780,037.34', async () => {
      const all = await inputs()
      const values = all.sales.categories.map(({ name }) => take(all, name))
      const sum = (pick: (value: SalesByCategory) => number) =>
        values.reduce((total, value) => total + Math.round(pick(value) * 100), 0) / 100
      expect(sum(({ reconciliation }) => reconciliation.rows)).toBe(960)
      expect(sum(({ reconciliation }) => reconciliation.rowsMatched)).toBe(180)
      expect(sum(({ reconciliation }) => reconciliation.moneyMatched)).toBe(841_851.68)
      expect(sum(({ reconciliation }) => reconciliation.money)).toBe(4_780_037.34)
      expect(all.sales.storeIds).toHaveLength(20)
      expect(new Set(values.flatMap(({ storeIds }) => storeIds)).size).toBe(4)
      for (const { storeIds, excluded, reconciliation } of values)
        expect(storeIds.length + excluded.length).toBe(reconciliation.stores)
    })
  },
)

/** The checks read the value alone. */
const emptyInputs: Inputs = {
  sales: {
    nRows: 0,
    nUsed: 0,
    nWithoutCategory: 0,
    totalUnits: 0,
    magnitude: 0,
    decimals: 0,
    multiple: 1,
    storeIds: [],
    products: [],
    mapped: new Int32Array(0),
    needStates: [],
    ruleOffers: [],
    categories: [],
    rejected: [],
    rejectedCounts: [],
    filters: [],
    excluded: [],
  },
  mapping: {
    products: [],
    groups: [],
    product: new Int32Array(0),
    group: new Int32Array(0),
    attributes: [],
    nRows: 0,
    nWithoutProduct: 0,
    nWithoutGroup: 0,
    nDuplicates: 0,
    nFiltered: 0,
    filters: [],
  },
}
