import * as v from 'valibot'
import { warning } from '../../check-spec'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { list, maybe, real } from '../../value'

const value = v.object({
  /** Stores with a cluster. */
  nStores: real,
  nClusters: real,
  /** Stores with a cluster that are flagged as unusual. */
  nOutliers: real,
  /** Unusual stores that are kept out of every cluster. */
  nSeparate: real,
  nNoData: real,
  inertia: real,
  silhouette: maybe(real),
  calinskiHarabasz: maybe(real),
  daviesBouldin: maybe(real),
  clusters: list(
    v.object({
      cluster: real,
      size: real,
      share: real,
      outliers: real,
      silhouette: maybe(real),
      meanDistance: real,
      meanMargin: maybe(real),
    }),
  ),
})
export type ClusterMetrics = v.InferOutput<typeof value>

export type MetricsDeps = {
  readonly assigned: AnySpec
  readonly model: AnySpec
  readonly reduced: AnySpec
}

export const clusterMetrics = (branch: Branch, deps: MetricsDeps) =>
  defineSpec({
    key: `${branch}_cluster_metrics`,
    label: 'Metrics',
    description: 'How well separated the clusters are, in all and each.',
    group: 'cluster_analysis',
    branch,
    codeVersion: '3',
    partitions: branch,
    sources: [],
    deps,
    params: {},
    value,
    checks: [
      warning({
        name: 'clear_split',
        description: 'The mean silhouette is at least 0.25.',
        next: 'Read the borders as a choice, not a finding: stores lie between the groups. Compare k by what its clusters say.',
      }),
    ],
  })
