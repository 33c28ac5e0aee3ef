import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureContext, fixtureSource, typeColumn } from '../../testing/fixture-source'
import { compute as join } from '../../preprocessing/external-features-data/compute'
import { externalFeaturesData } from '../../preprocessing/external-features-data/spec'
import { defaultsOf } from '../../testing/defaults-of'
import { internal } from '../../specs'
import { compute as filter } from '../filtered-features/compute'
import type { FilteredFeatures } from '../filtered-features/spec'
import { checks } from './checks'
import { makeCompute } from './compute'
import type { ImputedFeatures } from './spec'
import { silent } from '../../testing/silent'

const shared = new URL('../../../../../shared/data/', import.meta.url)
const defaults = defaultsOf(internal.imputed.params)
type Params = Partial<typeof defaults>

const nothingElse = { dropped: [], selection: null, unknownNames: [], excluded: [] }

const table = (
  columns: Readonly<Record<string, readonly (string | number)[]>>,
): FilteredFeatures => {
  const typed = Object.entries(columns).map(([name, cells]) => typeColumn(name, cells.map(String)))
  const nRows = Object.values(columns)[0]?.length ?? 0
  const storeIds = Array.from({ length: nRows }, (_, row) => `s${row}`)
  return { storeIds, columns: typed, isCompositional: false, ...nothingElse }
}

const impute = (filtered: FilteredFeatures, params: Params = {}) =>
  makeCompute('internal')({ filtered }, { ...defaults, ...params }, silent)

const feature = ({ featureNames, X }: ImputedFeatures, name: string) => {
  const j = featureNames.indexOf(name)
  return Array.from(X).filter((_, cell) => cell % featureNames.length === j)
}

describe('numbers', () => {
  const gaps = table({ a: [1, '', 3, 8, 3], b: [1, 2, 3, 4, 5] })

  it.each([
    ['mean', 3.75],
    ['median', 3],
    ['mode', 3],
    [-1, -1],
  ] as const)('take %s: %d, as scikit-learn SimpleImputer', (rule, fill) => {
    const value = impute(gaps, { numeric_imputation: rule })
    expect(feature(value, 'a')).toEqual([1, fill, 3, 8, 3])
    expect(value.columns[0]).toMatchObject({ name: 'a', fill, nFilled: 1, encoding: null })
    expect([...value.filled]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
  })

  it('take the smallest of the most frequent values on a tie', () => {
    expect(feature(impute(table({ a: [5, 2, ''] }), { numeric_imputation: 'mode' }), 'a')).toEqual([
      5, 2, 2,
    ])
  })

  it('are kept missing by none, which the check reports', () => {
    const value = impute(gaps, { imputation_type: 'none' })
    expect(feature(value, 'a')[1]).toBeNaN()
    expect(checks.matrix_complete(value, { filtered: gaps })).toEqual({
      passed: false,
      metadata: { cells_missing: 1, cells: 10, first: 'a' },
    })
  })
})

describe('numbers from one another', () => {
  const gaps = table({
    a: [1, 3, '', 8, 2.5, 4],
    b: [2, 4, 6, 8, '', 9],
    c: ['', 3, 5, 7, 1, 2],
  })

  it('knn takes the mean of the nearest stores, as scikit-learn KNNImputer on z-scores', () => {
    const value = impute(gaps, { imputation_type: 'knn', knn_neighbors: 2 })
    expect(value.featureNames).toEqual(['a', 'b', 'c'])
    expect(feature(value, 'a')[2]).toBeCloseTo(5.5, 12)
    expect(feature(value, 'b')[4]).toBeCloseTo(5.5, 12)
    expect(feature(value, 'c')[0]).toBeCloseTo(2, 12)
    expect(value.columns[0]).toMatchObject({ fill: null, nFilled: 1, encoding: null })
    expect(value.columns[0].fillRange).toEqual({ low: 5.5, high: 5.5 })
    expect([...value.filled].flatMap((flag, cell) => (flag === 1 ? [cell] : []))).toEqual([
      2, 6, 13,
    ])
  })

  it('iterative predicts them, as scikit-learn IterativeImputer', () => {
    const value = impute(gaps, { imputation_type: 'iterative' })
    expect(feature(value, 'a')[2]).toBeCloseTo(5.49981377892485, 6)
    expect(feature(value, 'b')[4]).toBeCloseTo(7.33402014005831, 6)
    expect(feature(value, 'c')[0]).toBeCloseTo(1.5715879175127374, 6)
    expect(value.imputer).toMatchObject({ kind: 'iterative', columns: ['a', 'b', 'c'], nRounds: 4 })
  })

  it('iterative refuses by name what it cannot compute with', () => {
    const far = table({ a: [1, '', 3], b: [1, 2, '1e200'] })
    expect(() => impute(far, { imputation_type: 'iterative' })).toThrow(/"b" reaches 1e\+200/)
    const near = impute(far, { imputation_type: 'knn' })
    expect(near.X.every(Number.isFinite)).toBe(true)
  })

  it.each(['knn', 'iterative'] as const)('%s fills text as the text setting says', (rule) => {
    const mixed = table({ a: [1, '', 3, 4], t: ['x', 'x', '', 'y'] })
    expect(feature(impute(mixed, { imputation_type: rule }), 't=x')).toEqual([1, 1, 1, 0])
    const dropped = impute(mixed, { imputation_type: rule, categorical_imputation: 'drop' })
    expect(dropped.storeIds).toEqual(['s0', 's1', 's3'])
  })

  it.each(['knn', 'iterative'] as const)(
    '%s learns nothing from a store without data, and fills it',
    (rule) => {
      const rows = { a: [1, '', 3, 9, 5], b: [2, 4, '', 8, 1] }
      const ghost = table({ a: [...rows.a, ''], b: [...rows.b, ''] })
      const [with_, without] = [ghost, table(rows)].map((one) =>
        impute(one, { imputation_type: rule }),
      )
      expect(with_.imputer).toEqual(without.imputer)
      expect(with_.X.slice(0, 10)).toEqual(without.X)
      expect(with_.hasData[5]).toBe(0)
      expect(with_.X.every(Number.isFinite)).toBe(true)
    },
  )

  it.each(['knn', 'iterative'] as const)('%s answers where there is nothing to learn', (rule) => {
    expect(impute(table({ t: ['x', ''] }), { imputation_type: rule }).imputer).toBeNull()
    expect(impute(table({ a: [] }), { imputation_type: rule }).X).toHaveLength(0)
    expect(feature(impute(table({ a: [2, ''] }), { imputation_type: rule }), 'a')).toEqual([2, 2])
    const unseen = table({ b: [1, ''] })
    const columns = [
      { type: 'number' as const, name: 'a', values: Float64Array.of(NaN, NaN) },
      ...unseen.columns,
    ]
    const value = impute({ ...unseen, columns }, { imputation_type: rule })
    expect(feature(value, 'a')).toEqual([NaN, NaN])
    expect(feature(value, 'b')).toEqual([1, 1])
  })
})

describe('text', () => {
  const sizes = table({ size: ['M', 'L', '', 'M'], x: [1, 2, 3, 4] })

  it('becomes one feature per level, levels by name', () => {
    const value = impute(sizes)
    expect(value.featureNames).toEqual(['size=L', 'size=M', 'x'])
    expect(value.origins).toEqual(['size', 'size', 'x'])
    expect(feature(value, 'size=M')).toEqual([1, 0, 1, 1])
    expect(Array.from(value.filled).slice(6, 9)).toEqual([1, 1, 0])
    expect(value.columns[0]).toMatchObject({ fill: 'M', nFilled: 1, levels: ['L', 'M'] })
  })

  it('becomes ranks when asked, from 0, by name', () => {
    const value = impute(sizes, { encoding: 'ordinal' })
    expect(value.featureNames).toEqual(['size', 'x'])
    expect(feature(value, 'size')).toEqual([1, 0, 1, 1])
  })

  it('takes a text of its own as one more level, only where a cell is filled', () => {
    expect(impute(sizes, { categorical_imputation: 'none' }).featureNames).toEqual([
      'size=L',
      'size=M',
      'size=none',
      'x',
    ])
    const full = table({ size: ['M', 'L'] })
    expect(impute(full, { categorical_imputation: 'none' }).featureNames).toEqual([
      'size=L',
      'size=M',
    ])
  })

  it('takes the first level by name on a tie', () => {
    expect(impute(table({ t: ['b', 'a', ''] })).columns[0].fill).toBe('a')
  })

  it('stays missing in every level when nothing fills it', () => {
    const value = impute(sizes, { imputation_type: 'none' })
    expect(feature(value, 'size=L')[2]).toBeNaN()
    expect(feature(value, 'size=M')[2]).toBeNaN()
  })

  it('never makes two features of one name', () => {
    const value = impute(table({ 'a=x': [1, 2], a: ['x', 'y'] }))
    expect(new Set(value.featureNames).size).toBe(3)
  })
})

describe('stores', () => {
  it('without any observed feature are in no statistic, and are filled and flagged', () => {
    const value = impute(table({ a: ['', 2, 4], b: ['', 'x', ''] }))
    expect([...value.hasData]).toEqual([0, 1, 1])
    expect(feature(value, 'a')).toEqual([3, 2, 4])
    expect(feature(value, 'b=x')).toEqual([1, 1, 1])
    expect(checks.stores_with_data(value, { filtered: table({}) }).metadata).toEqual({
      stores_without_data: 1,
      stores: 3,
      first: 's0',
    })
  })

  it('with a missing cell are listed by drop, under the asset of their branch', () => {
    const input = table({ a: [1, '', 3], t: ['x', 'y', ''] })
    const value = makeCompute('external')(
      { filtered: input },
      { ...defaults, numeric_imputation: 'drop', categorical_imputation: 'drop' },
      silent,
    )
    expect(value.storeIds).toEqual(['s0'])
    expect(value.excluded).toEqual([
      { storeId: 's1', asset: 'external_imputed_features', reason: 'no value for a' },
      { storeId: 's2', asset: 'external_imputed_features', reason: 'no value for t' },
    ])
    const numbersOnly = impute(input, { numeric_imputation: 'drop' })
    expect(numbersOnly.storeIds).toEqual(['s0', 's2'])
    expect(numbersOnly.columns[0].fill).toBeNull()
  })

  it('may be none, and columns may be none', () => {
    expect(impute(table({ a: [] })).X).toHaveLength(0)
    const value = impute({ ...table({ a: [1] }), columns: [] })
    expect(value).toMatchObject({ featureNames: [], hasData: Uint8Array.of(0) })
    expect(checks.few_cells_filled(value, { filtered: table({}) }).passed).toBe(true)
  })

  it('with many empty cells raise a warning', () => {
    const value = impute(table({ a: [1, '', '', 4], b: [1, 2, 3, 4] }))
    expect(checks.few_cells_filled(value, { filtered: table({}) })).toEqual({
      passed: false,
      metadata: { share: 0.25, filled: 2, cells: 8, first: 'a' },
    })
  })
})

describe.skipIf(!existsSync(shared))('Iowa external (../shared/data, else skipped)', () => {
  it('has 2,296 stores, 125 of them without any feature', async () => {
    const csv = readFileSync(new URL('iowa_liquor/external_market.csv', shared), 'utf8')
    const context = fixtureContext({
      external: [fixtureSource('external_market.csv', csv, { store: 'STORE_NBR' })],
    })
    const joined = await join({}, defaultsOf(externalFeaturesData.params), context)
    const filtered = filter({ table: joined }, defaultsOf(internal.filtered.params), silent)
    const value = impute(filtered)
    expect(value.storeIds).toHaveLength(2296)
    expect(value.hasData.reduce((sum, flag) => sum + flag, 0)).toBe(2296 - 125)
    expect(checks.matrix_complete(value, { filtered }).passed).toBe(true)
  })
})

describe.skipIf(!existsSync(shared))(
  'parity with scikit-learn (../shared/data, else skipped)',
  () => {
    it('Iowa external: the imputed means of the reference', async () => {
      const reference: { columns: string[]; impute_mean: number[] } = JSON.parse(
        readFileSync(new URL('reference/iowa_external.json', shared), 'utf8'),
      )
      const csv = readFileSync(new URL('iowa_liquor/external_market.csv', shared), 'utf8')
      for await (const { table: all } of fixtureSource('m.csv', csv, {
        store: 'STORE_NBR',
      }).chunks()) {
        const columns = reference.columns.flatMap((name) =>
          all.columns.filter((c) => c.name === name),
        )
        const storeIds = Array.from({ length: all.nRows }, (_, row) => String(row))
        const value = impute({
          storeIds,
          columns,
          isCompositional: false,
          ...nothingElse,
        })
        const largest = reference.impute_mean.reduce(
          (most, mean) => Math.max(most, Math.abs(mean)),
          0,
        )
        value.columns.forEach(({ fill }, j) => {
          const error = Math.abs(Number(fill) - reference.impute_mean[j]) / largest
          expect(error).toBeLessThanOrEqual(1e-9)
        })
        expect(value.columns).toHaveLength(reference.columns.length)
      }
    })
  },
)
