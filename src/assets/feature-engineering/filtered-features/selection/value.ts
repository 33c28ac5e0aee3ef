import * as v from 'valibot'
import { int32, list, maybe, real, text } from '../../../value'

/** What was found when external features were ranked by the internal clusters of a category. */
export const selection = v.object({
  category: text,
  /** Why this category, in words. */
  reason: text,
  /** Why nothing was selected and every feature stays; null where there is a ranking. */
  skipped: maybe(text),
  /** Stores of the table that have a cluster in the category, and were looked at. */
  nStores: real,
  /** Ids of the clusters, ascending: rows and columns of `confusion`. */
  clusterIds: int32,
  /** Most important first, ties by name. */
  ranking: list(
    v.object({
      name: text,
      /** Mean over the folds: the share of votes for the right cluster that is lost once it is shuffled. */
      importance: real,
      /** Over the folds, ddof 0. */
      sd: real,
      /** Of the importance of all features, that of this one and those before it. */
      cumulativeShare: real,
      isKept: v.boolean(),
      /** Kept because a person named it. */
      isNamed: v.boolean(),
    }),
  ),
  /** Share of stores whose cluster is told right, each by a selection and a forest that never saw it. */
  accuracy: real,
  /** The same with every feature. */
  accuracyOfAll: real,
  /** Share of the largest cluster: what always naming that one would get right. */
  baseline: real,
  /** clusterIds x clusterIds, row-major: stores by their cluster (row) and the one told (column). */
  confusion: int32,
})
export type Selection = v.InferOutput<typeof selection>
