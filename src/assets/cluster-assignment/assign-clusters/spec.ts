import * as v from 'valibot'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { exclusion, float64, int32, list, real, texts, uint8 } from '../../value'

const value = v.object({
  storeIds: texts,
  /** 1-based cluster of each store; cluster 1 is the largest over the fitted stores. */
  clusters: int32,
  nClusters: real,
  /** Euclidean, in the space of the model. NaN and 0 for the runner-up when there is one cluster. */
  distance: float64,
  runnerUp: int32,
  runnerUpDistance: float64,
  /** (d2 - d1) / d2: 0 on the border, 1 at the centre; NaN when there is one cluster. */
  margin: float64,
  silhouette: float64,
  isOutlier: uint8,
  noData: uint8,
  filledCells: int32,
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
    codeVersion: '1',
    partitions: branch,
    sources: [],
    deps,
    params: {},
    value,
    checks: [
      {
        name: 'stores_conserved',
        description: 'Stores in = stores placed + listed exclusions.',
        severity: 'error',
        blocking: true,
      },
    ],
  })
