import * as v from 'valibot'
import {
  noDominatingCluster,
  overridesHold,
  overridesMatter,
  storesConserved,
} from '../../shared-checks'
import { warning } from '../../check-spec'
import { choice, integer } from '../../schema'
import { type AnySpec, defineSpec, placingKinds } from '../../spec'
import { exclusion, float64, list, maybe, overrideOutcomes, real, text, texts } from '../../value'

const sizes = list(v.object({ cluster: text, size: real }))

const value = v.object({
  /** The stores that are placed, by their internal id and sorted by it. */
  storeIds: texts,
  /** The same stores as the external files call them, aligned with `storeIds`. */
  externalStoreIds: texts,
  /** Cluster of each store after small clusters were emptied and the overrides were applied. */
  rebalanced: texts,
  /** Empty text where the store did not move. */
  movedFrom: texts,
  /** To the centre of the store's cluster, in the merge space. */
  distance: float64,
  /** The next nearest large cluster, of all where none is large; empty text when there is none. */
  runnerUp: texts,
  runnerUpDistance: float64,
  moves: list(
    v.object({
      storeId: text,
      from: text,
      to: text,
      dFrom: real,
      dTo: real,
      runnerUp: text,
      runnerUpDistance: real,
      /** Out of a small cluster, or because a person decided so. */
      by: v.picklist(['size', 'override']),
    }),
  ),
  /** What came of the overrides, in the order of the log. */
  overrides: overrideOutcomes,
  /** Stores that are where they are because they are locked. */
  locked: texts,
  excluded: list(exclusion),
  sizesBefore: sizes,
  sizesAfter: sizes,
  /** Sum of squared distances to the own centre, and mean silhouette, before and after. */
  withinBefore: real,
  withinAfter: real,
  silhouetteBefore: maybe(real),
  silhouetteAfter: maybe(real),
  minClusterSize: real,
  /** The largest threshold that leaves at least one large cluster. */
  workableMinClusterSize: real,
})
export type ClusterReassignment = v.InferOutput<typeof value>

export const clusterReassignment = (merged: AnySpec) =>
  defineSpec({
    key: 'cluster_reassignment',
    label: 'Small moved',
    description:
      'Stores of small merged clusters move to the nearest large one; then overrides are applied.',
    group: 'merging',
    branch: null,
    codeVersion: '4',
    partitions: 'internal',
    sources: [],
    deps: { merged },
    overrides: { branches: ['merged'], kinds: placingKinds },
    params: {
      min_cluster_size: integer({
        label: 'Smallest merged cluster',
        help: 'Stores of merged clusters with fewer stores move to the nearest large cluster.',
        default: 20,
        min: 1,
        max: 1000000,
      }),
      reassign: choice({
        label: 'What moves',
        help: 'Each store by its own distance, or the small cluster as a whole by its centre.',
        default: 'store',
        options: [
          { value: 'store', label: 'Store by store' },
          { value: 'cluster', label: 'Whole clusters' },
        ],
      }),
    },
    value,
    checks: [
      storesConserved,
      warning({
        name: 'some_cluster_is_large',
        description: 'At least one merged cluster reaches the smallest size.',
        next: 'Lower min_cluster_size to the largest that would work, or ask for fewer clusters in both views.',
      }),
      warning({
        name: 'few_stores_moved',
        description: 'At most 30 % of the stores moved to another merged cluster.',
        next: 'Lower min_cluster_size, or ask for fewer clusters in one of the views: too many crossings are small.',
      }),
      warning({
        name: 'moves_are_near',
        description:
          'At most one in four moved stores lies over twice as far out as 99 % of the stores that were in its new cluster.',
        next: 'Look at the moves that are named here: lock those stores elsewhere, or lower min_cluster_size to keep their cluster.',
      }),
      noDominatingCluster,
      overridesHold,
      overridesMatter,
    ],
  })
