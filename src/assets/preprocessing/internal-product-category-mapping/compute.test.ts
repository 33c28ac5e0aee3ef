import { describe, expect, it } from 'vitest'
import { cellText } from '../../../table/table'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { defaultsOf } from '../../testing/defaults-of'
import { checks } from './checks'
import { compute } from './compute'
import { internalProductCategoryMapping, type ProductMap } from './spec'

const defaults = defaultsOf(internalProductCategoryMapping.params)
const columns = { product: 'ID', group: 'NEED_STATE' }

const map = (csv: string, params: Partial<typeof defaults> = {}) =>
  compute(
    {},
    { ...defaults, ...params },
    fixtureContext({ product_map: [fixtureSource('m.csv', csv, columns)] }),
  )

const pairs = (value: ProductMap) =>
  Array.from(value.product, (code, i) => `${value.products[code]} ${value.groups[value.group[i]]}`)

describe('internal_product_category_mapping', () => {
  it('upper-cases need states, names the missing ones DEFAULT, and sorts the pairs', async () => {
    const value = await map('ID,NEED_STATE\n2,Dry\n1,wet\n1,\n3, \n')
    expect(pairs(value)).toEqual(['1 DEFAULT', '1 WET', '2 DRY', '3 DEFAULT'])
    expect(checks.need_states_named(value, {}).metadata['rows_without_need_state']).toBe(2)
  })

  it('drops and counts rows without a product', async () => {
    const value = await map('ID,NEED_STATE\n,Dry\n1,wet\n')
    expect(pairs(value)).toEqual(['1 WET'])
    expect(checks.products_identified(value, {})).toMatchObject({
      passed: false,
      metadata: { rows_without_product: 1, rows: 2 },
    })
  })

  it('keeps ids byte for byte and removes duplicates only of the same bytes', async () => {
    const value = await map('ID,NEED_STATE\n07,a\n7,a\n7,A\n')
    expect(pairs(value)).toEqual(['07 A', '7 A'])
    expect(value.nDuplicates).toBe(1)
  })

  it('keeps the attributes of a pair, the same ones in any order of rows', async () => {
    const rows = ['1,a,Gel', '1,a,Bar', '2,b,Bar']
    const read = async (lines: readonly string[]) => {
      const { attributes } = await map(['ID,NEED_STATE,FORM', ...lines].join('\n'))
      return attributes.map((column) => [0, 1].map((row) => cellText(column, row)))
    }
    expect(await read(rows)).toEqual([['Bar', 'Bar']])
    expect(await read(rows.toReversed())).toEqual(await read(rows))
  })

  it('leaves out new and dropped items when asked', async () => {
    const csv = 'ID,NEED_STATE,NEW_ITEM,TO_BE_DROPPED\n1,a,TRUE,FALSE\n2,a,FALSE,yes\n3,a,,0\n'
    expect(pairs(await map(csv))).toEqual(['1 A', '2 A', '3 A'])
    const both = await map(csv, { exclude_new_items: true, exclude_dropped: true })
    expect(pairs(both)).toEqual(['3 A'])
    expect(both.nFiltered).toBe(2)
    expect(both.filters).toMatchObject([
      { name: 'exclude_new_items', before: 3, after: 2, products: ['1'] },
      { name: 'exclude_dropped', before: 2, after: 1, products: ['2'] },
    ])
    expect(checks.item_flags_read(both, {}).passed).toBe(true)
  })

  it('leaves a product in that keeps one of its need states', async () => {
    const csv = 'ID,NEED_STATE,NEW_ITEM\n1,a,yes\n1,b,no\n2,a,yes\n'
    const value = await map(csv, { exclude_new_items: true })
    expect(pairs(value)).toEqual(['1 B'])
    expect(value.filters).toMatchObject([{ before: 3, after: 1, products: ['2'] }])
  })

  it('reads yes and no in the languages of the files', async () => {
    const csv = 'ID,NEED_STATE,NEW_ITEM\n1,a,Ja\n2,a,nein\n3,a,OUI\n4,a,x\n5,a,\n'
    const value = await map(csv, { exclude_new_items: true })
    expect(pairs(value)).toEqual(['2 A', '5 A'])
    expect(checks.item_flags_read(value, {}).passed).toBe(true)
  })

  it('says which cells are no flag, and leaves their products in', async () => {
    const csv = 'ID,NEED_STATE,NEW_ITEM\n1,a,NEW\n2,a,yes\n3,a,2\n4,a,NEW\n'
    const value = await map(csv, { exclude_new_items: true })
    expect(pairs(value)).toEqual(['1 A', '3 A', '4 A'])
    expect(checks.item_flags_read(value, {})).toEqual({
      passed: false,
      metadata: {
        filters_without_column: null,
        cells_not_read: 3,
        first: 'NEW_ITEM 2, NEW_ITEM NEW',
      },
    })
    expect(checks.item_flags_read(await map(csv), {}).passed).toBe(true)
  })

  it('takes a file without such columns as it is, and says so', async () => {
    const value = await map('ID,NEED_STATE\n1,a\n', { exclude_new_items: true })
    expect(pairs(value)).toEqual(['1 A'])
    expect(checks.item_flags_read(value, {})).toMatchObject({
      passed: false,
      metadata: { filters_without_column: 'exclude_new_items (NEW_ITEM)', cells_not_read: 0 },
    })
  })

  it('refuses a map whose need state is not chosen', async () => {
    const source = fixtureSource('m.csv', 'ID,NEED_STATE\n1,a\n', { product: 'ID' })
    await expect(
      compute({}, defaults, fixtureContext({ product_map: [source] })),
    ).rejects.toMatchObject({ failure: { code: 'missing_column' } })
  })
})
