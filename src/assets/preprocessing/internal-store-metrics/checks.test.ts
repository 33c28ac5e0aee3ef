import { expect, test } from 'vitest'
import { defaultsOf } from '../../testing/defaults-of'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { checks } from './checks'
import { compute } from './compute'
import { internalStoreMetrics } from './spec'

const defaults = defaultsOf(internalStoreMetrics.params)
const read = (rows: string, params: Partial<typeof defaults> = {}) =>
  compute(
    {},
    { ...defaults, ...params },
    fixtureContext(
      { store_metrics: [fixtureSource('m.csv', `ID,a,b\n${rows}`, { store: 'ID' })] },
      'all',
    ),
  )

const value = await read('1,2,\n2,3,4\n')

test.each(
  provoke(
    checks,
    { value, inputs: {} },
    {
      rows_conserved: { value: { nRows: 3 } },
      keys_unique: { value: { storeIds: ['1', '1'] } },
      stores_identified: { value: await read(',2,\n2,3,4\n') },
      one_row_per_store: { value: await read('1,2,\n1,3,4\n', { duplicate_stores: 'sum' }) },
      cells_readable: {
        value: { unreadable: [{ file: 'm.csv', column: 'a', cells: 1, first: 'line 3' }] },
      },
      states_known: { value: await read('1,2,\n2,3,4\n', { states: ['TX'] }) },
      stores_with_total: { value: await read('1,0,\n2,3,4\n') },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test('rows add up with repeated, left out, nameless and empty stores at once', async () => {
  const odd = await read('1,2,\n1,3,4\n2,5,6\n2,5,7\n,8,9\n3,0,0\n4,1,1\n', {
    duplicate_stores: 'mean',
    exclude_stores: ['2'],
  })
  expect(checks.rows_conserved(odd, {})).toEqual({
    passed: true,
    metadata: { rows: 7, stores: 3, repeated: 1, excluded: 2, without_store: 1 },
  })
  expect(checks.stores_with_total(odd, {}).metadata['first']).toBe('3')
})
