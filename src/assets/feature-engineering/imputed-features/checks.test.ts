import { expect, test } from 'vitest'
import { internal } from '../../specs'
import { defaultsOf } from '../../testing/defaults-of'
import { typeColumn } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { silent } from '../../testing/silent'
import type { FilteredFeatures } from '../filtered-features/spec'
import { checks } from './checks'
import { makeCompute } from './compute'

type Cells = Readonly<Record<string, readonly (string | number)[]>>

const tableOf = (columns: Cells): FilteredFeatures => ({
  storeIds: ['s0', 's1', 's2', 's3', 's4'],
  columns: Object.entries(columns).map(([name, cells]) => typeColumn(name, cells.map(String))),
  isCompositional: false,
  dropped: [],
  selection: null,
  unknownNames: [],
  excluded: [{ storeId: 's9', asset: 'external_features_data', reason: 'left out' }],
})
const impute = (columns: Cells, params = {}) =>
  makeCompute('internal')(
    { filtered: tableOf(columns) },
    { ...defaultsOf(internal.imputed.params), ...params },
    silent,
  )

const full = [1, 2, 3, 4, 5]
const inputs = { filtered: tableOf({ a: full }) }
const value = impute({ a: full, b: [1, '', 3, 4, 5], c: full, d: full })

test.each(
  provoke(
    checks,
    { value, inputs },
    {
      stores_conserved: { value: { excluded: [] } },
      matrix_complete: { value: impute({ a: [1, '', 3, 4, 5] }, { imputation_type: 'none' }) },
      stores_with_data: { value: impute({ a: [1, '', 3, 4, 5] }) },
      few_cells_filled: { value: impute({ a: [1, '', '', 4, ''], b: full }) },
      columns_mostly_filled: { value: impute({ a: [1, '', '', 4, ''], b: full }) },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test('columns that were mostly filled are named', () => {
  const gaps = impute({ a: [1, '', '', 4, ''], b: full, c: ['', '', '', '', 2] })
  expect(checks.columns_mostly_filled(gaps, inputs).metadata).toEqual({
    columns: 2,
    first: 'a, c',
    stores: 5,
  })
  expect(checks.few_cells_filled(gaps, inputs)).toEqual({
    passed: false,
    metadata: { share: 7 / 15, filled: 7, cells: 15, first: 'c, a' },
  })
})

test('a store that was dropped for want of a value is conserved: it is listed', () => {
  const dropped = impute({ a: [1, '', 3, 4, 5] }, { numeric_imputation: 'drop' })
  expect(checks.stores_conserved(dropped, inputs)).toMatchObject({
    passed: true,
    metadata: { stores_in: 6, stores_out: 4, excluded: 2 },
  })
})
