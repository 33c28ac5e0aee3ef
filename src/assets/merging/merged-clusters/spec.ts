import * as v from 'valibot'
import { choice, custom } from '../../schema'
import { type AnySpec, defineSpec } from '../../spec'
import { float64, int32, maybe, real, texts, uint8 } from '../../value'

const value = v.object({
  /** Stores with both labels, sorted by id. */
  storeIds: texts,
  internal: int32,
  external: int32,
  /** `<internal>_<external>`, or the other way round by `merge_order`. */
  merged: texts,
  internalOutlier: uint8,
  externalOutlier: uint8,
  onlyInternal: texts,
  onlyExternal: texts,
  nInternalClusters: real,
  nExternalClusters: real,
  /** nInternalClusters x nExternalClusters counts, row-major. */
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
    codeVersion: '1',
    partitions: 'internal',
    sources: [],
    deps,
    params: {
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
      {
        name: 'stores_reconciled',
        description: 'Every store is in both views or listed on one side.',
        severity: 'error',
        blocking: true,
      },
      {
        name: 'some_stores_in_both',
        description: 'Some stores are in both views.',
        severity: 'error',
        blocking: true,
      },
    ],
  })
