import { adjustedRandIndex } from '../../../math/adjusted-rand-index'
import { normalizedMutualInfo } from '../../../math/normalized-mutual-info'
import { rulesOf } from '../../../table/id-rules'
import { matchIds } from '../../../table/match-ids'
import type { AssignedClusters } from '../../cluster-assignment/assign-clusters/spec'
import type { NormalizedData } from '../../feature-engineering/normalized-data/spec'
import { offersFor, tellMatched } from '../../id-matching'
import type { ComputeContext, ParamsOf } from '../../spec'
import { rowsOfStores } from '../../rows-of-stores'
import { buildMergeSpace } from './merge-space'
import { labelledIn, partPairs } from './separate-pairs'
import type { MergedClusters, mergedClusters } from './spec'

export type Inputs = {
  readonly internal: AssignedClusters
  readonly external: AssignedClusters
  readonly internalSpace: NormalizedData
  readonly externalSpace: NormalizedData
}
type MergeParams = ParamsOf<ReturnType<typeof mergedClusters>>

/**
 * Crosses the two labels of every store that has both; stores with one label only are listed. Stores
 * go by their internal id from here on: `externalStoreIds` is the only way back to the external one.
 */
export function compute(
  inputs: Inputs,
  params: MergeParams,
  { log }: Pick<ComputeContext, 'log'>,
): MergedClusters {
  const { internal, external, internalSpace, externalSpace } = inputs
  const rules = rulesOf(params.id_match)
  const matching = matchIds(labelledIn(internal), labelledIn(external), rules)
  tellMatched(matching.byRule, log)
  const { placed, separate } = partPairs(matching.pairs, internal, external)
  const storeIds = placed.map(({ left }) => left)
  const externalStoreIds = placed.map(({ right }) => right)
  const [left, right] = [
    rowsOfStores(storeIds, internal.storeIds, 'internal cluster'),
    rowsOfStores(externalStoreIds, external.storeIds, 'external cluster'),
  ]
  const internalLabels = left.map((row) => internal.clusters[row])
  const externalLabels = right.map((row) => external.clusters[row])
  return {
    storeIds,
    externalStoreIds,
    matchedByRule: matching.byRule,
    idConflicts: matching.conflicts,
    ruleOffers: offersFor(labelledIn(internal), labelledIn(external), { now: matching, rules }),
    internal: internalLabels,
    external: externalLabels,
    merged: storeIds.map((_, i) =>
      nameOf(internalLabels[i], externalLabels[i], params.merge_order),
    ),
    internalOutlier: Uint8Array.from(left, (row) => internal.isOutlier[row]),
    externalOutlier: Uint8Array.from(right, (row) => external.isOutlier[row]),
    separate,
    onlyInternal: matching.onlyLeft,
    onlyExternal: matching.onlyRight,
    nInternalClusters: internal.nClusters,
    nExternalClusters: external.nClusters,
    internalIds: internal.clusterIds,
    externalIds: external.clusterIds,
    crosstab: crosstabOf(
      { clusters: internalLabels, ids: internal.clusterIds },
      { clusters: externalLabels, ids: external.clusterIds },
    ),
    ...agreementOf(internalLabels, externalLabels),
    space: buildMergeSpace(
      [
        { space: internalSpace, storeIds },
        { space: externalSpace, storeIds: externalStoreIds },
      ],
      params.block_weight,
    ),
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
