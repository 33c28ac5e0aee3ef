import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureContext, fixtureSource, typeColumn } from '../../testing/fixture-source'
import { compute as readMetrics } from '../../preprocessing/internal-store-metrics/compute'
import { internalStoreMetrics } from '../../preprocessing/internal-store-metrics/spec'
import { defaultsOf } from '../../testing/defaults-of'
import { internal } from '../../specs'
import type { StoreTable } from '../../value'
import { checks } from './checks'
import { compute } from './compute'
import type { FilteredFeatures } from './spec'
import { silent } from '../../testing/silent'

const shared = new URL('../../../../../shared/data/', import.meta.url)
const defaults = defaultsOf(internal.filtered.params)
type Params = Partial<typeof defaults>

const table = (
  columns: Readonly<Record<string, readonly (string | number)[]>>,
  labels: readonly string[] = [],
): StoreTable => {
  const typed = Object.entries(columns).map(([name, cells]) => typeColumn(name, cells.map(String)))
  const nRows = Object.values(columns)[0]?.length ?? 0
  const storeIds = Array.from({ length: nRows }, (_, row) => `s${String(row).padStart(3, '0')}`)
  return { storeIds, columns: typed, labels, excluded: [] }
}

const filter = (input: StoreTable, params: Params = {}) =>
  compute({ table: input }, { ...defaults, ...params }, silent)

const kept = (value: FilteredFeatures) => value.columns.map(({ name }) => name)
const codes = (value: FilteredFeatures) => value.dropped.map(({ name, code }) => `${name}: ${code}`)

/** Off the limits that look at several columns. */
const alone: Params = { max_correlation: null, min_association: null }

describe('a column alone', () => {
  const every = table(
    {
      zip: [1, 2, 2, 4],
      latitude: [1.5, 2.5, 3.5, 4.5],
      year: [2024, 2024, 2025, 2025],
      city: ['a', 'b', 'a', 'b'],
      boss: ['a', 'b', 'c', 'd'],
      fax: ['', '', '', ''],
      flat: [3, 3, 3, 3],
      total: [9, 8, 7, 5],
      gaps: ['', '', 1, 2],
      mine: [1, 2, 3, 5],
      kind: ['x', 'y', 'x', 'y'],
      good: [1, 2, 3, 9],
    },
    ['total'],
  )

  it('is left out with its reason; the rest is sorted by name', () => {
    const value = filter(every, { ...alone, ignore_features: ['mine'] })
    expect(kept(value)).toEqual(['good', 'kind'])
    expect(codes(value)).toEqual([
      'boss: id_like',
      'city: label',
      'fax: all_missing',
      'flat: constant',
      'gaps: missing',
      'latitude: geo',
      'mine: ignored',
      'total: label',
      'year: date',
      'zip: id_like',
    ])
    for (const { detail } of value.dropped) expect(detail).not.toBe('')
    expect(checks.no_constant_features(value, { table: every }).metadata['columns']).toBe('flat')
  })

  it('stays when it is always kept, whatever speaks against it, unless it is empty', () => {
    const names = every.columns.map(({ name }) => name)
    const value = filter(every, { keep_features: names, ignore_features: ['mine'] })
    expect(codes(value)).toEqual(['fax: all_missing'])
    expect(kept(value)).toHaveLength(names.length - 1)
  })

  it('may have as many missing cells and levels as the limits say, and no more', () => {
    const five = table({ a: ['', '', 1, 2, 3], b: ['x', 'y', 'z', 'x', 'y'] })
    expect(kept(filter(five, { ...alone, max_missing: 0.4, max_categories: 3 }))).toEqual([
      'a',
      'b',
    ])
    const strict = filter(five, { ...alone, max_missing: 0.39, max_categories: 2 })
    expect(codes(strict)).toEqual(['a: missing', 'b: levels'])
    expect(strict.dropped[0].detail).toBe('40 % of its cells are empty, over 39 %')
    expect(kept(filter(five, { ...alone, max_missing: null, max_categories: null }))).toHaveLength(
      2,
    )
  })

  it('F-23 keeps a column whose range is beyond the largest number', () => {
    const wide = table({ a: ['-1.7e308', '1.7e308', '1.6e308', '-1.6e308'], b: [1, 2, 3, 5] })
    expect(kept(filter(wide, alone))).toEqual(['a', 'b'])
  })

  it('needs more variance than the limit, after min-max scaling and of the present cells', () => {
    const rare = table({ a: [0, 0, 0, 1000], b: [0, 1, 0, 1], c: ['', 5, 5, 6] })
    // ddof 0 of 0, 0, 0, 1 is 3/16; of 0, 1, 0, 1 it is 1/4; of 0, 0, 1 it is 2/9.
    expect(codes(filter(rare, { ...alone, min_variance: 3 / 16 }))).toEqual(['a: variance'])
    expect(kept(filter(rare, { ...alone, min_variance: 0.18 }))).toEqual(['a', 'b', 'c'])
    expect(kept(filter(rare, { ...alone, min_variance: null }))).toEqual(['a', 'b', 'c'])
  })
})

describe('columns that say the same', () => {
  const twins = table({ c: [1, 2, 3, 4.2], a: [1, 2, 3, 4], b: [-2, -4, -6, -8], d: [5, 1, 4, 2] })

  it('keep the first by name and name the twin with r', () => {
    const value = filter(twins, { min_association: null })
    expect(kept(value)).toEqual(['a', 'd'])
    expect(value.dropped).toMatchObject([
      { name: 'b', code: 'correlation', twin: 'a' },
      { name: 'c', code: 'correlation', twin: 'a' },
    ])
    expect(value.dropped[0].r).toBeCloseTo(-1, 12)
    expect(value.dropped[0].detail).toBe('Pearson r -1.00 with a, over 0.95')
  })

  it('are compared with kept columns only', () => {
    // b goes with a, c with b; but b is gone, so c stays.
    const chain = table({ a: [1, 0, 0, 0, 2], b: [1, 0, 1, 0, 2], c: [1, 0, 1, 1, 2] })
    expect(kept(filter(chain, { max_correlation: 0.8, min_association: null }))).toEqual(['a', 'c'])
  })

  it('are compared on rows where both are present, at least three', () => {
    const gaps = table({ a: [1, 2, 3, '', 9], b: [2, 4, 6, 1, ''], c: [1, 2, '', '', 0] })
    const value = filter(gaps, { min_association: null })
    expect(codes(value)).toEqual(['b: correlation'])
    const two = table({ a: [1, 2, '', 4, ''], b: [1, 2, 3, '', ''], c: [1, 5, 2, 3, 4] })
    expect(kept(filter(two, { min_association: null, max_missing: null }))).toContain('b')
  })

  it('stay when they are always kept', () => {
    const value = filter(twins, { keep_features: ['b'], min_association: null })
    expect(kept(value)).toEqual(['a', 'b', 'd'])
  })
})

describe('columns that go with no other', () => {
  const n = 64
  const rising = Array.from({ length: n }, (_, i) => i)
  const bent = rising.map((i) => i + (i % 5) * 9)
  /** Rank correlation with `rising` near 0: the same up and down. */
  const noise = rising.map((i) => (i % 2 === 0 ? i : n * 2 - i) * (i % 4 < 2 ? 1 : -1))

  it('are noise: dropped with the strongest partner that they have', () => {
    const value = filter(table({ bent, noise, rising }), { max_correlation: null })
    expect(kept(value)).toEqual(['bent', 'rising'])
    expect(value.dropped).toMatchObject([{ name: 'noise', code: 'association' }])
    expect(Math.abs(value.dropped[0].r ?? 1)).toBeLessThan(3 / Math.sqrt(n))
  })

  it('are not looked at with fewer than three numeric columns, nor without a limit', () => {
    expect(kept(filter(table({ noise, rising })))).toHaveLength(2)
    const off = filter(table({ bent, noise, rising }), {
      max_correlation: null,
      min_association: null,
    })
    expect(kept(off)).toHaveLength(3)
  })

  it('leave at least two columns', () => {
    const value = filter(table({ bent, noise, rising }), {
      max_correlation: null,
      min_association: 1,
    })
    expect(kept(value)).toEqual(['bent', 'rising'])
  })

  it('stay when they are always kept', () => {
    const params = { max_correlation: null, keep_features: ['noise'] }
    expect(kept(filter(table({ bent, noise, rising }), params))).toHaveLength(3)
  })
})

describe('a table of parts of a whole', () => {
  it.each([
    [true, { a: [20, 50], b: [80, 50.4] }],
    [true, { a: [0.2, 0.5], b: [0.8, 0.5] }],
    [false, { a: [20, 50], b: [80, 51] }],
    [false, { a: [20, 0.5], b: [80, 0.5] }],
    [false, { a: [-20, 50], b: [120, 50] }],
    [false, { a: [100, 100] }],
    [true, { a: [20, 50, ''], b: [80, 50, ''], zip: [7, 8, 9], kind: ['x', 'y', 'x'] }],
  ])('is recognised: %s for %j', (expected, columns) => {
    expect(filter(table(columns)).isCompositional).toBe(expected)
  })

  it('is recognised before any column is dropped, without the label columns', () => {
    const shares = table({ a: [20, 50, 30], b: [80, 50, 70], total: [9, 7, 5] }, ['total'])
    const value = filter(shares, { ignore_features: ['b'] })
    expect(value.isCompositional).toBe(true)
    expect(kept(value)).toEqual(['a'])
  })

  it('has no noise columns', () => {
    const a = Array.from({ length: 40 }, (_, i) => (i * 7) % 11)
    const b = a.map((_, i) => (i * 5) % 13)
    const parts = table({ a, b, c: a.map((value, i) => 100 - value - b[i]) })
    const value = filter(parts, { min_association: 0.999, max_correlation: null })
    expect(kept(value)).toEqual(['a', 'b', 'c'])
  })
})

describe('the stores', () => {
  it('are found in the category by the rule that is chosen for ids', () => {
    const input = table({ a: [1, 2, 3], b: [3, 1, 2] })
    const scope = { ...filter(input), storeIds: ['S002', 's000'] }
    const params = { ...defaults, ...alone }
    const storesBy = (id_match: 'exact' | 'case') =>
      compute({ table: input, scope }, { ...params, id_match }, silent).storeIds
    expect([storesBy('exact'), storesBy('case')]).toEqual([['s000'], ['s000', 's002']])
  })

  it('are those of the category where the scope asks for it', () => {
    const input = table({ a: [1, 2, 3], b: [3, 1, 2] })
    const scope = { ...filter(input), storeIds: ['s002', 's000', 'other'] }
    const value = compute({ table: input, scope }, { ...defaults, ...alone }, silent)
    expect(value.storeIds).toEqual(['s000', 's002'])
    expect(value.columns[0]).toMatchObject({ values: Float64Array.of(1, 3) })
    expect(value.excluded).toEqual([
      {
        storeId: 's001',
        asset: 'external_filtered_features',
        reason: 'is not among the stores of this category',
      },
    ])
  })

  it('may be none: no store is left, which blocks', () => {
    const value = filter(table({ a: [], b: [] }))
    expect(value.storeIds).toEqual([])
    expect(checks.stores_left(value, { table: table({}) }).passed).toBe(false)
  })

  it('give the same features in any order of columns', () => {
    const columns = { b: [1, 2, 3, 4], a: [1, 2, 3, 4], c: [4, 1, 3, 2] }
    const turned = Object.fromEntries(Object.entries(columns).toReversed())
    expect(filter(table(turned))).toEqual(filter(table(columns)))
  })
})

describe.skipIf(!existsSync(shared))('real files (../shared/data, else skipped)', () => {
  it('Iowa as shares is compositional, and nothing is dropped as noise', async () => {
    const csv = readFileSync(new URL('iowa_liquor/internal_sales_wide.csv', shared), 'utf8')
    const source = fixtureSource('wide.csv', csv, { store: 'STORE_NBR' })
    const metrics = await readMetrics(
      {},
      defaultsOf(internalStoreMetrics.params),
      fixtureContext({ store_metrics: [source] }, 'all'),
    )
    const value = filter(metrics)
    expect(value.isCompositional).toBe(true)
    expect(value.storeIds.length + value.excluded.length).toBe(1748)
    expect(value.dropped.filter(({ code }) => code === 'association')).toEqual([])
  })
})
