import { describe, expect, it } from 'vitest'
import { imputedOf } from '../../testing/imputed-of'
import { createDraw } from '../../testing/made-up-chain'
import { runStages } from '../../testing/run-stages'
import type { ActiveOverride } from '../../override'
import { checks } from './checks'
import { makeCompute } from './compute'

const draw = createDraw(11)
const rows = Array.from({ length: 60 }, (_, i) => [
  (i % 2) * 12 + draw.normal(),
  (i % 2) * 12 + draw.normal(),
])
rows[0] = [90, -80]
const imputed = imputedOf(rows)
const [stranger, other] = [imputed.storeIds[0], imputed.storeIds[1]]
const stages = runStages(imputed, { normalized: { transform: 'none' } })
const { model } = stages

function assign(outlierPolicy: 'assign' | 'separate' | 'drop', overrides: ActiveOverride[] = []) {
  const reduced = { ...stages.reduced, outlierPolicy }
  const inputs = { model, reduced, imputed }
  return { inputs, value: makeCompute('internal')(inputs, {}, { overrides, log: () => {} }) }
}

const flagged = stages.reduced.storeIds.filter((_, row) => stages.reduced.isOutlier[row] === 1)
const place = { branch: 'internal', category: 'all' } as const
const lock = (cluster: string): ActiveOverride => ({
  ...place,
  id: 'x',
  kind: 'lock',
  stores: [stranger],
  cluster,
})

describe('outlier_policy', () => {
  it('assign: an outlier has the nearest cluster and a flag', () => {
    const { value } = assign('assign')
    expect(value.separate).toEqual([])
    expect(value.storeIds).toHaveLength(60)
    expect(value.isOutlier[0]).toBe(1)
  })

  it('separate: an outlier is in no cluster, with the nearest one and why', () => {
    const { inputs, value } = assign('separate')
    expect(value.separate.map(({ storeId }) => storeId)).toEqual(flagged)
    expect(value.storeIds).toHaveLength(60 - flagged.length)
    expect(value.isOutlier.some((flag) => flag === 1)).toBe(false)
    const asAssigned = assign('assign').value
    expect(value.separate[0]).toEqual({
      storeId: stranger,
      reason: 'outlier',
      filledCells: 0,
      nearest: asAssigned.clusters[0],
      nearestDistance: asAssigned.distance[0],
    })
    expect(checks.stores_conserved(value, inputs)).toMatchObject({
      passed: true,
      metadata: { separate: flagged.length, excluded: 0 },
    })
    const lost = { ...value, separate: value.separate.slice(1) }
    expect(checks.stores_conserved(lost, inputs).passed).toBe(false)
  })

  it('drop: an outlier is listed, with the asset that found it', () => {
    const { inputs, value } = assign('drop')
    expect(value.separate).toEqual([])
    expect(value.excluded).toEqual(
      flagged.map((storeId) => ({
        storeId,
        asset: 'internal_outlier_removed_features',
        reason: 'outlier, dropped',
      })),
    )
    expect(checks.stores_conserved(value, inputs).passed).toBe(true)
  })

  it('noise of the fit follows the same policy', () => {
    const fitted = stages.reduced.storeIds.findIndex((_, row) => stages.reduced.isFitted[row] === 1)
    const labels = model.labels.map((label, row) => (row === fitted ? -1 : label))
    const noisy = { model: { ...model, labels }, imputed }
    const of = (outlierPolicy: 'assign' | 'separate' | 'drop') =>
      makeCompute('internal')(
        { ...noisy, reduced: { ...stages.reduced, outlierPolicy } },
        {},
        { overrides: [], log: () => {} },
      )
    const storeId = stages.reduced.storeIds[fitted]
    const kept = of('assign')
    const row = kept.storeIds.indexOf(storeId)
    expect([kept.isOutlier[row], kept.isNoise[row]]).toEqual([1, 1])
    expect(of('separate').separate).toContainEqual(
      expect.objectContaining({ storeId, reason: 'noise' }),
    )
    expect(of('drop').excluded).toContainEqual({
      storeId,
      asset: 'internal_train_clustering_models',
      reason: 'noise, dropped',
    })
  })
})

describe('a person decides about a store that is kept separate', () => {
  it.each(['separate', 'drop'] as const)('%s: a lock puts it into a cluster', (policy) => {
    const { value } = assign(policy, [lock('2')])
    expect(value.clusters[value.storeIds.indexOf(stranger)]).toBe(2)
    expect(value.locked).toEqual([stranger])
    expect(value.overrides[0]).toMatchObject({ status: 'applied', stores: [stranger] })
    const distance = value.distance[value.storeIds.indexOf(stranger)]
    expect(value.overrides[0].cost).toBeCloseTo(distance ** 2, 8)
  })

  it('a link brings it to the cluster of the other store, an exclusion leaves it out', () => {
    const linked = assign('separate', [
      { ...place, id: 'x', kind: 'must_link', stores: [stranger, other] },
    ]).value
    const clusterOf = (id: string) => linked.clusters[linked.storeIds.indexOf(id)]
    expect(clusterOf(stranger)).toBe(clusterOf(other))
    const left = assign('separate', [{ ...place, id: 'x', kind: 'exclude', stores: [stranger] }])
    expect(left.value.separate.map(({ storeId }) => storeId)).not.toContain(stranger)
    expect(left.value.excluded).toMatchObject([
      { storeId: stranger, reason: 'excluded by override' },
    ])
  })

  it('two stores that are kept separate are together in no cluster', () => {
    const apart: ActiveOverride = {
      ...place,
      id: 'x',
      kind: 'cannot_link',
      stores: [flagged[0], flagged[1]],
    }
    expect(assign('separate', [apart]).value.overrides[0].status).toBe('no_effect')
    expect(assign('separate', [lock('outlier')]).value.overrides[0].status).toBe('unknown_cluster')
  })
})
