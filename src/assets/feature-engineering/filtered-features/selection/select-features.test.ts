import { describe, expect, it } from 'vitest'
import type { Column } from '../../../../table/table'
import { external } from '../../../specs'
import { defaultsOf } from '../../../testing/defaults-of'
import { typeColumn } from '../../../testing/fixture-source'
import { createDraw } from '../../../testing/made-up-chain'
import { silent } from '../../../testing/silent'
import { selectFeatures } from './select-features'
import { settingsOfSelection } from './settings'
import type { ClustersInput } from './target-clusters'

const defaults = { ...defaultsOf(external.filtered.params), selection_trees: 20 }
type Params = Partial<typeof defaults>

/** Clusters 1, 2 and 4, of unequal size; `income` and `area` tell them, in part; the rest is noise. */
function planted(nStores: number, seed = 1) {
  const draw = createDraw(seed)
  const storeIds = Array.from({ length: nStores }, (_, i) => `s${String(i).padStart(4, '0')}`)
  const clusters = Int32Array.from(storeIds, () => {
    const at = draw.uniform()
    return at < 0.5 ? 1 : at < 0.8 ? 2 : 4
  })
  const cells = (tell: (cluster: number) => string) => Array.from(clusters, (one) => tell(one))
  const columns = [
    typeColumn(
      'area',
      cells((c) =>
        draw.uniform() < 0.1 ? '' : c === 4 ? 'city' : draw.uniform() < 0.5 ? 'land' : 'town',
      ),
    ),
    typeColumn(
      'income',
      cells((c) => (draw.uniform() < 0.1 ? '' : String((c === 1 ? 40 : 60) + 5 * draw.normal()))),
    ),
    ...['noise a', 'noise b', 'noise c', 'noise d'].map((name) =>
      typeColumn(
        name,
        cells(() => String(draw.normal())),
      ),
    ),
  ]
  const assigned = { storeIds, clusters, noData: new Uint8Array(nStores) }
  return { storeIds, columns, clusters: assigned }
}

type Given = {
  readonly storeIds: readonly string[]
  readonly columns: readonly Column[]
  readonly clusters: ClustersInput
}

const select = (given: Given, params: Params = {}, partition: string | null = 'Bread') =>
  selectFeatures(given, settingsOfSelection({ ...defaults, ...params }), { ...silent, partition })

const namesOf = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name)

describe('features that tell the clusters', () => {
  const given = planted(240)
  const { kept, dropped, selection } = select(given)

  it('are kept; noise ranks last, near 0, and is left out with its reason', () => {
    expect(namesOf(kept)).toEqual(['area', 'income'])
    expect(namesOf(selection.ranking).slice(0, 2).toSorted()).toEqual(['area', 'income'])
    for (const { importance, isKept } of selection.ranking.slice(2)) {
      expect(Math.abs(importance)).toBeLessThan(0.03)
      expect(isKept).toBe(false)
    }
    expect(dropped.map(({ code }) => code)).toEqual([
      'selection',
      'selection',
      'selection',
      'selection',
    ])
    expect(dropped[0].detail).toMatch(/place 3 of 6 for the clusters of Bread$/)
  })

  it('are judged on a clean split: every store once, far above the largest cluster', () => {
    const { accuracy, baseline, confusion, clusterIds, nStores } = selection
    expect(clusterIds).toEqual(Int32Array.of(1, 2, 4))
    expect(nStores).toBe(240)
    expect(confusion.reduce((sum, count) => sum + count, 0)).toBe(240)
    const sizes = [0, 1, 2].map(
      (r) => confusion[3 * r] + confusion[3 * r + 1] + confusion[3 * r + 2],
    )
    expect(sizes.toSorted((a, b) => b - a)[0] / 240).toBe(baseline)
    expect((confusion[0] + confusion[4] + confusion[8]) / 240).toBe(accuracy)
    expect(accuracy).toBeGreaterThan(baseline + 0.25)
  })

  it('are kept beside what a person names', () => {
    const { kept, selection } = select(given, {
      must_keep_features: ['noise c'],
      keep_features: ['noise a'],
    })
    expect(namesOf(kept)).toEqual(['area', 'income', 'noise a', 'noise c'])
    const named = selection.ranking.filter(({ isNamed }) => isNamed)
    expect(namesOf(named).toSorted()).toEqual(['noise a', 'noise c'])
  })

  it('are the same whatever the order in which the clusters come, and others for another seed', () => {
    const { storeIds, clusters, noData } = given.clusters
    const turned = {
      storeIds: storeIds.toReversed(),
      clusters: clusters.toReversed(),
      noData: noData.toReversed(),
    }
    expect(select({ ...given, clusters: turned })).toEqual(select(given))
    expect(select(given, { session_id: 7 }).selection).not.toEqual(selection)
  })
})

it('of noise alone the clean split tells no more than the largest cluster, though the best was picked', () => {
  const surplus = [1, 2, 3, 4, 5, 6].map((seed) => {
    const given = planted(120, seed)
    const noise = given.columns.filter(({ name }) => name.startsWith('noise'))
    const { accuracy, baseline } = select(
      { ...given, columns: noise },
      { selection_share: 0.3 },
    ).selection
    return accuracy - baseline
  })
  expect(surplus.reduce((sum, one) => sum + one, 0) / surplus.length).toBeLessThan(0.02)
})

describe('the category whose clusters are predicted', () => {
  const given = planted(60)
  const few = {
    storeIds: given.storeIds.slice(0, 30),
    clusters: given.clusters.clusters.slice(0, 30),
    noData: new Uint8Array(30),
  }
  const clusters = [
    { partition: 'Bread', value: few },
    { partition: 'Milk', value: given.clusters },
  ]

  it('is the one with the most stores, or the one that is named', () => {
    const largest = select({ ...given, clusters }, {}, 'all').selection
    expect([largest.category, largest.nStores]).toEqual(['Milk', 60])
    expect(largest.reason).toBe('the category with the most stores')
    const named = select({ ...given, clusters }, { selection_category: 'Bread' }, 'all').selection
    expect([named.category, named.nStores]).toEqual(['Bread', 30])
  })

  it('must be there: else the nearest name is told', () => {
    expect(() => select({ ...given, clusters }, { selection_category: 'Bred' }, 'all')).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          code: 'unknown_category',
          path: 'selection_category',
          hint: 'Did you mean "Bread"?',
        }),
      }),
    )
  })

  it('leaves out stores without data, which have a cluster by default only', () => {
    const noData = new Uint8Array(60).fill(1, 50)
    const { selection } = select({ ...given, clusters: { ...given.clusters, noData } })
    expect(selection.nStores).toBe(50)
  })

  it('matches stores by the rules that are chosen', () => {
    const lower = given.clusters.storeIds.map((id) => id.toUpperCase())
    const other = { ...given, clusters: { ...given.clusters, storeIds: lower } }
    expect(select(other).selection.nStores).toBe(0)
    expect(select(other, { id_match: 'case' }).selection.nStores).toBe(60)
  })
})

describe('where there is nothing to tell', () => {
  const given = planted(40)
  const one = { ...given.clusters, clusters: new Int32Array(40).fill(1) }
  const cases: readonly (readonly [string, Given, Params])[] = [
    ['fewer than two clusters', { ...given, clusters: one }, {}],
    [
      'too few for 20 folds',
      {
        ...given,
        clusters: {
          ...given.clusters,
          storeIds: given.storeIds.map((id, i) => (i < 30 ? id : `x${id}`)),
        },
      },
      { selection_folds: 20 },
    ],
    ['fewer than two features', { ...given, columns: given.columns.slice(0, 1) }, {}],
  ]
  it.each(cases)('%s: every feature stays, and it is said why', (words, input, params) => {
    const { kept, dropped, selection } = select(input, params)
    expect(selection.skipped).toContain(words)
    expect(kept).toEqual(input.columns)
    expect(dropped).toEqual([])
    expect(Number.isFinite(selection.baseline)).toBe(true)
  })

  it('columns of one value, or of the largest doubles, make no number that is not finite', () => {
    const columns = [
      typeColumn(
        'flat',
        given.storeIds.map(() => '3'),
      ),
      typeColumn(
        'huge',
        given.storeIds.map((_, i) => (i % 2 === 0 ? '1.7e308' : '-1.7e308')),
      ),
    ]
    const { selection } = select({ ...given, columns })
    for (const { importance, sd } of selection.ranking)
      expect([importance, sd].every(Number.isFinite)).toBe(true)
  })
})

it('features that say the same rank above noise, though the forest can do without any one of them', () => {
  const given = planted(240)
  const income = given.columns.find(({ name }) => name === 'income')
  if (income?.type !== 'number') throw new Error('No income.')
  const draw = createDraw(9)
  const copies = ['copy a', 'copy b', 'copy c'].map((name) => ({
    ...income,
    name,
    values: income.values.map((value) => value + 2 * draw.normal()),
  }))
  const columns = [...given.columns, ...copies].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const { ranking } = select({ ...given, columns }).selection
  const first = ranking.slice(0, 5).map(({ name }) => name)
  expect(first.toSorted()).toEqual(['area', 'copy a', 'copy b', 'copy c', 'income'])
})
