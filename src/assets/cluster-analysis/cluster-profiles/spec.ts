import * as v from 'valibot'
import { type AnySpec, defineSpec } from '../../spec'
import { list, maybe, real, text } from '../../value'

/** Per category: what each cluster of each branch looks like, in the units of the imputed features. */
const value = v.object({
  branches: list(
    v.object({
      branch: v.picklist(['internal', 'external', 'merged']),
      clusters: list(v.object({ cluster: text, size: real })),
      features: list(
        v.object({
          name: text,
          /** Mean and sd (ddof 0) over every placed store of the branch. */
          chainMean: real,
          chainSd: real,
          etaSquared: maybe(real),
          /** In the order of `clusters`. */
          cells: list(
            v.object({
              mean: real,
              median: real,
              sd: real,
              /** 100 x mean / chain mean; null where the chain mean is 0. */
              index: maybe(real),
              z: real,
            }),
          ),
        }),
      ),
    }),
  ),
})
export type ClusterProfiles = v.InferOutput<typeof value>

export type ProfileDeps = {
  readonly internal: AnySpec
  readonly external: AnySpec
  readonly internalFeatures: AnySpec
  readonly externalFeatures: AnySpec
  readonly reassigned: AnySpec
}

export const clusterProfiles = (deps: ProfileDeps) =>
  defineSpec({
    key: 'cluster_profiles',
    label: 'Profiles',
    description: 'Mean, median, index and z of every feature in every cluster.',
    group: 'cluster_analysis',
    branch: null,
    codeVersion: '2',
    partitions: 'internal',
    sources: [],
    deps,
    params: {},
    value,
    checks: [],
  })
