import { describe, expect, it } from 'vitest'
import type { FilteredFeatures } from '../../feature-engineering/filtered-features/spec'
import { imputedOf } from '../../testing/imputed-of'
import { createDraw } from '../../testing/made-up-chain'
import { runStages } from '../../testing/run-stages'
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
      center: chain.normalized.scaler.center[0],
      scale: chain.normalized.scaler.scale[0],
      weight: 1,
      nFilled: 1,
    })
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
})
