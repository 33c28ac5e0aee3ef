import { describe, expect, it } from 'vitest'
import type { FilteredFeatures } from '../../feature-engineering/filtered-features/spec'
import { imputedOf } from '../../testing/imputed-of'
import { createDraw } from '../../testing/made-up-chain'
import { runStages } from '../../testing/run-stages'
import { checks } from './checks'
import { compute } from './compute'

const draw = createDraw(2)
const rows = [0, 9].flatMap((center) =>
  Array.from({ length: 30 }, () => [center + draw.normal(), draw.normal(), 5]),
)
const filtered: FilteredFeatures = {
  storeIds: [],
  columns: [],
  isCompositional: false,
  dropped: [
    { name: 'zip', code: 'id_like', detail: 'integer with zip in its name', twin: null, r: null },
  ],
  selection: null,
  unknownNames: [],
  excluded: [],
}

describe('feature_metadata', () => {
  const chain = runStages(imputedOf(rows, { noData: [7], origins: ['a', 'region', 'region'] }), {
    counts: { k_rule: 'fixed', n_clusters: 2 },
  })
  const value = compute({ ...chain, filtered })

  it('tells of every feature where it comes from and what was done to it', () => {
    const [first, second] = value.features
    expect(second.origin).toBe('region')
    expect(first).toMatchObject({
      name: 'f00',
      origin: 'a',
      transform: chain.normalized.transforms[0].kind,
      weight: 1,
      nFilled: 1,
    })
    const { transformed, X } = chain.normalized
    expect((transformed[0] - first.center!) / first.scale!).toBe(X[0])
  })

  it.each([
    ['quantile', 'null'],
    ['power', 'number'],
  ] as const)('of features scaled by %s, the centre is a %s', (norm_method, type) => {
    const ranked = runStages(imputedOf(rows), {
      normalized: { norm_method },
      counts: { k_rule: 'fixed', n_clusters: 2 },
    })
    const [{ center, scale }] = compute({ ...ranked, filtered }).features
    for (const value of [center, scale]) expect(value === null ? 'null' : typeof value).toBe(type)
  })

  it('a feature that makes the clusters has a larger eta squared than one that does not', () => {
    const [making, noise, constant] = value.features.map(({ etaSquared }) => etaSquared)
    expect(making).toBeGreaterThan(0.8)
    expect(noise).toBeLessThan(0.2)
    expect(constant).toBeNull()
  })

  it('passes on why each other column is no feature', () => {
    expect(value.dropped).toEqual([
      { name: 'zip', code: 'id_like', detail: 'integer with zip in its name' },
    ])
  })

  it('with one cluster nothing separates', () => {
    const single = runStages(imputedOf([[1], [1]]))
    expect(compute({ ...single, filtered }).features[0].etaSquared).toBeNull()
  })

  it('a weight of a column that is nowhere is told, not one of a column that was left out', () => {
    const names = (feature_weights: Record<string, number>) => {
      const inputs = {
        ...runStages(imputedOf(rows), { normalized: { feature_weights } }),
        filtered,
      }
      const { passed, metadata } = checks.weights_are_known(compute(inputs), inputs)
      expect(passed).toBe(metadata['names'] === null)
      return metadata['names']
    }
    expect(names({ f00: 20, zip: 10 })).toBeNull()
    expect(names({ f0: 20, f00: 20, Visitors: 10 })).toBe(
      'feature_weights: Visitors, feature_weights: f0, nearest f00',
    )
  })
})
