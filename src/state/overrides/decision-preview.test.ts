import { describe, expect, test } from 'vitest'
import type { Override, OverrideEntry } from '../../assets/override'
import {
  placedInBranch,
  placedInMerged,
  previewDecision,
  type PlacedStores,
} from './decision-preview'

type Placing = Exclude<Override, { readonly kind: 'rename' }>

/** Stores on a line: A at 0 and B at 4 in cluster 1 (centre 1), C at 10 and D at 12 in 3 (11). */
const assigned = {
  storeIds: ['A', 'B', 'C', 'D'],
  clusters: Int32Array.of(1, 1, 3, 3),
  separate: [],
}
const reduced = {
  storeIds: ['A', 'B', 'C', 'D', 'not placed'],
  componentNames: ['PC1'],
  X: Float64Array.of(0, 4, 10, 12, 99),
}
const model = { clusterIds: Int32Array.of(1, 3, 7), clusterCenters: Float64Array.of(1, 11, -50) }
const placed = known(placedInBranch(assigned, reduced, model))

function known(one: PlacedStores | null): PlacedStores {
  if (one === null) throw new Error('the values do not fit')
  return one
}

describe('values of different runs', () => {
  test('a store without a place, a cluster without a centre, another space: nothing is previewed', () => {
    const lost = { ...reduced, storeIds: ['A', 'B', 'C', 'other', 'not placed'] }
    expect(placedInBranch(assigned, lost, model)).toBeNull()
    const renumbered = { ...assigned, clusters: Int32Array.of(1, 1, 3, 4) }
    expect(placedInBranch(renumbered, reduced, model)).toBeNull()
    const wider = { ...reduced, componentNames: ['PC1', 'PC2'] }
    expect(placedInBranch(assigned, wider, model)).toBeNull()
  })
})

const place = { branch: 'internal', category: 'Snacks' } as const
const lock = (cluster: string, ...stores: string[]): Placing => ({
  ...place,
  kind: 'lock',
  stores,
  cluster,
})
const entry = (id: string, decision: Placing): OverrideEntry => ({
  ...decision,
  id,
  time: '2026-01-01T00:00:00Z',
  author: 'Ada',
  reason: 'Rebuilt.',
})

describe('previewDecision(placed, log, decision)', () => {
  test('tells who would move and the added inertia, as of the shown result', () => {
    const { moves, cost, share, outcome } = previewDecision(placed, [], lock('3', 'B'))
    expect(moves).toEqual([{ store: 'B', from: '1', to: '3' }])
    expect(cost).toBe(49 - 9)
    expect(share).toBe(40 / (1 + 49 + 1 + 1))
    expect(outcome.status).toBe('applied')
  })

  test('a lock to where a store is costs nothing, and a cluster without stores can be chosen', () => {
    expect(previewDecision(placed, [], lock('1', 'B'))).toMatchObject({ moves: [], cost: 0 })
    expect(previewDecision(placed, [], lock('7', 'B')).moves).toHaveLength(1)
  })

  test('counts only what it adds to decisions that are waiting for a run', () => {
    const log = [entry('waiting', lock('3', 'B'))]
    const { moves, cost } = previewDecision(placed, log, lock('3', 'A'))
    expect(moves).toEqual([{ store: 'A', from: '1', to: '3' }])
    expect(cost).toBe(121 - 1)
  })

  test('names the earlier decisions that it overrules; elsewhere they do not matter', () => {
    const log = [
      entry('here', lock('3', 'B')),
      entry('elsewhere', { ...lock('3', 'B'), category: 'Candy' }),
    ]
    expect(previewDecision(placed, log, lock('1', 'B')).overruled).toEqual(['here'])
    expect(previewDecision(placed, log, lock('3', 'B')).overruled).toEqual([])
  })

  test('a store that is left out has no cluster and moves nowhere', () => {
    const decision: Placing = { ...place, kind: 'exclude', stores: ['D'] }
    expect(previewDecision(placed, [], decision)).toMatchObject({
      moves: [],
      leftOut: ['D'],
      cost: 0,
    })
  })

  test('keeping apart more stores than there are clusters is said to be a conflict', () => {
    const decision: Placing = { ...place, kind: 'cannot_link', stores: ['A', 'B', 'C', 'D'] }
    expect(previewDecision(placed, [], decision).outcome.status).toBe('conflict')
  })
})

test('placedInMerged(crossed, reassigned): small clusters can be locked to by their centre', () => {
  const crossed = {
    storeIds: ['A', 'B', 'C'],
    internal: Int32Array.of(1, 1, 2),
    external: Int32Array.of(1, 1, 1),
    merged: ['1_1', '1_1', '2_1'],
    space: {
      featureNames: ['x'],
      nInternal: 1,
      X: Float64Array.of(0, 2, 9),
      blockWeight: null,
    },
  }
  const after = { storeIds: ['A', 'B', 'C'], rebalanced: ['1_1', '1_1', '1_1'] }
  const merged = known(placedInMerged({ ...rest, ...crossed }, after))
  expect([...merged.centers]).toEqual([
    ['1_1', Float64Array.of(1)],
    ['2_1', Float64Array.of(9)],
  ])
  const decision: Placing = { ...lock('2_1', 'C'), branch: 'merged' }
  expect(previewDecision(merged, [], decision).cost).toBe(0 - 64)
})

const rest = {
  externalStoreIds: ['A', 'B', 'C'],
  matchedByRule: [],
  idConflicts: [],
  ruleOffers: [],
  internalOutlier: new Uint8Array(3),
  externalOutlier: new Uint8Array(3),
  separate: [],
  onlyInternal: [],
  onlyExternal: [],
  nInternalClusters: 2,
  nExternalClusters: 1,
  internalIds: Int32Array.of(1, 2),
  externalIds: Int32Array.of(1),
  crosstab: Int32Array.of(2, 1),
  adjustedRandIndex: 0,
  normalizedMutualInfo: 0,
}
