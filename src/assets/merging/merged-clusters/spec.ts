import * as v from 'valibot'
import { stopping, warning } from '../../check-spec'
import { idMatch } from '../../preprocessing/params'
import { choice, custom } from '../../schema'
import { idsToldApart, idsWrittenAlike } from '../../shared-checks'
import { type AnySpec, defineSpec } from '../../spec'
import {
  float64,
  idConflict,
  idPair,
  int32,
  list,
  maybe,
  real,
  ruleOffers,
  text,
  texts,
  uint8,
} from '../../value'

const value = v.object({
  /** Stores with both labels, as the internal file calls them, sorted by that id. */
  storeIds: texts,
  /** The same stores as the external files call them, aligned with `storeIds`. */
  externalStoreIds: texts,
  /** Those whose two ids are equal only by the rules of `id_match`: internal left, external right. */
  matchedByRule: list(idPair),
  idConflicts: list(idConflict),
  ruleOffers,
  internal: int32,
  external: int32,
  /** `<internal>_<external>`, or the other way round by `merge_order`. */
  merged: texts,
  internalOutlier: uint8,
  externalOutlier: uint8,
  /**
   * Stores of both views that one of them keeps out of its clusters, sorted by id: their merged label
   * is `outlier`, whatever the other view says. They are in no array above and in no space below, so
   * that none can move or draw another to it.
   */
  separate: list(
    v.object({
      storeId: text,
      externalStoreId: text,
      /** Its cluster; null where that view keeps it separate. */
      internal: maybe(real),
      external: maybe(real),
      internalOutlier: v.boolean(),
      externalOutlier: v.boolean(),
    }),
  ),
  onlyInternal: texts,
  onlyExternal: texts,
  nInternalClusters: real,
  nExternalClusters: real,
  /** Ids of the clusters of both views, ascending. */
  internalIds: int32,
  externalIds: int32,
  /** nInternalClusters x nExternalClusters counts in the order of the ids, row-major. */
  crosstab: int32,
  adjustedRandIndex: real,
  normalizedMutualInfo: real,
  /** The merge space: both blocks after transform, z-scored, weighted; nSamples x featureNames. */
  space: v.object({
    featureNames: texts,
    nInternal: real,
    X: float64,
    blockWeight: maybe(v.tuple([real, real])),
  }),
})
export type MergedClusters = v.InferOutput<typeof value>

export type MergeDeps = {
  readonly internal: AnySpec
  readonly external: AnySpec
  readonly internalSpace: AnySpec
  readonly externalSpace: AnySpec
}

export const mergedClusters = (deps: MergeDeps) =>
  defineSpec({
    key: 'merged_clusters',
    label: 'Crossed',
    description: 'Internal and external cluster of every store that has both, crossed.',
    group: 'merging',
    branch: null,
    codeVersion: '4',
    partitions: 'internal',
    sources: [],
    deps,
    params: {
      id_match: idMatch,
      merge_order: choice({
        label: 'Order of the name',
        help: 'Which label comes first in a merged cluster.',
        default: 'internal_external',
        options: [
          { value: 'internal_external', label: 'Internal, external' },
          { value: 'external_internal', label: 'External, internal' },
        ],
      }),
      block_weight: custom<readonly [number, number] | null>({
        label: 'Weight of the two views',
        help: 'Share of internal and external in the distance that moves stores; null weighs columns equally.',
        schema: v.nullable(
          v.tuple([v.pipe(v.number(), v.minValue(0)), v.pipe(v.number(), v.minValue(0))]),
        ),
        default: [0.5, 0.5],
        control: { kind: 'pair' },
        expects: 'two numbers, [internal, external], or null',
      }),
    },
    value,
    checks: [
      stopping({
        name: 'stores_reconciled',
        description: 'Every store is in both views or listed on one side.',
        next: 'Do not use this result: a store is in both views and in none. Run again without the cache, and keep the run bundle for a report.',
      }),
      stopping({
        name: 'some_stores_in_both',
        description: 'Some stores are in both views.',
        next: 'Compare the ids of both files: set id_match to the rule that would match them, or see that each file has the right role and store column.',
      }),
      warning({
        name: 'most_stores_in_both',
        description:
          'At most 10 % of the stores with internal data, and half of those with external data, lack the other view.',
        next: 'Compare the ids that are named here with the other file: these stores get no merged cluster.',
      }),
      idsWrittenAlike,
      idsToldApart,
    ],
  })
