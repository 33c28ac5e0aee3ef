import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClusterProfiles } from '../cluster-profiles/spec'
import { compute } from './compute'
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

  it('are unique whatever the traits', () => {
    const trait = fc.record({ feature: fc.string(), z: fc.integer({ min: -3, max: 3 }) })
    fc.assert(
      fc.property(fc.array(fc.array(trait, { maxLength: 3 }), { maxLength: 20 }), (traits) => {
        expect(new Set(nameClusters(traits)).size).toBe(traits.length)
      }),
    )
  })
})

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
    const { branches } = compute({
      profiles: profiled([
        ['% Sales WINE', 0.4, -0.6],
        ['% Sales BEER', -0.9, 1.3],
        ['% Sales GUM', 0.1, -0.1],
      ]),
    })
    expect(branches[0].clusters).toEqual([
      {
        cluster: '1',
        name: 'Less beer',
        high: [{ feature: '% Sales WINE', z: 0.4 }],
        low: [{ feature: '% Sales BEER', z: -0.9 }],
      },
      {
        cluster: '2',
        name: 'Beer',
        high: [{ feature: '% Sales BEER', z: 1.3 }],
        low: [{ feature: '% Sales WINE', z: -0.6 }],
      },
    ])
  })

  it('a cluster near the chain is named so', () => {
    const { branches } = compute({ profiles: profiled([['x', 0.1, -0.2]]) })
    expect(branches[0].clusters.map(({ name }) => name)).toEqual([
      'Like the chain',
      'Like the chain 2',
    ])
  })
})
