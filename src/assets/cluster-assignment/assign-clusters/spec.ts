import * as v from 'valibot'
import { overridesHold, overridesMatter, storesConserved } from '../../shared-checks'
import { type AnySpec, type Branch, defineSpec, placingKinds } from '../../spec'
import { outsider } from '../../model-training/outlier-policy'
import {
  exclusion,
  float64,
  int32,
  list,
  overrideOutcomes,
  real,
  text,
  texts,
  uint8,
} from '../../value'

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
  /** Flagged before the fit, or called noise by it. */
  isOutlier: uint8,
  isNoise: uint8,
  noData: uint8,
  filledCells: int32,
  /** What came of the overrides, in the order of the log. */
  overrides: overrideOutcomes,
  /** Stores that are where they are because they are locked. */
  locked: texts,
  /**
   * Stores that are kept out of every cluster (`outlier_policy: separate`), sorted by id. They are in
   * files and on screens under the label `outlier`, and in no array above.
   */
  separate: list(
    v.object({
      storeId: text,
      reason: outsider,
      filledCells: real,
      /** The nearest cluster that has stores, and the distance to its centre. */
      nearest: real,
      nearestDistance: real,
    }),
  ),
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
    codeVersion: '3',
    partitions: branch,
    sources: [],
    deps,
    params: {},
    overrides: { branches: [branch], kinds: placingKinds },
    value,
    checks: [storesConserved, overridesHold, overridesMatter],
  })
