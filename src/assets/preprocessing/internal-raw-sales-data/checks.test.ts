import { expect, test } from 'vitest'
import { defaultsOf } from '../../testing/defaults-of'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { compute as readMap } from '../internal-product-category-mapping/compute'
import { internalProductCategoryMapping } from '../internal-product-category-mapping/spec'
import { checks } from './checks'
import { compute } from './compute'
import { internalRawSalesData } from './spec'

const needs = { store: 'STORE', product: 'SKU', category: 'CAT', value: 'SALES' }
const read = (rows: string) =>
  compute(
    {},
    defaultsOf(internalRawSalesData.params),
    fixtureContext({ sales: [fixtureSource('s.csv', `SKU,STORE,CAT,SALES\n${rows}`, needs)] }),
  )

const value = await read('1,7,Tea,0.10\n2,7,Cola,0.25\n')

test.each(
  provoke(
    checks,
    { value, inputs: {} },
    {
      rows_conserved: { value: { nRows: 3 } },
      money_conserved: { value: { totalUnits: 34 } },
      rows_readable: { value: await read('1,,Tea,5\n1,7,Tea,1\n') },
      products_written_alike: {
        value: {
          ruleOffers: [{ rule: 'leading_zeros', nAdded: 1, nConflicts: 0, examples: [] }],
        },
      },
      categories_named: { value: await read('1,7,,5\n1,7,Tea,1\n') },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test('amounts that are not used are told in money', async () => {
  const odd = await read('1,,Tea,5.50\n1,7,,2.25\n2,7,Tea,1\n')
  expect(checks.money_conserved(odd, {})).toEqual({
    passed: true,
    metadata: { money: 3.25, in_categories: 3.25, without_category: 2.25, rejected: 5.5 },
  })
  expect(checks.rows_readable(odd, {}).metadata).toEqual({
    rejected: 1,
    reasons: 'no store: 1',
    first: 'row 1: store , product 1, category Tea, value 5.5',
    rows: 3,
  })
})

test('products that a rule would find in the map are told with the rule', async () => {
  const map = 'SKU,NS\n1,A\n2,B\n'
  const mapping = await readMap(
    {},
    defaultsOf(internalProductCategoryMapping.params),
    fixtureContext({ product_map: [fixtureSource('m.csv', map, { product: 'SKU', group: 'NS' })] }),
  )
  const sales = fixtureSource('s.csv', 'SKU,STORE,CAT,SALES\n01,7,Tea,1\n2,7,Tea,1\n', needs)
  const params = defaultsOf(internalRawSalesData.params)
  const told = await compute({ mapping }, params, fixtureContext({ sales: [sales] }))
  expect(checks.products_written_alike(told, {})).toMatchObject({
    passed: false,
    metadata: { more_by_leading_zeros: 1, more_by_case: 0, first: '01 = 1' },
  })
})
