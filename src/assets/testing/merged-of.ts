import type { MergedClusters } from '../merging/merged-clusters/spec'

/** A store with its two labels and its place in the merge space. */
export type CrossedStore = readonly [internal: number, external: number, ...point: number[]]

/** Crossed clusters from stores, named S0000, S0001 ... in this order. */
export function mergedOf(stores: readonly CrossedStore[]): MergedClusters {
  const points = stores.map(([, , ...point]) => point)
  const internalIds = idsIn(stores.map(([internal]) => internal))
  const externalIds = idsIn(stores.map(([, external]) => external))
  const storeIds = stores.map((_, i) => `S${String(i).padStart(4, '0')}`)
  return {
    storeIds,
    externalStoreIds: storeIds,
    matchedByRule: [],
    idConflicts: [],
    ruleOffers: [],
    internal: Int32Array.from(stores, ([internal]) => internal),
    external: Int32Array.from(stores, ([, external]) => external),
    separate: [],
    merged: stores.map(([internal, external]) => `${internal}_${external}`),
    internalOutlier: new Uint8Array(stores.length),
    externalOutlier: new Uint8Array(stores.length),
    onlyInternal: [],
    onlyExternal: [],
    nInternalClusters: internalIds.length,
    nExternalClusters: externalIds.length,
    internalIds,
    externalIds,
    crosstab: new Int32Array(),
    adjustedRandIndex: 0,
    normalizedMutualInfo: 0,
    space: {
      featureNames: (points[0] ?? []).map((_, j) => `x${j}`),
      nInternal: 1,
      X: Float64Array.from(points.flat()),
      blockWeight: null,
    },
  }
}

function idsIn(labels: readonly number[]): Int32Array {
  return Int32Array.from(new Set(labels)).sort()
}
