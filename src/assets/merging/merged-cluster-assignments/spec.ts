import * as v from 'valibot'
import { keysUnique, storesConserved } from '../../shared-checks'
import { type AnySpec, defineSpec } from '../../spec'
import { exclusion, float64, int32, list, maybe, real, text, texts, uint8 } from '../../value'

/** One row per (store, category), sorted by store id, then category: the file that is handed over. */
const value = v.object({
  storeIds: texts,
  categories: texts,
  internal: int32,
  external: int32,
  merged: texts,
  rebalanced: texts,
  movedFrom: texts,
  distance: float64,
  runnerUp: texts,
  runnerUpDistance: float64,
  internalOutlier: uint8,
  externalOutlier: uint8,
  /**
   * Stores whose merged label is `outlier`, by store id, then category; in no array above. A cluster
   * is null where that view keeps the store separate.
   */
  separate: list(
    v.object({
      storeId: text,
      category: text,
      internal: maybe(real),
      external: maybe(real),
      internalOutlier: v.boolean(),
      externalOutlier: v.boolean(),
    }),
  ),
  /** Stores that an override leaves out, by category. */
  excluded: list(v.object({ ...exclusion.entries, category: text })),
  perCategory: list(
    v.object({
      category: text,
      stores: real,
      clusters: real,
      moved: real,
      excluded: real,
      separate: real,
      onlyInternal: real,
      onlyExternal: real,
    }),
  ),
})
export type MergedClusterAssignments = v.InferOutput<typeof value>

export type PublishDeps = { readonly merged: AnySpec; readonly reassigned: AnySpec }

export const mergedClusterAssignments = (deps: PublishDeps) =>
  defineSpec({
    key: 'merged_cluster_assignments',
    label: 'Published',
    description: 'The merged cluster of every store in every category, as it is handed over.',
    group: 'merging',
    branch: null,
    codeVersion: '3',
    partitions: 'none',
    sources: [],
    deps,
    params: {},
    value,
    checks: [keysUnique, storesConserved],
  })
