import * as v from 'valibot'
import { type AnySpec, defineSpec } from '../../spec'
import { float64, int32, list, real, text, texts, uint8 } from '../../value'

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
  perCategory: list(
    v.object({
      category: text,
      stores: real,
      clusters: real,
      moved: real,
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
    codeVersion: '1',
    partitions: 'none',
    sources: [],
    deps,
    params: {},
    value,
    checks: [
      {
        name: 'keys_unique',
        description: 'Every store appears once per category.',
        severity: 'error',
        blocking: true,
      },
    ],
  })
