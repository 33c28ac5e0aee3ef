import * as v from 'valibot'
import { overridesHold, overridesMatter, storesConserved } from '../../shared-checks'
import { type AnySpec, type Branch, defineSpec, placingKinds } from '../../spec'
import { exclusion, float64, int32, list, overrideOutcomes, real, texts, uint8 } from '../../value'

const value = v.object({
  storeIds: texts,
  /** Id of the cluster of each store, as it is published. */
  clusters: int32,
  nClusters: real,
  /** The ids that have stores, ascending; they may have gaps. */
  clusterIds: int32,
  /** Euclidean, in the space of the model. NaN and 0 for the runner-up when there is one cluster. */
  distance: float64,
  runnerUp: int32,
  runnerUpDistance: float64,
  /**
   * (d2 - d1) / d2: 0 on the border, 1 at the centre, below 0 where an override keeps the store from
   * its nearest cluster; NaN when there is one cluster.
   */
  margin: float64,
  silhouette: float64,
  isOutlier: uint8,
  noData: uint8,
  filledCells: int32,
  /** What came of the overrides, in the order of the log. */
  overrides: overrideOutcomes,
  /** Stores that are where they are because they are locked. */
  locked: texts,
  /** Stores of the branch that got no cluster, with the reason. */
  excluded: list(exclusion),
})
export type AssignedClusters = v.InferOutput<typeof value>

export type AssignmentDeps = {
  readonly model: AnySpec
  readonly reduced: AnySpec
  readonly imputed: AnySpec
}

export const assignClusters = (branch: Branch, deps: AssignmentDeps) =>
  defineSpec({
    key: `${branch}_assign_clusters`,
    label: 'Assigned clusters',
    description: 'The cluster of every store, how close it is, and which one is next.',
    group: 'cluster_assignment',
    branch,
    codeVersion: '2',
    partitions: branch,
    sources: [],
    deps,
    params: {},
    overrides: { branches: [branch], kinds: placingKinds },
    value,
    checks: [storesConserved, overridesHold, overridesMatter],
  })
