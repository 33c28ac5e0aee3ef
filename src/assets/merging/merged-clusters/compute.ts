import { adjustedRandIndex } from '../../../math/adjusted-rand-index'
import { normalizedMutualInfo } from '../../../math/normalized-mutual-info'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import type { ParamsOf } from '../../spec'
import { buildMergeSpace } from './merge-space'
import type { MergedClusters, mergedClusters } from './spec'

export type Inputs = {
  readonly internal: AssignedClusters
  readonly external: AssignedClusters
  readonly internalSpace: NormalizedData
  readonly externalSpace: NormalizedData
}
type MergeParams = ParamsOf<ReturnType<typeof mergedClusters>>

/**
 * Crosses the two labels of every store that has both; stores with one label only are listed.
 */
export function compute(inputs: Inputs, params: MergeParams): MergedClusters {
  const { internal, external, internalSpace, externalSpace } = inputs
  const externalRows = new Map(external.storeIds.map((id, row) => [id, row]))
  const joined = internal.storeIds.flatMap((id, left) => {
    const right = externalRows.get(id)
    return right === undefined ? [] : [{ id, left, right }]
  })
  const storeIds = joined.map(({ id }) => id)
  const both = new Set(storeIds)
  const internalLabels = Int32Array.from(joined, ({ left }) => internal.clusters[left])
  const externalLabels = Int32Array.from(joined, ({ right }) => external.clusters[right])
  return {
    storeIds,
    internal: internalLabels,
    external: externalLabels,
    merged: joined.map((_, i) => nameOf(internalLabels[i], externalLabels[i], params.merge_order)),
    internalOutlier: Uint8Array.from(joined, ({ left }) => internal.isOutlier[left]),
    externalOutlier: Uint8Array.from(joined, ({ right }) => external.isOutlier[right]),
    onlyInternal: internal.storeIds.filter((id) => !both.has(id)),
    onlyExternal: external.storeIds.filter((id) => !both.has(id)),
    nInternalClusters: internal.nClusters,
    nExternalClusters: external.nClusters,
    internalIds: internal.clusterIds,
    externalIds: external.clusterIds,
    crosstab: crosstabOf(
      { clusters: internalLabels, ids: internal.clusterIds },
      { clusters: externalLabels, ids: external.clusterIds },
    ),
    ...agreementOf(internalLabels, externalLabels),
    space: buildMergeSpace(storeIds, [internalSpace, externalSpace], params.block_weight),
  }
}

function nameOf(internal: number, external: number, order: MergeParams['merge_order']): string {
  return order === 'internal_external' ? `${internal}_${external}` : `${external}_${internal}`
}

type Labeling = { readonly clusters: Int32Array; readonly ids: Int32Array }

/** How many stores have each pair of clusters: rows.ids.length x columns.ids.length, row-major. */
function crosstabOf(rows: Labeling, columns: Labeling): Int32Array {
  const nColumns = columns.ids.length
  const counts = new Int32Array(rows.ids.length * nColumns)
  rows.clusters.forEach((row, i) => {
    counts[rows.ids.indexOf(row) * nColumns + columns.ids.indexOf(columns.clusters[i])] += 1
  })
  return counts
}

/** Without a common store there is no agreement to speak of: 0. */
function agreementOf(internal: Int32Array, external: Int32Array) {
  const isEmpty = internal.length === 0
  return {
    adjustedRandIndex: isEmpty ? 0 : adjustedRandIndex(internal, external),
    normalizedMutualInfo: isEmpty ? 0 : normalizedMutualInfo(internal, external),
  }
}
