import { expect, test } from 'vitest'
import { defaultsOf } from '../../testing/defaults-of'
import { fixtureContext, fixtureSource } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { checks } from './checks'
import { compute } from './compute'
import { externalFeaturesData } from './spec'

const defaults = defaultsOf(externalFeaturesData.params)
const join = (files: readonly string[], params: Partial<typeof defaults> = {}) =>
  compute(
    {},
    { ...defaults, ...params },
    fixtureContext({
      external: files.map((csv, i) => fixtureSource(`${i}.csv`, csv, { store: 'ID' })),
    }),
  )

const value = await join(['ID,x\n1,2\n2,3\n', 'ID,y\n1,5\n2,6\n'])

test.each(
  provoke(
    checks,
    { value, inputs: {} },
    {
      rows_conserved: { value: { files: value.files.map((file) => ({ ...file, rows: 9 })) } },
      keys_unique: { value: { storeIds: ['1', '1'] } },
      stores_identified: { value: await join(['ID,x\n1,2\n,3\n']) },
      one_row_per_store: { value: await join(['ID,x\n1,2\n1,3\n'], { duplicate_stores: 'mean' }) },
      cells_readable: {
        value: { unreadable: [{ file: 'm.csv', column: 'a', cells: 1, first: 'line 3' }] },
      },
      stores_in_all_files: { value: await join(['ID,x\n1,2\n2,3\n', 'ID,y\n1,5\n']) },
      ids_written_alike: { value: await join(['ID,x\n1,2\n2,3\n', 'ID,y\n01,5\n2,6\n']) },
      ids_told_apart: {
        value: await join(['ID,x\n1,2\n01,3\n', 'ID,y\n001,5\n2,6\n'], {
          id_match: 'leading_zeros',
        }),
      },
      same_columns_agree: { value: await join(['ID,x\n1,2\n2,3\n', 'ID,x\n1,2\n2,4\n']) },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test('rows add up with repeated, equal, left out and nameless rows at once', async () => {
  const odd = await join(['ID,x\n1,2\n1,3\n1,3\n2,5\n2,6\n,8\n4,1\n', 'ID,x\n4,1\n'], {
    duplicate_stores: 'mean',
    exclude_stores: ['2'],
  })
  expect(checks.rows_conserved(odd, {})).toEqual({
    passed: true,
    metadata: { rows: 8, repeated: 2, excluded: 2, without_store: 1, first_wrong: null },
  })
})
