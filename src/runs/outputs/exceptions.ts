import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import type { Branch } from '../../assets/spec'
import type { Exclusion } from '../../assets/value'
import { compareText } from '../../table/compare-text'
import { blockersOf } from '../asset-record'
import type { AssetRecord, RunRecord } from '../contract'
import { categoryOf, type Made } from './made'
import type { TableFile } from './output-file'

const columns = ['store_nbr', 'category', 'branch', 'asset', 'reason']

/** A store that is not placed, or placed with a flag, and the asset that said so. */
export type Exception = {
  readonly storeId: string
  readonly category: string
  readonly branch: Branch
  readonly asset: string
  readonly reason: string
}

/** `exceptions.csv`: each exception once, by store, category, branch, asset, reason. */
export function exceptions(all: readonly Exception[]): TableFile {
  const sorted = new Map(
    all.toSorted(compareExceptions).map((it) => [JSON.stringify(rowOf(it)), it]),
  )
  return { kind: 'table', name: 'exceptions.csv', columns, rows: [...sorted.values()].map(rowOf) }
}

function rowOf({ storeId, category, branch, asset, reason }: Exception) {
  return [storeId, category, branch, asset, reason]
}

function compareExceptions(a: Exception, b: Exception): number {
  return (
    compareText(a.storeId, b.storeId) ||
    compareText(a.category, b.category) ||
    compareText(a.branch, b.branch) ||
    compareText(a.asset, b.asset) ||
    compareText(a.reason, b.reason)
  )
}

/** Stores that an asset left out. */
export function leftOut(
  branch: Branch,
  made: readonly Made<{ readonly excluded: readonly Exclusion[] }>[],
): readonly Exception[] {
  return made.flatMap(({ partition, value }) =>
    value.excluded.map((exclusion) => ({ ...exclusion, branch, category: categoryOf(partition) })),
  )
}

/** Stores that have a cluster but took no part in finding it. */
export function flagged(
  branch: Branch,
  made: readonly Made<AssignedClusters>[],
): readonly Exception[] {
  return made.flatMap(({ partition, value }) => {
    const category = categoryOf(partition)
    const flag = (flags: Uint8Array, asset: string, reason: string) =>
      value.storeIds
        .filter((_, i) => flags[i] === 1)
        .map((storeId) => ({ storeId, category, branch, asset: `${branch}_${asset}`, reason }))
    return [
      ...flag(value.isOutlier, 'outlier_removed_features', 'outlier'),
      ...flag(value.noData, 'imputed_features', 'no_data'),
    ]
  })
}

/**
 * Every store of a partition that was to be clustered and was not, with the asset that stopped it.
 * `made`: values that know the stores, of which the first of a partition counts.
 */
export function stopped(
  run: RunRecord,
  branch: Branch,
  made: readonly Made<{ readonly storeIds: readonly string[] }>[],
): readonly Exception[] {
  const unplaced = run.assets.filter(
    ({ key, status }) => key === `${branch}_assign_clusters` && status !== 'success',
  )
  return unplaced.flatMap(({ partition }) => {
    const stores = made.find((one) => one.partition === partition || one.partition === null)
    const stop = run.assets.find(
      (one) => one.key.startsWith(branch) && one.partition === partition && isStop(one),
    )
    if (stores === undefined || stop === undefined) return []
    const reason = stop.failure?.code ?? blockersOf(stop)[0]?.name ?? 'failed'
    const category = categoryOf(partition)
    return stores.value.storeIds.map((storeId) => ({
      storeId,
      category,
      branch,
      asset: stop.key,
      reason: `not clustered: ${reason}`,
    }))
  })
}

function isStop(record: AssetRecord): boolean {
  return record.status === 'failure' || blockersOf(record).length > 0
}

/** Stores of one branch that the other does not have, so that they have no merged cluster. */
export function oneSided(made: readonly Made<MergedClusters>[]): readonly Exception[] {
  return made.flatMap(({ partition, value }) => {
    const side = (branch: Branch, storeIds: readonly string[]) =>
      storeIds.map((storeId) => ({
        storeId,
        category: categoryOf(partition),
        branch,
        asset: 'merged_clusters',
        reason: `${branch}_only`,
      }))
    return [...side('internal', value.onlyInternal), ...side('external', value.onlyExternal)]
  })
}
