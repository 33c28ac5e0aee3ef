import { expect, test } from 'vitest'
import { internal } from '../../specs'
import { defaultsOf } from '../../testing/defaults-of'
import { typeColumn } from '../../testing/fixture-source'
import { provoke } from '../../testing/provoke'
import { silent } from '../../testing/silent'
import type { StoreTable } from '../../value'
import type { Selection } from './selection/value'
import { checks } from './checks'
import { compute } from './compute'

const defaults = defaultsOf(internal.filtered.params)
type Cells = Readonly<Record<string, readonly (string | number)[]>>

const income = [30, 42, 35, 61, 50, 44]
const area = ['city', 'city', 'city', 'land', 'land', 'land']

const tableOf = (columns: Cells): StoreTable => ({
  storeIds: income.map((_, row) => `s${row}`),
  columns: Object.entries(columns).map(([name, cells]) => typeColumn(name, cells.map(String))),
  labels: [],
  excluded: [],
})
const filter = (columns: Cells, params: Partial<typeof defaults> = {}) =>
  compute(
    { table: tableOf({ income, area, ...columns }) },
    { ...defaults, min_association: null, ...params },
    silent,
  )
const keep = (name: string, cells: readonly (string | number)[]) =>
  filter({ [name]: cells }, { keep_features: [name] })

const inputs = { table: tableOf({ income, area }) }
const value = filter({})
const selected: Selection = {
  category: 'Bread',
  reason: 'the only category',
  skipped: null,
  nStores: 100,
  clusterIds: Int32Array.of(1, 2),
  ranking: [],
  accuracy: 0.75,
  accuracyOfAll: 0.75,
  baseline: 0.5,
  confusion: Int32Array.of(40, 10, 15, 35),
}

test.each(
  provoke(
    checks,
    { value, inputs },
    {
      stores_conserved: { value: { storeIds: value.storeIds.slice(1) } },
      stores_left: { value: { storeIds: value.storeIds.slice(1, 2), columns: [] } },
      features_left: { value: { columns: [] } },
      few_cells_missing: { inputs: { table: tableOf({ income, gaps: [1, '', 2, '', '', 3] }) } },
      no_constant_features: { value: filter({ flat: [3, 3, 3, 3, 3, 3] }) },
      no_id_features: { value: keep('zip code', [5, 6, 7, 8, 9, 5]) },
      no_geo_features: { value: keep('latitude', [41.5, 41.6, 41.2, 41.1, 41.9, 41.3]) },
      no_sensitive_features: { value: filter({ Hispanic: [5, 1, 7, 8, 2, 5] }) },
      levels_are_common: { value: filter({ size: ['M', 'M', 'M', 'L', 'L', 'L'].with(5, 'XL') }) },
      levels_are_known: {
        value: filter({ kind: ['a', 'a', 'a', ' Unknown', ' Unknown', ' Unknown'] }),
      },
      names_are_known: { value: filter({}, { ignore_features: ['incme'] }) },
      features_predict_clusters: {
        value: { selection: { ...selected, skipped: 'Too few stores.' } },
      },
    },
  ),
)('%s holds, and is noticed when it does not', (_, good, changed) => {
  expect([good, changed]).toEqual([true, false])
})

test.each([
  ['storeid', [11, 12, 13, 14, 15, 16], false],
  ['Row number', [1, 2, 3, 4, 5, 6], false],
  ['shop_no', [1, 1, 3, 4, 5, 6], false],
  ['storeid', [11, 11, 13, 14, 15, 16], true],
  ['visitors', [11, 12, 13, 14, 15, 16], true],
  ['storeid', [1.5, 2, 3, 4, 5, 6], true],
])('a feature named %s with %j as cells is no id: %s', (name, cells, passed) => {
  const kept = { ...value, columns: [typeColumn(name, cells.map(String))] }
  expect(checks.no_id_features(kept, inputs).passed).toBe(passed)
})

test('a single store is told of as one, not as a lack of features', () => {
  const alone = {
    ...value,
    storeIds: ['7'],
    columns: [],
    dropped: [{ name: 'income', code: 'constant', detail: 'one value', twin: null, r: null }],
    excluded: [{ storeId: '9', asset: 'external_features_data', reason: 'left out' }],
  }
  expect(checks.stores_left(alone, inputs)).toEqual({
    passed: false,
    metadata: { stores: 1, store: '7', left_out: 1, first: '9 (left out)' },
  })
  expect(checks.features_left(alone, inputs).passed).toBe(true)
  expect(checks.no_constant_features(alone, inputs).passed).toBe(true)
  expect(checks.stores_left({ ...alone, columns: value.columns }, inputs).passed).toBe(true)
})

test('names what it found', () => {
  const census = { Asian: [1, 9, 2, 4, 7, 3], Black: [5, 1, 7, 8, 2, 5], race: [9, 2, 8, 1, 6, 4] }
  const sensitive = filter({ ...census, White: [3, 9, 4, 1, 8, 2] }, { max_correlation: null })
  expect(checks.no_sensitive_features(sensitive, inputs).metadata).toEqual({
    count: 4,
    columns: 'Asian, Black, White, race',
  })
  const sizes = filter({ size: ['M', 'M', 'M', 'L', 'S', 'L'] })
  expect(checks.levels_are_common(sizes, inputs).metadata).toEqual({
    count: 2,
    texts: 'size: L, size: S',
  })
  const gaps = {
    table: tableOf({ income, gaps: [1, '', 2, '', '', 3], some: ['', 1, 2, 4, 5, 6] }),
  }
  expect(checks.few_cells_missing(value, gaps).metadata).toEqual({
    share: 4 / 18,
    missing: 4,
    cells: 18,
    first: 'gaps, some',
  })
})

test('a sensitive column that is left out by name is no matter any more', () => {
  const ignored = filter({ Hispanic: [5, 1, 7, 8, 2, 5] }, { ignore_features: ['Hispanic'] })
  expect(checks.no_sensitive_features(ignored, inputs).passed).toBe(true)
})

test('names that no column has are told with the parameter and the nearest name that there is', () => {
  const named = filter({}, { ignore_features: ['incme', 'area'], keep_features: ['Sundays'] })
  expect(checks.names_are_known(named, inputs).metadata).toEqual({
    count: 2,
    names: 'ignore_features: incme, nearest income, keep_features: Sundays',
  })
})

test.each([
  [0.75, 0.5, true],
  [0.59, 0.5, false],
  [0.4, 0.5, false],
  [0.98, 0.97, false],
  [1, 0.99, true],
])(
  '%d of the stores told right where the largest cluster holds %d: above luck %s',
  (accuracy, baseline, passed) => {
    const one = { ...value, selection: { ...selected, accuracy, baseline } }
    expect(checks.features_predict_clusters(one, inputs).passed).toBe(passed)
  },
)
