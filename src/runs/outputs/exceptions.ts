import type { AssignedClusters } from '../../assets/cluster-assignment/assign-clusters/spec'
import type { MergedClusters } from '../../assets/merging/merged-clusters/spec'
import {
  internalRawSalesData,
  type RawSales,
} from '../../assets/preprocessing/internal-raw-sales-data/spec'
import type { Outsider } from '../../assets/model-training/outlier-policy'
import type { OverrideBranch } from '../../assets/override'
import type { Branch } from '../../assets/spec'
import type { Exclusion } from '../../assets/value'
import { compareText } from '../../table/compare-text'
import type { Made } from '../values-made'
import { categoryOf } from './category-of'
import type { TableFile } from './output-file'

const columns = ['store_nbr', 'category', 'branch', 'asset', 'reason']

/** A store that is not placed, or placed with a flag, and the asset that said so. */
export type Exception = {
  readonly storeId: string
  readonly category: string
  readonly branch: OverrideBranch
  readonly asset: string
  readonly reason: string
}

/** `exceptions.csv`: each exception once, by store, category, branch, asset, reason. */
export function exceptions(all: readonly Exception[]): TableFile {
  const sorted = new Map(
    all.toSorted(compareExceptions).map((one) => [JSON.stringify(rowOf(one)), one]),
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
  branch: OverrideBranch,
  made: readonly Made<{ readonly excluded: readonly Exclusion[] }>[],
): readonly Exception[] {
  return made.flatMap(({ partition, value }) =>
    value.excluded.map((exclusion) => ({ ...exclusion, branch, category: categoryOf(partition) })),
  )
}

/** The asset that found a store unusual. */
const foundBy: Readonly<Record<Outsider, string>> = {
  outlier: 'outlier_removed_features',
  noise: 'train_clustering_models',
}

/** Stores that have a cluster but took no part in finding it, and those that are kept separate. */
export function flagged(
  branch: Branch,
  made: readonly Made<AssignedClusters>[],
): readonly Exception[] {
  return made.flatMap(({ partition, value }) => {
    const category = categoryOf(partition)
    const said = (storeId: string, asset: string, reason: string) => ({
      storeId,
      category,
      branch,
      reason,
      asset: `${branch}_${asset}`,
    })
    return [
      ...value.storeIds.flatMap((storeId, i) => {
        if (value.isOutlier[i] !== 1) return []
        const why = value.isNoise[i] === 1 ? 'noise' : 'outlier'
        return [said(storeId, foundBy[why], why)]
      }),
      ...value.storeIds
        .filter((_, i) => value.noData[i] === 1)
        .map((storeId) => said(storeId, 'imputed_features', 'no_data')),
      ...value.separate.map(({ storeId, reason }) =>
        said(storeId, foundBy[reason], `${reason}, kept separate`),
      ),
    ]
  })
}

/** What an asset that follows overrides says of them; values of its earlier versions say nothing. */
type Overridden = {
  readonly excluded?: readonly Exclusion[]
  readonly locked?: readonly string[]
}

/** Stores that an override left out of the final clusters. */
export function leftOutOfMerged(made: readonly Made<Overridden>[]): readonly Exception[] {
  return leftOut(
    'merged',
    made.map(({ partition, value }) => ({ partition, value: { excluded: value.excluded ?? [] } })),
  )
}

/** Stores that are where they are because a person locked them there. */
export function lockedStores(
  branch: OverrideBranch,
  asset: string,
  made: readonly Made<Overridden>[],
): readonly Exception[] {
  return made.flatMap(({ partition, value }) =>
    (value.locked ?? []).map((storeId) => ({
      storeId,
      category: categoryOf(partition),
      branch,
      asset,
      reason: 'locked',
    })),
  )
}

/**
 * Stores that lost every row of a category to the filters or as rejected. Where the category was
 * made its own value lists them, so these are the given categories, which could not be made.
 */
export function leftOutOfSales(
  made: readonly Made<RawSales>[],
  categories: ReadonlySet<string | null>,
): readonly Exception[] {
  return made.flatMap(({ value }) =>
    value.excluded
      .filter(({ category }) => categories.has(category))
      .map((lost) => ({ ...lost, branch: 'internal', asset: internalRawSalesData.key })),
  )
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
