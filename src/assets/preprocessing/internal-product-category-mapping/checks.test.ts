import { expect, test } from 'vitest'
import { defaultsOf } from '../../testing/defaults-of'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { checks } from './checks'
import { compute } from './compute'
import { internalProductCategoryMapping } from './spec'

const read = (rows: string, params: object = {}) =>
  compute(
    {},
    { ...defaultsOf(internalProductCategoryMapping.params), ...params },
    fixtureContext({
      product_map: [fixtureSource('m.csv', `ID,NS\n${rows}`, { product: 'ID', group: 'NS' })],
    }),
  )

const value = await read('1,Tea\n1,Cola\n2,Tea\n2,Tea\n')

test.each(
  provoke(
    checks,
    { value, inputs: {} },
    {
      rows_conserved: { value: { nDuplicates: 0 } },
      keys_unique: { value: { group: Int32Array.of(1, 1, 1) } },
      products_identified: { value: await read(',Tea\n2,Tea\n') },
      need_states_named: { value: await read('1,\n2,Tea\n') },
      item_flags_read: { value: await read('1,Tea\n', { exclude_new_items: true }) },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test('a product in several need states is allowed, and told', () => {
  expect(checks.keys_unique(value, {})).toEqual({
    passed: true,
    metadata: {
      pairs: 3,
      repeated: 0,
      first: null,
      products_in_several_need_states: 1,
      first_of_them: '1',
    },
  })
})

test('a pair that is there twice is named', () => {
  const twice = { ...value, group: Int32Array.of(1, 1, 1) }
  expect(checks.keys_unique(twice, {}).metadata['first']).toBe('1 in TEA')
})
