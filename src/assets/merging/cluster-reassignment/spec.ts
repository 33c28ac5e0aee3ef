import * as v from 'valibot'
import { choice, integer } from '../../schema'
import { type AnySpec, defineSpec } from '../../spec'
import { float64, list, maybe, real, text, texts } from '../../value'

const sizes = list(v.object({ cluster: text, size: real }))

const value = v.object({
  storeIds: texts,
  /** Cluster of each store after small clusters were emptied. */
  rebalanced: texts,
  /** Empty text where the store did not move. */
  movedFrom: texts,
  /** To the centre of the store's cluster, in the merge space. NaN where no cluster is large. */
  distance: float64,
  /** The next nearest large cluster; empty text when there is none. */
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
    }),
  ),
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
    description: 'Stores of small merged clusters move to the nearest large one.',
    group: 'merging',
    branch: null,
    codeVersion: '2',
    partitions: 'internal',
    sources: [],
    deps: { merged },
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
      {
        name: 'some_cluster_is_large',
        description: 'At least one merged cluster reaches the smallest size.',
        severity: 'warn',
        blocking: false,
      },
      {
        name: 'stores_conserved',
        description: 'Every store is in exactly one final cluster.',
        severity: 'error',
        blocking: true,
      },
    ],
  })
