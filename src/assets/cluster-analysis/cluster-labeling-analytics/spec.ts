import * as v from 'valibot'
import { type AnySpec, defineSpec } from '../../spec'
import { list, real, text } from '../../value'

/** A name for every cluster from the features that stand out most, unique within its branch. */
const value = v.object({
  branches: list(
    v.object({
      branch: v.picklist(['internal', 'external', 'merged']),
      clusters: list(
        v.object({
          cluster: text,
          name: text,
          /** The features that lift the cluster most above the chain, and those below. */
          high: list(v.object({ feature: text, z: real })),
          low: list(v.object({ feature: text, z: real })),
        }),
      ),
    }),
  ),
})
export type ClusterLabelingAnalytics = v.InferOutput<typeof value>

export const clusterLabelingAnalytics = (profiles: AnySpec) =>
  defineSpec({
    key: 'cluster_labeling_analytics',
    label: 'Names',
    description: 'A plain name for every cluster, from what stands out in it.',
    group: 'cluster_analysis',
    branch: null,
    codeVersion: '2',
    partitions: 'internal',
    sources: [],
    deps: { profiles },
    params: {},
    value,
    checks: [],
  })
