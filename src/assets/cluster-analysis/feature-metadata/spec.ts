import * as v from 'valibot'
import { warning } from '../../check-spec'
import { type AnySpec, type Branch, defineSpec } from '../../spec'
import { list, maybe, real, text } from '../../value'

/** What became of every column of the branch's table, and how much each feature separates clusters. */
const value = v.object({
  features: list(
    v.object({
      name: text,
      origin: text,
      transform: text,
      /** Null where a feature is scaled by its quantiles; of a power, after it. */
      center: maybe(real),
      scale: maybe(real),
      weight: real,
      nFilled: real,
      /** Share of the variance of the scaled feature that lies between clusters, 0 to 1. */
      etaSquared: maybe(real),
    }),
  ),
  dropped: list(v.object({ name: text, code: text, detail: text })),
})
export type FeatureMetadata = v.InferOutput<typeof value>

export type MetadataDeps = {
  readonly filtered: AnySpec
  readonly imputed: AnySpec
  readonly normalized: AnySpec
  readonly assigned: AnySpec
}

export const featureMetadata = (branch: Branch, deps: MetadataDeps) =>
  defineSpec({
    key: `${branch}_feature_metadata`,
    label: 'Feature facts',
    description: 'Every feature: where it comes from, what was done to it, how much it separates.',
    group: 'cluster_analysis',
    branch,
    codeVersion: '2',
    partitions: branch,
    sources: [],
    deps,
    params: {},
    value,
    checks: [
      warning({
        name: 'weights_are_known',
        description: 'Every column that has a weight is in the table.',
        next: 'Correct the names in feature_weights that are listed here; the weight of a column that only one branch has is given in the section of that branch, internal or external.',
      }),
    ],
  })
