import { expect, test } from 'vitest'
import { defaultsOf } from '../../testing/defaults-of'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { compute as readMap } from '../internal-product-category-mapping/compute'
import { internalProductCategoryMapping } from '../internal-product-category-mapping/spec'
import { compute as readSales } from '../internal-raw-sales-data/compute'
import { internalRawSalesData } from '../internal-raw-sales-data/spec'
import { checks } from './checks'
import { compute, type Inputs } from './compute'

const needs = { store: 'STORE', product: 'SKU', category: 'CAT', value: 'SALES' }
const read = async (rows: string): Promise<Inputs> => {
  const mapping = await readMap(
    {},
    defaultsOf(internalProductCategoryMapping.params),
    fixtureContext({
      product_map: [fixtureSource('m.csv', 'ID,NS\n1,A\n2,B\n', { product: 'ID', group: 'NS' })],
    }),
  )
  const sales = await readSales(
    { mapping },
    defaultsOf(internalRawSalesData.params),
    fixtureContext({ sales: [fixtureSource('s.csv', `SKU,STORE,CAT,SALES\n${rows}`, needs)] }),
  )
  return { sales, mapping }
}
const take = (inputs: Inputs, category = 'Tea') => compute(inputs, {}, fixtureContext({}, category))

const sold = '1,7,Tea,0.10\n2,7,Tea,0.25\n1,8,Tea,3\n'
const inputs = await read(sold)
const value = take(inputs)
const { reconciliation } = value

test.each(
  provoke(
    checks,
    { value, inputs },
    {
      sales_matched: { value: take(await read(`${sold}9,7,Tea,0.04\n`)) },
      some_sales_matched: { value: take(await read('9,7,Tea,1\n')) },
      money_conserved: { value: { reconciliation: { ...reconciliation, moneyMatched: 3.36 } } },
      stores_conserved: { value: { storeIds: ['7'] } },
      no_negative_shares: { value: take(await read(`${sold}2,8,Tea,-1\n`)) },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test('matched, unmatched and unmapped sales of all categories add up to the file', async () => {
  const mixed = await read(`${sold}9,7,Tea,0.55\n1,7,Cola,2.20\n9,8,Cola,1.10\n1,7,,0.99\n`)
  const values = mixed.sales.categories.map(({ name }) => take(mixed, name))
  for (const each of values) expect(checks.money_conserved(each, mixed).passed).toBe(true)
  const cents = values.reduce(
    (sum, { reconciliation: { moneyMatched }, unmatchedProducts }) =>
      sum +
      Math.round(100 * moneyMatched) +
      unmatchedProducts.reduce((money, product) => money + Math.round(100 * product.money), 0),
    0,
  )
  expect(mixed.sales.categories.map(({ name }) => name)).toContain('UNMAPPED')
  expect(cents).toBe(mixed.sales.totalUnits)
  expect(cents).toBe(819)
})

test('what is unmatched is named', async () => {
  const mixed = await read(`${sold}9,7,Tea,0.55\n8,7,Tea,0.2\n`)
  expect(checks.sales_matched(take(mixed), mixed).metadata).toMatchObject({
    money: 0.75,
    products: 2,
    first: '9, 8',
  })
})

test('a return is told with its store and need state', async () => {
  const returned = await read(`${sold}2,8,Tea,-1\n`)
  expect(checks.no_negative_shares(take(returned), returned).metadata).toEqual({
    negative_shares: 1,
    first: '% Sales B of store 8',
  })
})

test('sales of which no product is mapped name the rule that would match them', async () => {
  const padded = await read('01,7,Tea,1\n02,7,Tea,2\n')
  const { passed, metadata } = checks.some_sales_matched(take(padded), padded)
  expect(passed).toBe(false)
  expect(metadata).toMatchObject({
    would_match: '2 with leading_zeros, 2 with [trim, nfc, case, leading_zeros, decimal_zero]',
  })
})
