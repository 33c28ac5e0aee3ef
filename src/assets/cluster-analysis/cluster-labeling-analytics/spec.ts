import * as v from 'valibot'
import { type AnySpec, defineSpec } from '../../spec'
import { list, real, text } from '../../value'

/**
 * A name for every cluster: a person's, or that of the baseline, or one from the features that stand
 * out most. Automatic names are unique within their branch.
 */
const value = v.object({
  branches: list(
    v.object({
      branch: v.picklist(['internal', 'external', 'merged']),
      clusters: list(
        v.object({
          cluster: text,
          /** Its stable id; of a merged cluster the internal, then the external one. */
          ids: list(real),
          name: text,
          isNamedByPerson: v.boolean(),
          /** The features that lift the cluster most above the chain, and those below. */
          high: list(v.object({ feature: text, z: real })),
          low: list(v.object({ feature: text, z: real })),
        }),
      ),
    }),
  ),
})
export type ClusterLabelingAnalytics = v.InferOutput<typeof value>

export type LabelingDeps = {
  readonly profiles: AnySpec
  readonly crossed: AnySpec
  readonly internalModel: AnySpec
  readonly externalModel: AnySpec
}

export const clusterLabelingAnalytics = (deps: LabelingDeps) =>
  defineSpec({
    key: 'cluster_labeling_analytics',
    label: 'Names',
    description: 'A plain name for every cluster, from what stands out in it.',
    group: 'cluster_analysis',
    branch: null,
    codeVersion: '3',
    partitions: 'internal',
    sources: [],
    deps,
    params: {},
    carries: true,
    overrides: { branches: ['internal', 'external', 'merged'], kinds: ['rename'] },
    value,
    checks: [],
  })
