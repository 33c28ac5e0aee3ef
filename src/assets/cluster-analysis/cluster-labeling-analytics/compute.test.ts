import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedOf } from '../../testing/merged-of'
import type { ActiveOverride } from '../../override'
import type { ClusteringModel } from '../../model-training/train-clustering-models/spec'
import type { ClusterProfiles } from '../cluster-profiles/spec'
import { compute, type Inputs } from './compute'
import { nameClusters } from './name-clusters'
import { plainName } from './plain-name'

describe('a plain name', () => {
  it.each([
    ['% Sales SINGLE-SERVE CHIPS', 'Single-serve chips'],
    ['% Sales Dips', 'Dips'],
    ['median_income', 'Median income'],
    ['IncomePerCap', 'Income per cap'],
    ['Population US Total', 'Population US total'],
    ['region=South', 'Region: south'],
    ['age>=65', 'Age>=65'],
    ['  ', '  '],
  ])('%s reads %s', (feature, name) => {
    expect(plainName(feature)).toBe(name)
  })

  it('is cut at a word to fit on a card', () => {
    expect(plainName('share of households with two or more vehicles')).toBe(
      'Share of households with two or…',
    )
  })
})

describe('names of clusters', () => {
  it('come from the strongest trait, unique, the most remarkable cluster first', () => {
    const names = nameClusters([
      [
        { feature: 'A', z: 1 },
        { feature: 'B', z: 0.5 },
      ],
      [{ feature: 'A', z: 2 }],
      [{ feature: 'A', z: -1.5 }],
    ])
    expect(names).toEqual(['B', 'A', 'Less a'])
  })

  it('take two traits, then a number, when single traits are taken', () => {
    const own = [
      { feature: 'A', z: 1 },
      { feature: 'B', z: -1 },
    ]
    expect(nameClusters([own, own, own, own])).toEqual(['A', 'Less b', 'A, less b', 'A 2'])
  })

  it('say so when nothing stands out', () => {
    expect(nameClusters([[], []])).toEqual(['Like the chain', 'Like the chain 2'])
  })

  it('that are given stay, and no other cluster gets them', () => {
    const own = [
      { feature: 'A', z: 1 },
      { feature: 'B', z: 0.5 },
    ]
    expect(nameClusters([own, own, []], [undefined, 'A', undefined])).toEqual([
      'B',
      'A',
      'Like the chain',
    ])
  })

  it('are unique whatever the traits', () => {
    const trait = fc.record({ feature: fc.string(), z: fc.integer({ min: -3, max: 3 }) })
    fc.assert(
      fc.property(fc.array(fc.array(trait, { maxLength: 3 }), { maxLength: 20 }), (traits) => {
        expect(new Set(nameClusters(traits)).size).toBe(traits.length)
      }),
    )
  })
})

/** What became of ids against the baseline. */
const modelWith = (kept: readonly number[]): Pick<ClusteringModel, 'lineage'> => ({
  lineage: kept.map((cluster) => ({
    cluster,
    state: 'kept',
    event: null,
    jaccard: 1,
    relatives: [],
  })),
})

const fresh: Omit<Inputs, 'profiles'> = {
  crossed: mergedOf([]),
  internalModel: modelWith([]),
  externalModel: modelWith([]),
}

const label = (
  profiles: ClusterProfiles,
  given: Partial<Inputs> = {},
  context: Partial<Parameters<typeof compute>[2]> = {},
) =>
  compute(
    { ...fresh, profiles, ...given },
    {},
    { baseline: null, overrides: [], log: () => undefined, ...context },
  )

describe('cluster_labeling_analytics', () => {
  const profiled = (zs: readonly (readonly [string, number, number])[]): ClusterProfiles => ({
    branches: [
      {
        branch: 'internal',
        clusters: [
          { cluster: '1', size: 3 },
          { cluster: '2', size: 2 },
        ],
        features: zs.map(([name, first, second]) => ({
          name,
          chainMean: 1,
          chainSd: 1,
          etaSquared: 0.5,
          cells: [first, second].map((z) => ({ mean: 1 + z, median: 1, sd: 1, index: 100, z })),
        })),
      },
    ],
  })

  it('tells what lifts a cluster above the chain and what is below, strongest first', () => {
    const { branches } = label(
      profiled([
        ['% Sales WINE', 0.4, -0.6],
        ['% Sales BEER', -0.9, 1.3],
        ['% Sales GUM', 0.1, -0.1],
      ]),
    )
    expect(branches[0].clusters).toEqual([
      {
        cluster: '1',
        ids: [1],
        name: 'Less beer',
        isNamedByPerson: false,
        high: [{ feature: '% Sales WINE', z: 0.4 }],
        low: [{ feature: '% Sales BEER', z: -0.9 }],
      },
      {
        cluster: '2',
        ids: [2],
        name: 'Beer',
        isNamedByPerson: false,
        high: [{ feature: '% Sales BEER', z: 1.3 }],
        low: [{ feature: '% Sales WINE', z: -0.6 }],
      },
    ])
  })

  it('a cluster near the chain is named so', () => {
    const { branches } = label(profiled([['x', 0.1, -0.2]]))
    expect(branches[0].clusters.map(({ name }) => name)).toEqual([
      'Like the chain',
      'Like the chain 2',
    ])
  })
})

describe('names that are carried on', () => {
  type Branch = ClusterProfiles['branches'][number]['branch']
  /** Clusters that stand out in one feature each, the same in every branch. */
  const profilesOf = (branch: Branch, features: readonly (readonly [string, string])[]) => ({
    branches: [
      {
        branch,
        clusters: features.map(([cluster]) => ({ cluster, size: 1 })),
        features: features.map(([, name], at) => ({
          name,
          chainMean: 1,
          chainSd: 1,
          etaSquared: null,
          cells: features.map((_, c) => ({
            mean: 1,
            median: 1,
            sd: 1,
            index: null,
            z: c === at ? 1 : 0,
          })),
        })),
      },
    ],
  })
  const namesIn = (value: ReturnType<typeof compute>) =>
    value.branches[0].clusters.map(({ cluster, name, isNamedByPerson }) =>
      isNamedByPerson ? `${cluster} ${name}!` : `${cluster} ${name}`,
    )
  const renamed = (cluster: string, name: string, branch: Branch = 'internal'): ActiveOverride => ({
    id: `${branch} ${cluster}`,
    kind: 'rename',
    branch,
    category: 'Snacks',
    cluster,
    name,
  })

  const before = profilesOf('internal', [
    ['1', 'Beer'],
    ['2', 'Wine'],
    ['3', 'Gum'],
  ])
  const after = profilesOf('internal', [
    ['1', 'Gin'],
    ['3', 'Wine'],
    ['4', 'Beer'],
  ])
  const kept = { internalModel: modelWith([1, 3]) }

  it('an id that is kept keeps its name, a new one gets another than those', () => {
    const value = label(after, kept, { baseline: label(before) })
    expect(namesIn(value)).toEqual(['1 Beer', '3 Gum', '4 Beer 2'])
  })

  it('an equal number that is no kept id says nothing', () => {
    const value = label(after, {}, { baseline: label(before) })
    expect(namesIn(value)).toEqual(['1 Gin', '3 Wine', '4 Beer'])
  })

  it('a merged cluster keeps its name when both halves are kept, in whatever order they stand', () => {
    const pairs = profilesOf('merged', [
      ['1_2', 'Beer'],
      ['2_1', 'Wine'],
    ])
    const turned = profilesOf('merged', [
      ['1_2', 'Gum'],
      ['2_1', 'Gin'],
    ])
    const crossed = mergedOf([
      [1, 2],
      [2, 1],
    ])
    const baseline = label(pairs, { crossed })
    const models = { internalModel: modelWith([1, 2]), externalModel: modelWith([1, 2]) }
    expect(namesIn(label(turned, { crossed, ...models }, { baseline }))).toEqual([
      '1_2 Beer',
      '2_1 Wine',
    ])
    const swapped = { ...crossed, merged: ['2_1', '1_2'] }
    expect(namesIn(label(turned, { crossed: swapped, ...models }, { baseline }))).toEqual([
      '1_2 Wine',
      '2_1 Beer',
    ])
    const halfKept = { ...models, externalModel: modelWith([2]) }
    expect(namesIn(label(turned, { crossed, ...halfKept }, { baseline }))).toEqual([
      '1_2 Beer',
      '2_1 Gin',
    ])
  })

  it("a person's name stands, the newest one, and only for its own branch", () => {
    const overrides = [
      renamed('1', 'Old'),
      renamed('1', 'Late night'),
      renamed('2', 'Other', 'external'),
    ]
    expect(namesIn(label(before, {}, { overrides }))).toEqual(['1 Late night!', '2 Wine', '3 Gum'])
  })

  it('no other cluster is called as a person called one', () => {
    const overrides = [renamed('4', 'Beer')]
    const value = label(after, kept, { baseline: label(before), overrides })
    expect(namesIn(value)).toEqual(['1 Gin', '3 Gum', '4 Beer!'])
  })

  it("a person's name that is taken back does not come back from the baseline", () => {
    const baseline = label(before, {}, { overrides: [renamed('1', 'Late night')] })
    expect(namesIn(label(after, kept, { baseline }))).toEqual(['1 Gin', '3 Gum', '4 Beer'])
  })

  it('the log tells of a name for a cluster that is gone', () => {
    const lines: string[] = []
    label(after, kept, {
      overrides: [renamed('2', 'Late night')],
      log: (level, message) => lines.push(`${level} ${message}`),
    })
    expect(lines).toEqual([
      'warn "Late night" names the internal cluster 2, which is not there any more.',
    ])
  })
})
